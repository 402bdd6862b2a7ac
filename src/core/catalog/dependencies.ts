import type { System } from './catalog.ts';

/** Who needs whom, both ways. Systems may depend on each other in circles. */
export interface Dependencies {
  /** Ids by the system that depends on them, as its file has them. */
  dependsOn: ReadonlyMap<string, readonly string[]>;
  /** Ids by the system that they depend on, in the order of the file. */
  neededBy: ReadonlyMap<string, readonly string[]>;
}

export function dependenciesOf(systems: readonly System[]): Dependencies {
  const neededBy = new Map<string, string[]>(systems.map(({ id }) => [id, []]));
  for (const { id, dependsOn } of systems) for (const needed of dependsOn) neededBy.get(needed)?.push(id);
  return { dependsOn: new Map(systems.map(({ id, dependsOn }) => [id, dependsOn])), neededBy };
}

/**
 * Everything that can be reached from a system, the nearest first, each once, with the systems in between on a shortest
 * way, in its order; the system itself is not told, also where a circle leads back to it.
 */
export function waysFrom(
  edges: ReadonlyMap<string, readonly string[]>,
  from: string,
): Map<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>([[from, []]]);
  for (const [id, way] of ways)
    for (const next of edges.get(id) ?? [])
      if (!ways.has(next)) ways.set(next, id === from ? [] : [...way, id]);
  ways.delete(from);
  return ways;
}
