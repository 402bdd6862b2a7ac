import type { CatalogIndex } from '../../core/catalog/catalog-index.ts';
import { handlesOf } from '../../core/catalog/handles.ts';
import { personUrl, systemUrl, teamUrl } from '../../core/page/urls.ts';
import { pageHtml, type SearchRecord, wordsHtml } from './record-html.ts';

/** Addresses in the index have no base path. */
const root = { basePath: '/' };

/** A short record for each system, team and person that has a page, so that whoever types a name gets there. */
export function* namedRecords(index: CatalogIndex): Generator<SearchRecord> {
  for (const { id, name, team, description, dependsOn } of index.systems.values())
    yield record({
      url: systemUrl(root, id),
      kind: 'system',
      name,
      team,
      filters: { system: [name] },
      id: id === name ? null : id,
      words: [
        description,
        listed(
          'Depends on',
          dependsOn.map((other) => index.systems.get(other)?.name ?? other),
        ),
      ],
    });
  for (const { slug, name, people, systems } of index.teams.values())
    yield record({
      url: teamUrl(root, slug),
      kind: 'team',
      name,
      team: name,
      filters: {},
      words: [
        listed(
          'People',
          people.map((person) => person.name),
        ),
        listed(
          'Systems',
          systems.map((system) => system.name),
        ),
      ],
    });
  for (const handle of handlesOf(index)) {
    const person = index.people.get(handle);
    yield record({
      url: personUrl(root, handle),
      kind: 'person',
      name: person?.name ?? `@${handle}`,
      team: person?.team ?? null,
      filters: {},
      words: [person === undefined ? null : `@${handle}`],
    });
  }
}

interface Named {
  url: string;
  kind: 'system' | 'team' | 'person';
  name: string;
  team: string | null;
  /** Of a system: what files call it, where that is another word. */
  id?: string | null;
  filters: Record<string, string[]>;
  words: (string | null)[];
}

function record({ url, kind, name, team, id = null, filters, words }: Named): SearchRecord {
  const lines = [
    ...words,
    kind === 'team' || team === null ? null : `Team: ${team}`,
    id === null ? null : `Id: ${id}`,
  ];
  return {
    url,
    html: pageHtml(
      { title: name, kind, name },
      { ...filters, kind: [kind], ...(team === null ? {} : { team: [team] }) },
      lines.map((line) => (line === null ? '' : wordsHtml(line))).join(''),
      // A word that is the whole name says more than one that is part of it.
      10 / Math.max(1, name.trim().split(/\s+/).length),
    ),
  };
}

function listed(what: string, names: readonly string[]): string | null {
  return names.length === 0 ? null : `${what}: ${names.join(', ')}`;
}
