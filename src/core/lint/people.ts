import type { Person } from '../catalog/catalog.ts';

/** Nouns for people at work. No `operator`, `agent` or `driver`: programs are called so too. */
const roles =
  '(?:(?:site reliability |network |software |support |database |on-?call |senior |junior |systems? )?(?:engineers?|developers?|devs?|admins?|administrators?|technicians?|analysts?)|sysadmins?|dbas?|sres?|on-?call(?: person)?|on-duty|responders?|reviewers?|authors?|managers?|maintainers?|contractors?|colleagues?|employees?|interns?|team members?|teams?|crew|staff|(?:human|machine|console|duty) operators?|incident commander|product owner|facilitator|committer)';
const pronouns = '(?:we|I|he|she|you|someone|somebody|everyone|everybody)';

const patterns = new WeakMap<readonly Person[], string>();
const nobody: readonly Person[] = [];

/** A pattern, without flags of its own, of whatever may name a person: a handle, a name, a role or a pronoun. */
export function personPattern(people: readonly Person[] | null): string {
  const listed = people ?? nobody;
  const known = patterns.get(listed);
  if (known !== undefined) return known;
  const names = listed.flatMap(({ name }) => [name, name.split(/\s+/)[0] ?? name]);
  const spelt = [...new Set(names)].filter((name) => name.length > 1).map((name) => RegExp.escape(name));
  const pattern = `(?:@[\\w.-]+|\\b(?:${[roles, pronouns, ...spelt].join('|')})\\b)`;
  patterns.set(listed, pattern);
  return pattern;
}
