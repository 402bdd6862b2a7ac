import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../src/core/catalog/settings.ts';
import { readDocument } from '../src/core/document/read-document.ts';
import { itemForms } from '../src/core/improvement/item-forms.ts';
import { readPostmortem } from '../src/core/postmortem/read-postmortem.ts';
import { questionPrompts, questions, type SectionSlug, sections } from '../src/core/vocabulary.ts';
import { root, run } from './support/build-site.ts';

interface Snippet {
  scope: string;
  prefix: string[];
  body: string[];
  description: string;
}

const read = (name: string) => JSON.parse(readFileSync(join(root, '.vscode', name), 'utf8'));
const snippets: Record<string, Snippet> = read('fire-marshal.code-snippets');

/** A snippet as it stands once somebody has pressed Tab through it, on 11 May 2018 at 08:25. */
function filledIn({ body }: Snippet): string {
  const clock: Record<string, string> = {
    CURRENT_YEAR: '2018',
    CURRENT_MONTH: '05',
    CURRENT_DATE: '11',
    CURRENT_HOUR: '08',
    CURRENT_MINUTE: '25',
  };
  return body
    .join('\n')
    .replace(/\$(CURRENT_[A-Z]+)/g, (_, name: string) => clock[name] ?? '?')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll('$0', '');
}

function problemsOf(text: string): string[] {
  const id = '2018-05-11-a';
  const document = readDocument(text);
  const file = `content/postmortems/${id}.mdx`;
  return readPostmortem({
    id,
    file,
    document,
    settings: defaultSettings,
    systemIds: new Set(['system-id']),
    handles: null,
  }).problems.map(({ message }) => message);
}

const facts = (status: string) =>
  `---\ntitle: A\nstatus: ${status}\nseverity: 1\nreviewedOn: 2018-05-11\n---\n\n`;
const bodyOf = (name: string): string => filledIn(snippets[name] as Snippet);

describe('the snippets of VS Code', () => {
  test('are there for every section', () => {
    expect(Object.keys(snippets).filter((name) => name.startsWith('Section: '))).toEqual(
      (Object.keys(sections) as SectionSlug[]).map((slug) => `Section: ${sections[slug].name}`),
    );
  });

  test.each(questions)('say of %s what it asks, and what a bullet and a box are under it', (question) => {
    const { description } = snippets[`Section: ${sections[question].name}`] as Snippet;
    expect(description.startsWith(`${questionPrompts[question]} `)).toBe(true);
    for (const { form, means } of itemForms(question)) {
      expect(description).toContain(form);
      expect(description).toContain(means);
    }
  });

  test('make a reviewed postmortem that has nothing to mend, of all sections', () => {
    const text = Object.keys(snippets)
      .filter((name) => name.startsWith('Section: '))
      .map(bodyOf)
      .join('\n\n');
    expect(problemsOf(facts('reviewed') + text)).toEqual([]);
  });

  test.each([
    ['Timeline entry', 'Timeline'],
    ['Improvement', 'Detect'],
    ['Improvement, done', 'Detect'],
    ['Improvement, dropped', 'Detect'],
    ['Hypothesis', 'Hypotheses'],
    ['Why', 'Whys'],
    ['Callout', 'Summary'],
    ['Details', 'Summary'],
    ['Figure', 'Summary'],
  ])('%s has nothing to mend under %s', (name, section) => {
    const summary = section === 'Summary' ? '' : '## Summary\n\nWet.\n\n';
    expect(problemsOf(`${facts('open')}${summary}## ${section}\n\n${bodyOf(name)}\n`)).toEqual([]);
  });

  test('begin a file', () => {
    expect(problemsOf(`${bodyOf('Front matter, open')}\n## Summary\n\nWet.\n`)).toEqual([]);
  });
});

test.each([
  ['fire-marshal: 0 errors, 2 warnings', true],
  ['fire-marshal: 1 error, 0 warnings', true],
  ['fire-marshal: not checked', true],
  ['fire-marshal: checking…', false],
])('the problem matcher of VS Code takes "%s" for the end of a run: %s', (line, ends) => {
  const { background } = read('tasks.json').tasks[0].problemMatcher;
  expect(new RegExp(background.endsPattern).test(line)).toBe(ends);
  expect(new RegExp(background.beginsPattern).test(line)).toBe(!ends);
});

describe('the task that checks while somebody writes', () => {
  const [task] = read('tasks.json').tasks;

  test('starts with the folder, once VS Code was allowed to', () => {
    expect(task.runOptions).toEqual({ runOn: 'folderOpen' });
    expect(task.args.slice(-2)).toEqual(['--format', 'editor']);
  });

  test('never comes to the front: it would hide what somebody is reading, at each save with a finding', () => {
    expect(task.presentation.reveal).toBe('never');
  });

  test('has a problem matcher that reads every line that check writes', async () => {
    const { stdout } = await run(task.args.slice(2, 3).concat('--format', 'editor'), {
      CONTENT_DIR: 'tests/fixtures/many-errors',
    });
    const { pattern } = task.problemMatcher;
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      const found = new RegExp(pattern.regexp).exec(line);
      const part = (name: string): string | undefined => found?.[pattern[name]];
      const stretch = ['line', 'column', 'endLine', 'endColumn'].map(part).join(':');
      expect(line).toBe(
        `${part('file')}:${stretch}: ${part('severity')}: ${part('message')} [${part('code')}]`,
      );
    }
  });
});

test('without any extension a postmortem is Markdown to VS Code: colours, wrapped lines, snippets', () => {
  expect(read('settings.json')['files.associations']).toEqual({ '*.mdx': 'markdown' });
  for (const { scope } of Object.values(snippets)) expect(scope).toContain('markdown');
});
