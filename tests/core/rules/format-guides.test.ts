import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { applyFixes } from '../../../src/core/fix/apply-fixes.ts';
import type { FormatExample } from '../../../src/core/rules/format-guide.ts';
import { formatGuideGroups } from '../../../src/core/rules/format-guides.ts';
import { isSenseRule, ruleNames } from '../../../src/core/rules.ts';
import { checkFences } from '../../../src/render/mermaid/check-fences.ts';
import { createMermaid } from '../../../src/render/mermaid/index.ts';
import { checkSecrets } from '../../../src/render/secrets/check-secrets.ts';
import { load } from '../../../src/workspace/load.ts';
import type { ContentFiles } from '../../support/content-folder.ts';
import { openPostmortem } from '../../support/content-folder.ts';
import { exampleContent } from '../../support/format-example.ts';

const guides = formatGuideGroups.flatMap((group) => group.guides);
const folder = mkdtempSync(join(tmpdir(), 'rule-examples-'));
const mermaid = createMermaid({ cacheDirectory: join(folder, 'drawings'), processes: 1 });
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await mermaid.close();
});

let count = 0;
async function findingsIn(files: ContentFiles, links: Record<string, string> = {}): Promise<Diagnostic[]> {
  const root = join(folder, `${count++}`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(path.endsWith('/') ? join(root, path) : dirname(join(root, path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(root, path), text);
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
  const workspace = load({ root, content: root, siteUrl: null, basePath: '/' });
  return [
    ...workspace.diagnostics,
    ...(await checkSecrets(workspace)),
    ...(await checkFences(workspace.documents, workspace.catalog.settings, mermaid)),
  ];
}

const rulesOf = (found: readonly Diagnostic[]): string[] => [
  ...new Set(found.map(({ rule, severity }) => `${severity} ${rule}`)),
];
const weightOf = (rule: string): string | undefined => guides.find((guide) => guide.rule === rule)?.weight;

const printed = guides.flatMap(({ rule, mended, examples }) =>
  examples.flatMap((example, at) =>
    example.place === 'in-words' ? [] : [{ rule, mended, example, number: at + 1 }],
  ),
);

describe.each(printed)('example $number of $rule', ({ rule, example }) => {
  const found = (text: string): Promise<Diagnostic[]> => findingsIn(exampleContent(example, text).files);

  test('shows what it finds, and nothing else', async () => {
    expect(rulesOf(await found(example.wrong))).toEqual([`${weightOf(rule)} ${rule}`]);
  });

  test('shows how it may stand', async () => {
    expect(await found(example.right)).toEqual([]);
  });
});

test('what is said to be mended is, and becomes the right text', async () => {
  const mended = new Set<string>();
  for (const { rule, example } of printed) {
    const { files, file } = exampleContent(example, example.wrong);
    const fixes = (await findingsIn(files)).flatMap(({ fix }) => fix ?? []);
    if (fixes.length === 0) continue;
    mended.add(rule);
    expect(applyFixes(String(files[file]), fixes).text).toBe(
      exampleContent(example, example.right).files[file],
    );
  }
  expect([...mended].sort()).toEqual(guides.flatMap(({ rule, mended }) => (mended ? [rule] : [])).sort());
});

const summary = (text: string): ContentFiles => ({ 'postmortems/a.mdx': openPostmortem('A', text) });
const entries = (length: number): string =>
  Array.from({ length }, (_, at) => `- ${at === 0 ? '2018-05-04 ' : ''}08:25 Entry`).join('\n');

/** What examples in words describe, made. */
const described: Record<
  string,
  { wrong: ContentFiles; right: ContentFiles; links?: Record<string, string> }
> = {
  'file-size': {
    wrong: summary(`\`\`\`\n${'log line\n'.repeat(222_222)}\`\`\``),
    right: { ...summary('[The log](./mail-queue.log)'), 'postmortems/mail-queue.log': 'full' },
  },
  'file-encoding': {
    wrong: { 'postmortems/a.mdx': Buffer.from(openPostmortem('Café'), 'latin1') },
    right: { 'postmortems/a.mdx': openPostmortem('Café') },
  },
  'file-unreadable': { wrong: { 'settings.yaml/': '' }, right: { 'settings.yaml': 'timezone: UTC' } },
  'symbolic-link': {
    wrong: { 'elsewhere.txt': 'x', 'postmortems/': '' },
    right: summary('The file.'),
    links: { 'postmortems/fax.mdx': '../elsewhere.txt' },
  },
  'paragraph-length': {
    wrong: summary('at line '.repeat(1_251)),
    right: summary(`\`\`\`\n${'at line '.repeat(1_251)}\n\`\`\``),
  },
  'nesting-depth': { wrong: summary(`${'- '.repeat(101)}Full.`), right: summary('- Full.') },
  'yaml-limit': {
    wrong: { 'systems.yaml': `${'['.repeat(101)}${']'.repeat(101)}` },
    right: { 'systems.yaml': '- { id: fax, name: Fax }' },
  },
  'timeline-size': {
    wrong: { 'postmortems/a.mdx': `${openPostmortem('A')}\n## Timeline\n\n${entries(5_001)}\n` },
    right: { 'postmortems/a.mdx': `${openPostmortem('A')}\n## Timeline\n\n${entries(30)}\n` },
  },
  secret: {
    wrong: summary(`Authorization: xoxb${'-'}123456789012-${'aBcDeFgHiJkLmNoPqRsTuVwX'}`),
    right: summary('Authorization: [token of the deploy bot]'),
  },
};

test.each(Object.entries(described))('%s finds what its example describes', async (rule, made) => {
  expect(rulesOf(await findingsIn(made.wrong, made.links))).toEqual([`${weightOf(rule)} ${rule}`]);
  expect(await findingsIn(made.right)).toEqual([]);
});

test('every rule of the format has a guide, every example in words is made here, and the order is that of the rules', () => {
  const inWords = ({ examples }: { examples: readonly FormatExample[] }): boolean =>
    examples.some(({ place }) => place === 'in-words');
  expect(guides.map(({ rule }) => rule)).toEqual(ruleNames.filter((name) => !isSenseRule(name)));
  expect(guides.filter(inWords).map(({ rule }) => rule)).toEqual(Object.keys(described));
});
