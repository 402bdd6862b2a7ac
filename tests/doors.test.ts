import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Which rooms a room may import, besides itself and libraries. */
const doors: Record<string, readonly string[]> = {
  core: [],
  render: ['core'],
  workspace: ['core'],
  cli: ['core', 'render', 'workspace'],
  site: ['core', 'render', 'workspace'],
};

interface Source {
  /** From `src`, with forward slashes. */
  path: string;
  text: string;
}

/** The wrong doors that a file uses, and in `core` everything that is not a value: disk, clock, chance, network, process. */
function trespasses({ path, text }: Source): string[] {
  const room = roomOf(path);
  const code = path.endsWith('.astro') ? scriptOf(text) : text;
  const found: string[] = [];
  for (const { fileName: target } of ts.preProcessFile(code, true, true).importedFiles) {
    if (target.startsWith('.')) {
      const other = roomOf(
        normalize(join(dirname(path), target))
          .split(sep)
          .join('/'),
      );
      if (other !== room && !doors[room]?.includes(other)) found.push(`${path} imports ${other}: ${target}`);
    } else if (room === 'core' && isBuiltin(target)) found.push(`${path} imports ${target}`);
  }
  return room === 'core' ? [...found, ...impurities(path, code)] : found;
}

function impurities(path: string, code: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const text = node.getText(file);
    if (ts.isNewExpression(node) && text.startsWith('new Date') && !node.arguments?.length)
      found.push('new Date()');
    if (ts.isPropertyAccessExpression(node) && impure.has(text)) found.push(text);
    if (ts.isIdentifier(node) && globals.has(node.text) && isGlobal(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found.map((what) => `${path} uses ${what}`);
}

const impure = new Set(['Date.now', 'Math.random', 'performance.now', 'Temporal.Now', 'import.meta']);
const globals = new Set([
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'globalThis',
  'require',
  'document',
  'window',
]);

/** Whether a name is looked up, not declared: no property, parameter, variable or key has it. */
function isGlobal(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name && !isDeclared(name);
  if (ts.isCallExpression(parent)) return parent.expression === name && !isDeclared(name);
  return false;
}

/** `document` is the browser's only where the file has nothing of its own by that name. */
function isDeclared(name: ts.Identifier): boolean {
  return new RegExp(`(?:\\b(?:const|let|function)\\s+${name.text}\\b|[{,(]\\s*${name.text}\\s*[:,})?])`).test(
    name.getSourceFile().text,
  );
}

function roomOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}

function isBuiltin(target: string): boolean {
  return target.startsWith('node:') || builtinModules.includes(target);
}

/** An Astro component's front matter and scripts. */
function scriptOf(text: string): string {
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script);
  return [front, ...scripts].join('\n');
}

const root = fileURLToPath(new URL('../src/', import.meta.url));
const sources = globSync('**/*.{ts,astro,mjs}', { cwd: root }).map(
  (path): Source => ({
    path: path.split(sep).join('/'),
    text: readFileSync(join(root, path), 'utf8'),
  }),
);

describe('the doors between rooms', () => {
  test.each(Object.keys(doors).filter((room) => sources.some(({ path }) => roomOf(path) === room)))(
    'src/%s uses only its own',
    (room) => {
      expect(sources.filter(({ path }) => roomOf(path) === room).flatMap(trespasses)).toEqual([]);
    },
  );

  test('lead to rooms that exist', () => {
    const rooms = new Set(
      sources
        .map(({ path }) => path)
        .filter((path) => path.includes('/'))
        .map(roomOf),
    );
    expect([...rooms].filter((room) => !(room in doors) && !/\.\w+$/.test(room))).toEqual([]);
  });
});

test('a script in the browser opens the file of its own words, never that of all', () => {
  const toBrowser = sources.filter(({ path }) => /^site\/(?:client|strings)\//.test(path));
  expect(toBrowser.length).toBeGreaterThan(50);
  expect(
    toBrowser.filter(({ text }) => /from '(?:\.\.\/)+strings\.ts'/.test(text)).map(({ path }) => path),
  ).toEqual([]);
});

test.each([
  ['core/a.ts', "import { b } from '../render/b.ts';", 'core/a.ts imports render: ../render/b.ts'],
  [
    'core/a/b.ts',
    "export * from '../../workspace/b.ts';",
    'core/a/b.ts imports workspace: ../../workspace/b.ts',
  ],
  ['core/a.ts', "const b = await import('../cli/b.ts');", 'core/a.ts imports cli: ../cli/b.ts'],
  ['core/a.ts', "import { readFileSync } from 'node:fs';", 'core/a.ts imports node:fs'],
  ['core/a.ts', "import { join } from 'path';", 'core/a.ts imports path'],
  ['core/a.ts', 'const now = Date.now();', 'core/a.ts uses Date.now'],
  ['core/a.ts', 'const now = new Date();', 'core/a.ts uses new Date()'],
  ['core/a.ts', 'const cwd = process.cwd();', 'core/a.ts uses process'],
  [
    'render/a.ts',
    "import type { B } from '../workspace/b.ts';",
    'render/a.ts imports workspace: ../workspace/b.ts',
  ],
  ['workspace/a.ts', "import { b } from '../render/b.ts';", 'workspace/a.ts imports render: ../render/b.ts'],
  ['cli/a.ts', "import { b } from '../site/b.ts';", 'cli/a.ts imports site: ../site/b.ts'],
  [
    'site/a.astro',
    "---\nimport { b } from '../cli/b.ts';\n---\n<p/>",
    'site/a.astro imports cli: ../cli/b.ts',
  ],
])('a wrong door in %s is seen: %s', (path, text, expected) => {
  expect(trespasses({ path, text })).toEqual([expected]);
});

test.each([
  ['core/a.ts', "import { b } from './b.ts'; import { z } from 'zod'; const day = new Date(0);"],
  ['core/a.ts', "// Date.now() and process.env stay outside\nconst text = 'new Date()';"],
  ['core/a.ts', 'const f = ({ document }: { document: { title: string } }) => document.title;'],
  ['render/a.ts', "import { b } from '../core/b.ts'; import { c } from 'node:fs'; const now = Date.now();"],
  ['site/pages/a.astro', "---\nimport { b } from '../../workspace/b.ts';\n---"],
])('a right door in %s is open: %s', (path, text) => {
  expect(trespasses({ path, text })).toEqual([]);
});
