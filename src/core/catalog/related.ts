import { compareText } from '../diagnostic.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { remembered } from '../remembered.ts';
import type { Relation } from './catalog.ts';

/** A shared system says more about two incidents than a shared tag. */
const weights = { system: 3, tag: 1 };
const most = 5;
/** On each side in time, of each system and tag. Below this many incidents the answer is exact; above, near ones count. */
const reach = 64;

/** Positions in `Catalog.postmortems` of the incidents that have a system or a tag, ascending. */
export interface Kinship {
  bySystem: ReadonlyMap<string, readonly number[]>;
  byTag: ReadonlyMap<string, readonly number[]>;
}

export function kinshipOf(postmortems: readonly Postmortem[]): Kinship {
  return {
    bySystem: positionsBy(postmortems, ({ facts }) => facts.systems),
    byTag: positionsBy(postmortems, ({ facts }) => facts.tags),
  };
}

// A postmortem's page and its replay's both name them, and so do the digests of the two.
const known = new WeakMap<Kinship, Map<number, Relation[]>>();

/**
 * The incidents most like the one at `position`, best first, with what they share.
 *
 * @param kinship of these very postmortems.
 */
export function relatedIncidents(
  postmortems: readonly Postmortem[],
  kinship: Kinship,
  position: number,
): Relation[] {
  const positions = remembered(known, kinship, () => new Map<number, Relation[]>());
  return remembered(positions, position, () => findRelated(postmortems, kinship, position));
}

function findRelated(postmortems: readonly Postmortem[], kinship: Kinship, position: number): Relation[] {
  const self = postmortems[position];
  if (self === undefined) return [];
  const shared = new Map<number, { systems: string[]; tags: string[] }>();
  const gather = (
    by: ReadonlyMap<string, readonly number[]>,
    keys: readonly string[],
    field: 'systems' | 'tags',
  ) => {
    for (const key of new Set(keys))
      for (const other of around(by.get(key) ?? [], position)) {
        const entry = shared.get(other) ?? { systems: [], tags: [] };
        entry[field].push(key);
        shared.set(other, entry);
      }
  };
  gather(kinship.bySystem, self.facts.systems, 'systems');
  gather(kinship.byTag, self.facts.tags, 'tags');
  return [...shared]
    .map(([other, { systems, tags }]) => ({
      id: (postmortems[other] as Postmortem).id,
      systems,
      tags,
      score: systems.length * weights.system + tags.length * weights.tag,
      away: Math.abs(other - position),
    }))
    .sort((a, b) => b.score - a.score || a.away - b.away || compareText(a.id, b.id))
    .slice(0, most)
    .map(({ id, systems, tags }) => ({ id, systems, tags }));
}

function positionsBy(
  postmortems: readonly Postmortem[],
  keysOf: (postmortem: Postmortem) => readonly string[],
) {
  const positions = new Map<string, number[]>();
  postmortems.forEach((postmortem, position) => {
    for (const key of new Set(keysOf(postmortem))) {
      const list = positions.get(key);
      if (list === undefined) positions.set(key, [position]);
      else list.push(position);
    }
  });
  return positions;
}

/** The positions nearest to one of them, itself left out. */
function around(positions: readonly number[], position: number): number[] {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] as number) < position) low = middle + 1;
    else high = middle;
  }
  return positions.slice(Math.max(0, low - reach), low + reach + 1).filter((other) => other !== position);
}
