import type { Person, Settings, System } from '../../src/core/catalog/catalog.ts';
import type { Problem } from '../../src/core/diagnostic.ts';
import { readDocument } from '../../src/core/document/read-document.ts';
import { lint } from '../../src/core/lint/lint.ts';
import { readPostmortem } from '../../src/core/postmortem/read-postmortem.ts';
import type { ExamplePlace } from '../../src/core/rules/guide.ts';
import { sections } from '../../src/core/vocabulary.ts';
import { settings as plainSettings } from './sample-catalog.ts';

export const people: readonly Person[] = [
  { handle: 'ana', name: 'Ana Ribeiro', team: 'orders' },
  { handle: 'sam', name: 'Sam Okafor', team: 'orders' },
  { handle: 'mark', name: 'Mark Novak', team: 'orders' },
];

const systems: readonly System[] = [
  { id: 'fax-gateway', name: 'Fax gateway', team: null, description: null, dependsOn: [] },
];

/** A postmortem in which a text stands at its place, so that a rule can be asked about it. */
export function exampleFile(place: ExamplePlace, text: string): string {
  if (place === 'file') return text;
  const frontMatter =
    place === 'front-matter' ? text : 'title: Orders do not leave\nstatus: open\nseverity: 1';
  const top = `---\n${frontMatter}\n---\n\n`;
  switch (place) {
    case 'body':
      return `${top}${text}\n`;
    case 'front-matter':
      return `${top}## Summary\n\nOrders waited for eleven hours.\n`;
    case 'prose':
      return `${top}## Summary\n\n${text}\n`;
    case 'timeline':
      return `${top}## Timeline\n\n${text}\n`;
    case 'settings.yaml':
    case 'systems.yaml':
    case 'people.yaml':
    case 'on-duty.yaml':
      throw new Error(`${place} is no postmortem.`);
    default:
      return `${top}## ${sections[place].name}\n\n${text}\n`;
  }
}

/** What the rules for sense find in a file; rules that are off by default are on where they are named. */
export function lintText(text: string, rules: Settings['rules'] = {}): Problem[] {
  const settings: Settings = { ...plainSettings, rules };
  const { postmortem } = readPostmortem({
    id: '2018-05-04-fax',
    file: 'content/postmortems/2018-05-04-fax.mdx',
    document: readDocument(text),
    settings,
    systemIds: new Set(systems.map(({ id }) => id)),
    handles: new Set(people.map(({ handle }) => handle)),
  });
  if (postmortem === null) throw new Error('The front matter of the example can’t be used.');
  return lint(postmortem, { settings, people, systems });
}
