import type { Nodes } from 'mdast';
import type { Origin } from '../imported.ts';

/** The lines on which nodes stand; those before them where they came of something else. */
export function originOf(...nodes: readonly Nodes[]): Origin {
  const places = nodes.flatMap(({ position }) => (position === undefined ? [] : [position]));
  const first = Math.min(...places.map(({ start }) => start.line));
  const last = Math.max(...places.map(({ end }) => end.line));
  return Number.isFinite(first) ? { kind: 'lines', first, last } : { kind: 'lines', first: 1, last: 1 };
}
