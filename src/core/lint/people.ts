import type { Person } from '../catalog/catalog.ts';

/** Nouns for people at work. No `operator`, `agent` or `driver`: programs are called so too. */
const roles =
  '(?:(?:site reliability |network |software |support |database |on-?call |senior |junior |systems? )?(?:engineers?|developers?|devs?|admins?|administrators?|technicians?|analysts?)|sysadmins?|dbas?|sres?|on-?call(?: person)?|on-duty|responders?|reviewers?|authors?|managers?|maintainers?|contractors?|colleagues?|employees?|interns?|team members?|teams?|crew|staff|(?:human|machine|console|duty) operators?|incident commander|product owner|facilitator|committer)';
const pronouns = '(?:we|I|he|she|you|someone|somebody|everyone|everybody)';

const nobody: readonly Person[] = [];

/**
 * A form that may name people: by a handle, by a name from `people.yaml`, by a role or a pronoun. Made once for each list of people.
 *
 * @param pattern Of the whole form, given that of a person.
 */
export function formWithPeople(
  pattern: (person: string) => string,
): (people: readonly Person[] | null) => RegExp {
  const forms = new WeakMap<readonly Person[], RegExp>();
  return (people) => {
    const listed = people ?? nobody;
    const known = forms.get(listed);
    if (known !== undefined) return known;
    const names = listed.flatMap(({ name }) => [name, name.split(/\s+/)[0] ?? name]);
    const spelt = [...new Set(names)].filter((name) => name.length > 1).map((name) => RegExp.escape(name));
    const person = `(?:@[\\w.-]+|\\b(?:${[roles, pronouns, ...spelt].join('|')})\\b)`;
    const form = new RegExp(pattern(person), 'giu');
    forms.set(listed, form);
    return form;
  };
}
