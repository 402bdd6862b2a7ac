import type { BacklogItem } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { teamOf } from '../catalog/teams.ts';
import { compareForBacklog, datesMet, groupOf } from '../improvement/backlog.ts';
import { packBacklog } from '../improvement/backlog-view/packed.ts';
import { ageOf, type Named, standingOf, type ViewRow } from '../improvement/backlog-view/view-row.ts';
import { writtenOn } from '../postmortem/postmortem.ts';
import type { BacklogPage, BacklogTableRow } from './backlog-model.ts';
import { severityBadge } from './card.ts';
import { ticketLink } from './items.ts';
import { personModel } from './people.ts';
import { queuesAddress } from './queues-page.ts';
import { postmortemUrl, systemUrl, teamUrl } from './urls.ts';

/** Every improvement the organisation committed to, overdue ones first. */
export function backlogPage(index: CatalogIndex): BacklogPage {
  const { backlog, settings } = index.catalog;
  const byDay = compareForBacklog(index.today);
  const rows = backlog
    .toSorted((a, b) => byDay(a.improvement, b.improvement))
    .map((item) => tableRow(index, item));
  const counts = { open: 0, overdue: 0, closed: 0, dropped: 0 };
  for (const row of rows) {
    counts[row.group] += 1;
    if (row.group === 'overdue') counts.open += 1;
  }
  return {
    rows,
    counts,
    datesMet: datesMet(rows),
    queuesUrl: queuesAddress(index),
    hasMoves: rows.some(({ moves }) => moves !== null),
    packed: packBacklog(rows, { builtOn: index.today, limits: settings.wipLimits }),
  };
}

function tableRow(index: CatalogIndex, { id, postmortem, improvement }: BacklogItem): BacklogTableRow {
  const { title, state, question, due, done, dropped } = improvement;
  const ticket =
    improvement.ticket === null ? null : ticketLink(index.catalog.settings.ticketUrl, improvement.ticket);
  const url = postmortemUrl(index, postmortem.id);
  const { level, name } = severityBadge(index, postmortem.facts.severity);
  const row: ViewRow = {
    title,
    state,
    question,
    severity: { level, name },
    owner: ownerOf(index, improvement.owner),
    team: teamNamed(index, teamOf(index, postmortem, improvement)),
    systems: [...new Set(postmortem.facts.systems)].map((key) => ({
      key,
      name: index.systems.get(key)?.name ?? key,
      url: systemUrl(index, key),
    })),
    tags: postmortem.facts.tags,
    due,
    done,
    dropped,
    writtenOn: writtenOn(postmortem),
    ticket: ticket?.text ?? null,
    postmortem: { title: postmortem.facts.title, url, year: postmortem.date?.slice(0, 4) ?? null },
    moves: index.history.improvements.get(id)?.due ?? null,
  };
  return {
    ...row,
    url: `${url}#${improvement.anchor}`,
    ticketUrl: ticket?.url ?? null,
    standing: standingOf(row, index.today),
    group: groupOf(row, index.today),
    age: ageOf(row, index.today),
  };
}

function ownerOf(index: CatalogIndex, handle: string | null): Named | null {
  const person = personModel(index, handle);
  return person === null ? null : { key: person.handle, name: person.name, url: person.url };
}

function teamNamed(index: CatalogIndex, name: string | null): Named | null {
  const team = name === null ? undefined : index.teams.get(name);
  return team === undefined ? null : { key: team.slug, name: team.name, url: teamUrl(index, team.slug) };
}
