import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../src/core/diagnostic.ts';
import { refreshWorkspace } from '../../src/workspace/current.ts';
import { type KeptFindings, openFindings } from '../../src/workspace/kept-findings.ts';
import { emptyMemory, load } from '../../src/workspace/load.ts';
import { root } from '../support/build-site.ts';
import { contentFolder, openPostmortem, writeContent } from '../support/content-folder.ts';

const file = join(root, '.cache/kept-findings/kept.json');
const many = Array.from({ length: 60 }, (_, n) => `postmortems/${n}.mdx`);
const problems: Problem[] = [
  {
    rule: 'due-weekend',
    severity: 'advice',
    place: { line: 3, column: 9 },
    message: 'A Sunday.',
    hint: 'Monday?',
  },
  {
    rule: 'clock',
    severity: 'warning',
    place: { line: 4, column: 1 },
    message: 'Twelve hours.',
    fix: {
      title: 'Write 20:25',
      edits: [{ start: { line: 4, column: 1 }, end: { line: 4, column: 8 }, text: '20:25' }],
    },
  },
];

let asked: string[];
beforeEach(() => {
  asked = [];
  rmSync(file, { force: true });
});

const open = (code = 'one'): KeptFindings => openFindings({ file, code: () => code });
const ask = (kept: KeptFindings, path: string, text = 'text', context = 'people'): Problem[] =>
  kept.of(path, text, context, () => {
    asked.push(path);
    return problems;
  });
function keepMany(): void {
  const kept = open();
  for (const path of many) ask(kept, path);
  kept.keep();
  asked = [];
}

test('what was found once is told again, and nothing is asked', () => {
  keepMany();
  const kept = open();
  expect(many.map((path) => ask(kept, path))).toEqual(many.map(() => problems));
  expect(asked).toEqual([]);
});

test('another text, another context and other code ask anew', () => {
  keepMany();
  const kept = open();
  ask(kept, 'postmortems/1.mdx', 'another text');
  ask(kept, 'postmortems/2.mdx', 'text', 'one person more');
  ask(open('two'), 'postmortems/3.mdx');
  ask(kept, 'postmortems/new.mdx');
  expect(asked).toEqual([1, 2, 3, 'new'].map((name) => `postmortems/${name}.mdx`));
});

test('a few new texts are not worth a file, and leave the one that is there as it was', () => {
  const few = openFindings({
    file,
    code: () => {
      throw new Error('Reading all code takes longer than asking the rules about these.');
    },
  });
  for (const path of many.slice(0, 20)) ask(few, path);
  few.keep();
  expect(existsSync(file)).toBe(false);
  keepMany();
  const before = readFileSync(file, 'utf8');
  const kept = open();
  ask(kept, 'postmortems/new.mdx');
  kept.keep();
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('texts that nobody asked about are forgotten at the next writing', () => {
  keepMany();
  const kept = open();
  for (const path of many) ask(kept, path.replace('postmortems/', 'postmortems/moved/'));
  kept.keep();
  asked = [];
  ask(open(), 'postmortems/1.mdx');
  expect(asked).toEqual(['postmortems/1.mdx']);
});

test.each(['', '{', '[]', '{"postmortems/1.mdx": {"stamp": "x"}}'])(
  'a damaged file, %j, costs time only',
  (text) => {
    keepMany();
    writeFileSync(file, text);
    expect(ask(open(), 'postmortems/1.mdx')).toEqual(problems);
    expect(asked).toEqual(['postmortems/1.mdx']);
  },
);

test('a place that cannot be written costs time only', () => {
  const kept = openFindings({ file: join(file, 'below-a-file.json'), code: () => 'one' });
  writeFileSync(file, '');
  for (const path of many) ask(kept, path);
  expect(() => kept.keep()).not.toThrow();
});

test('content says the same with what was kept, also after people come and files change', () => {
  const folder = contentFolder('kept-findings', {
    ...Object.fromEntries(many.map((path, n) => [path, openPostmortem(`Ana Example was careless ${n}`)])),
    'people.yaml': '- handle: ana\n  name: Ana Example\n',
  });
  const project = { root, content: join(root, folder), siteUrl: null, basePath: '/' };
  const same = (): string[] => {
    const kept = open();
    const { diagnostics } = load(project, emptyMemory(kept));
    expect(diagnostics).toEqual(load(project).diagnostics);
    kept.keep();
    return diagnostics.map(({ rule, file: path }) => `${path.split('/').at(-1)} ${rule}`);
  };
  const first = same();
  expect(first.length).toBeGreaterThan(0);
  expect(same()).toEqual(first);
  writeContent(folder, {
    'people.yaml': '- handle: ben\n  name: Ben Example\n',
    'postmortems/1.mdx': openPostmortem('A calm title'),
  });
  const second = same();
  expect(second.filter((found) => found.startsWith('1.mdx'))).not.toEqual(
    first.filter((found) => found.startsWith('1.mdx')),
  );
});

test('reading the content keeps what it found below node_modules, where CI keeps caches', () => {
  const folder = contentFolder(
    'kept-findings-of-project',
    Object.fromEntries(many.map((path) => [path, openPostmortem('Calm')])),
  );
  const caches = join(root, 'node_modules/.astro/findings');
  const ours = (): string[] =>
    (existsSync(caches) ? readdirSync(caches) : [])
      .map((name) => join(caches, name))
      .filter((path) => readFileSync(path, 'utf8').includes(`${folder}/postmortems/1.mdx`));
  for (const path of ours()) rmSync(path);
  refreshWorkspace({ root, content: join(root, folder), siteUrl: null, basePath: '/' });
  expect(ours()).toHaveLength(1);
});
