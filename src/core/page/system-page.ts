import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { compareForBacklog, isOpen } from '../improvement/backlog.ts';
import { postmortemCard, systemLinks } from './card.ts';
import { backlogRow, cameTrue } from './items.ts';
import type { SystemPage } from './model.ts';
import { teamLink } from './people.ts';
import { recurrencesOfSystem } from './recurring-page.ts';
import type { Rendering } from './rendering.ts';
import { postmortemUrl, riskUrl } from './urls.ts';

/** What is known about one system; null where `systems.yaml` has none with this id. */
export function systemPage(index: CatalogIndex, id: string, rendering: Rendering): SystemPage | null {
  const system = index.systems.get(id);
  if (system === undefined) return null;
  const postmortems = index.bySystem.get(id) ?? [];
  const byDue = compareForBacklog(index.today);
  return {
    id,
    name: system.name,
    team: teamLink(index, system.team),
    description: system.description,
    dependsOn: systemLinks(index, system.dependsOn),
    neededBy: systemLinks(
      index,
      index.catalog.systems.filter(({ dependsOn }) => dependsOn.includes(id)).map((other) => other.id),
    ),
    postmortems: postmortems.map((postmortem) => postmortemCard(index, postmortem)),
    improvements: postmortems
      .flatMap(({ id }) => index.backlogByPostmortem.get(id) ?? [])
      .filter(({ improvement }) => isOpen(improvement))
      .toSorted((a, b) => byDue(a.improvement, b.improvement))
      .map((item) => backlogRow(index, item, rendering)),
    risks: (index.risksBySystem.get(id) ?? []).map(({ postmortem, risk }) => ({
      text: risk.text,
      url: `${postmortemUrl(index, postmortem.id)}#${risk.anchor}`,
      registerUrl: riskUrl(index, postmortem.id, risk.anchor),
      postmortem: postmortemCard(index, postmortem),
      cameTrue: cameTrue(index, risk),
    })),
    recurs: recurrencesOfSystem(index, id),
  };
}
