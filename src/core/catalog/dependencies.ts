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
 * Everything that can be reached from a system, the nearest first, each once; the system itself is not told, also where a
 * circle leads back to it.
 */
export function reachable(edges: ReadonlyMap<string, readonly string[]>, from: string): string[] {
  const reached = new Set([from]);
  for (const id of reached) for (const next of edges.get(id) ?? []) reached.add(next);
  reached.delete(from);
  return [...reached];
}
