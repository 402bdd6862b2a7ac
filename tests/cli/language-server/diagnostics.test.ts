import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { root, run } from '../../support/build-site.ts';
import { contentFolder, openPostmortem, writeContent } from '../../support/content-folder.ts';
import { type LanguageClient, languageClient } from '../../support/language-client.ts';

/** A finding as `check --format json` has it, in the shape that an editor gets. */
const asEditor = ({ line, column, severity, rule, message, hint }: Diagnostic) => ({
  at: `${line}:${column}`,
  severity: severity === 'error' ? 1 : 2,
  code: rule,
  message: hint === undefined ? message : `${message}\n${hint}`,
});

describe('the language server', () => {
  const broken = 'tests/fixtures/many-errors';
  let client: LanguageClient;
  beforeAll(async () => {
    contentFolder('language-server', {}, broken);
    client = await languageClient('.cache/content/language-server');
  });
  afterAll(async () => {
    expect(await client.end()).toBe(0);
  });

  test('says of every file what check says, open or not', async () => {
    const { stdout } = await run(['check', '--format', 'json'], {
      CONTENT_DIR: '.cache/content/language-server',
    });
    const expected = Map.groupBy(JSON.parse(stdout) as Diagnostic[], ({ file }) =>
      file.replace('.cache/content/language-server/', ''),
    );
    expect(expected.size).toBeGreaterThan(5);
    for (const [path, findings] of expected) {
      const found = await client.diagnostics(path, ({ length }) => length === findings.length);
      expect(
        found.map(({ range: { start }, severity, code, message, source }) => ({
          at: `${start.line + 1}:${start.character + 1}`,
          severity,
          code,
          message,
          source,
        })),
      ).toEqual(findings.map((finding) => ({ ...asEditor(finding), source: 'fire-marshal' })));
    }
  });

  test('follows what is typed and not saved, letter by letter, and what is closed again', async () => {
    const path = 'postmortems/2020-01-01-typed.mdx';
    const text = openPostmortem('Typed', 'It took <5 ms, see [the fax](./2018-05-04-fax.mdx).');
    await client.open(path, '');
    await client.diagnostics(path, ([first]) => first?.code === 'front-matter-missing');
    for (let end = 1; end < text.length; end += 7) await client.change(path, text.slice(0, end));
    await client.change(path, text);
    const [found] = await client.diagnostics(path, ([first]) => first?.code === 'mdx-syntax');
    expect(found?.range).toEqual({ start: { line: 8, character: 8 }, end: { line: 8, character: 10 } });
    await client.change(path, text.replace('<5', '5'));
    expect(await client.diagnostics(path, ({ length }) => length === 0)).toEqual([]);
    await client.change(path, text);
    await client.diagnostics(path, ({ length }) => length > 0);
    await client.close(path);
    expect(await client.diagnostics(path, ({ length }) => length === 0)).toEqual([]);
  });

  test('tells a file when its link leads nowhere any more because of another one', async () => {
    const from = 'postmortems/2020-01-02-from.mdx';
    const to = 'postmortems/2020-01-03-to.mdx';
    await client.open(to, openPostmortem('To', 'All dry.\n\n## The pumps\n\nOn.'));
    await client.open(from, openPostmortem('From', '[there](./2020-01-03-to.mdx#the-pumps)'));
    await client.diagnostics(from, ({ length }) => length === 0);
    await client.change(to, openPostmortem('To', 'All dry.\n\n## The valves\n\nOn.'));
    const [found] = await client.diagnostics(from, ({ length }) => length > 0);
    expect(found?.code).toBe('link-anchor');
    await client.close(to);
    const [gone] = await client.diagnostics(from, ([first]) => first?.code === 'link-missing');
    expect(gone?.range).toEqual({ start: { line: 8, character: 0 }, end: { line: 8, character: 38 } });
    await client.close(from);
  });

  test('sees what others write to the disk', async () => {
    const path = 'postmortems/2020-01-06-saved.mdx';
    writeContent('.cache/content/language-server', { [path]: openPostmortem('Saved', 'It took <5 ms.') });
    await client.diagnostics(path, ([first]) => first?.code === 'mdx-syntax');
    writeContent('.cache/content/language-server', { [path]: openPostmortem('Saved', 'It took 5 ms.') });
    expect(await client.diagnostics(path, ({ length }) => length === 0)).toEqual([]);
  });

  test('reads settings, systems and people as they are typed', async () => {
    const path = 'systems.yaml';
    await client.open(path, '- id: fax-gateway\n  name: Fax\n  dependsOn: [dsn]\n- id: dns\n  name: DNS\n');
    const found = await client.diagnostics(path, ([first]) => String(first?.message).includes('dsn'));
    expect(found.map(({ message }) => message)).toEqual([
      'fax-gateway depends on "dsn", and there is no such system.\nDid you mean dns?',
    ]);
    await client.close(path);
  });

  test('draws the diagrams that are typed', async () => {
    const path = 'postmortems/2020-01-04-drawn.mdx';
    await client.open(path, openPostmortem('Drawn', '```mermaid\nflowchart LR\n  a --> \n```'));
    const found = await client.diagnostics(path, ([first]) => first?.code === 'diagram-broken');
    expect(found.map(({ range }) => range.start.line)).toEqual([10]);
    await client.close(path);
  });

  test('outlives every text, also half a one with emoji, other scripts and lone halves of signs', async () => {
    const path = 'postmortems/2020-01-05-odd.mdx';
    await client.open(path, '');
    for (const name of globSync('tests/fixtures/many-errors/**/*.mdx', { cwd: root })) {
      const text = readFileSync(join(root, name), 'utf8').replaceAll('e', '🚒').replaceAll('a', '\ud83d');
      for (let end = 0; end < text.length; end += 97) await client.change(path, text.slice(0, end));
    }
    await client.change(path, openPostmortem('Ход 🚒🚒', '火 🚒 <5 ms'));
    const found = await client.diagnostics(path, ([first]) => first?.code === 'mdx-syntax');
    expect(found[0]?.range).toEqual({ start: { line: 8, character: 5 }, end: { line: 8, character: 7 } });
  });
});
