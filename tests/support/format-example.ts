import type { FormatExample } from '../../src/core/rules/format-guide.ts';
import { questions, sections } from '../../src/core/vocabulary.ts';
import type { ContentFiles } from './content-folder.ts';

const people = '- { handle: ana, name: Ana }\n- { handle: sam, name: Sam }\n';
const systems = '- { id: fax-gateway, name: Fax }\n- { id: invoices, name: Invoices }\n';
const times =
  '- 2018-05-04 02:10 **started** The account is suspended.\n- 08:25 **detected** A supplier writes.\n- 13:05 **resolved** All is sent.';
const post = 'postmortems/example.mdx';

/**
 * The content folder in which the text of an example stands: whatever else its file needs is there, and nothing else is wrong.
 *
 * @returns The files, and which of them the text is in.
 */
export function exampleContent(example: FormatExample, text: string): { files: ContentFiles; file: string } {
  const { place, beside = {} } = example;
  const files = new Map<string, string>([
    ['systems.yaml', systems],
    ['people.yaml', people],
  ]);
  const file = place === 'file-name' ? text : place.endsWith('.yaml') ? place : pathOf(place);
  const written = place === 'file-name' ? postmortem(example, '') : textOf(example, text);
  // An empty text stands for a file that is not there.
  if (written === '') files.delete(file);
  else files.set(file, written);
  for (const [path, content] of Object.entries(beside))
    if (content === null) files.delete(path);
    else files.set(path, content);
  return { files: Object.fromEntries(files), file };
}

function pathOf(place: FormatExample['place']): string {
  if (place === 'guide') return 'handbook/example.mdx';
  return place === 'image' ? 'postmortems/example.svg' : post;
}

function textOf(example: FormatExample, text: string): string {
  const { place } = example;
  if (place === 'file' || place === 'guide' || place === 'image' || place.endsWith('.yaml')) return text;
  return postmortem(example, text);
}

function postmortem({ place, status = 'open' }: FormatExample, text: string): string {
  const facts = {
    title: 'title: Receipts left twice',
    status: `status: ${status}`,
    severity: 'severity: 1',
    ...(status === 'reviewed' ? { reviewedOn: 'reviewedOn: 2018-05-11' } : {}),
  };
  const head = [
    ...Object.entries(facts).flatMap(([key, line]) =>
      place === 'front-matter' && text.startsWith(`${key}:`) ? [] : [line],
    ),
    ...(place === 'front-matter' ? [text] : []),
  ];
  const question = questions.find((name) => name === place);
  const body = [
    `## Summary\n\n${place === 'prose' ? text : 'Each receipt left twice.'}`,
    ...(place === 'timeline' || status !== 'open'
      ? [`## Timeline\n\n${place === 'timeline' ? text : times}`]
      : []),
    ...(status === 'reviewed' ? ['## Root causes\n\nTwo queues were read.'] : []),
    ...(place === 'body' ? [text] : []),
    ...(question === undefined || status === 'reviewed' ? [] : [`## ${sections[question].name}\n\n${text}`]),
    ...(status === 'reviewed' && place !== 'body'
      ? questions.map((name) => `## ${sections[name].name}\n\n${name === place ? text : '- An idea'}`)
      : []),
  ];
  return `---\n${head.join('\n')}\n---\n\n${body.join('\n\n')}\n`;
}
