import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { compareText } from '../diagnostic.ts';
import { statuses } from '../vocabulary.ts';
import { burningCards, postmortemCard, severityBadge, systemLinks } from './card.ts';
import type { PostmortemCard, PostmortemListPage } from './model.ts';

/** All postmortems by year, newest first, with what they can be filtered by. The year of undated ones is empty. */
export function postmortemListPage(index: CatalogIndex): PostmortemListPage {
  const { postmortems, systems } = index.catalog;
  const years = new Map<string, PostmortemCard[]>();
  for (const postmortem of postmortems) {
    const year = postmortem.date?.slice(0, 4) ?? '';
    const cards = years.get(year) ?? [];
    cards.push(postmortemCard(index, postmortem));
    years.set(year, cards);
  }
  const levels = new Set(postmortems.map(({ facts }) => facts.severity));
  const present = new Set(postmortems.map(({ facts }) => facts.status));
  return {
    burning: burningCards(index),
    years: [...years].map(([year, cards]) => ({ year, postmortems: cards })),
    severities: [...levels].sort((a, b) => a - b).map((level) => severityBadge(index, level)),
    systems: systemLinks(
      index,
      systems.map(({ id }) => id).filter((id) => index.bySystem.has(id)),
    ),
    statuses: statuses.filter((status) => present.has(status)),
    tags: [...new Set(postmortems.flatMap(({ facts }) => facts.tags))].sort(compareText),
  };
}
