/** Series whose meaning has a colour of its own; others take the inks in their order, the gravest the darkest. */
const meanings = new Set([
  'met',
  'late',
  'overdue',
  'due',
  'undated',
  'improvements',
  'ideas',
  'created',
  'closed',
  'dropped',
  'open',
  'effort',
]);

/** The name of a series' paint: what follows `c-` in its class. */
export function paintOf(key: string, place: number): string {
  return meanings.has(key) ? key : `s${Math.min(place + 1, 4)}`;
}
