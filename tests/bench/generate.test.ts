import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryKinds, improvementStates, marks, questions, statuses } from '../../src/core/vocabulary.ts';
import { load, type Workspace } from '../../src/workspace/load.ts';
import { contentFiles, writeContent } from './generate.ts';
import { systemCount, systemId } from './organisation.ts';
import { postmortemText } from './postmortem-text.ts';

const n = 150;
const folder = mkdtempSync(join(tmpdir(), 'generate-test-'));
const project = { root: folder, content: join(folder, 'content'), siteUrl: null, basePath: '/' };
let meanBytes: number;
let workspace: Workspace;

beforeAll(() => {
  meanBytes = writeContent(project.content, { n, seed: 1 });
  workspace = load(project);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('made-up postmortems', () => {
  it('pass the check without a word', () => {
    expect(workspace.diagnostics).toEqual([]);
    expect(workspace.catalog.postmortems).toHaveLength(n);
  });

  it('pass it with other seeds as well', () => {
    writeContent(project.content, { n: 60, seed: 77 });
    expect(load(project).diagnostics).toEqual([]);
  });

  it('have about five kilobytes each', () => {
    expect(meanBytes).toBeGreaterThan(4500);
    expect(meanBytes).toBeLessThan(5500);
  });

  it('are the same each time, and the same in a larger corpus', () => {
    const small = new Map(contentFiles({ n: 20, seed: 1 }));
    const large = new Map(contentFiles({ n: 40, seed: 1 }));
    const written = [...small.keys()].filter((path) => path.startsWith('postmortems/'));
    expect(written).toHaveLength(21);
    for (const path of written) expect(large.get(path)).toBe(small.get(path));
    expect(postmortemText(2, 7)).not.toBe(postmortemText(1, 7));
    expect(postmortemText(1, 8)).not.toBe(postmortemText(1, 7));
  });

  it('use every word of the format', () => {
    const { postmortems } = workspace.catalog;
    const entries = postmortems.flatMap(({ timeline }) => timeline?.entries ?? []);
    const improvements = postmortems.flatMap((postmortem) =>
      questions.flatMap((question) => postmortem.questions[question]?.improvements ?? []),
    );
    expect(new Set(postmortems.map(({ facts }) => facts.status))).toEqual(new Set(statuses));
    expect(new Set(entries.flatMap((entry) => entry.marks))).toEqual(new Set(marks));
    expect(new Set(entries.flatMap(({ kinds }) => kinds))).toEqual(new Set(entryKinds));
    expect(new Set(improvements.map(({ state }) => state))).toEqual(new Set(improvementStates));
    expect(entries.some(({ time }) => time.approximate)).toBe(true);
    expect(entries.some(({ time }) => time.end !== null)).toBe(true);
    expect(new Set(postmortems.map(({ facts }) => facts.timezone)).size).toBeGreaterThan(3);
    const risks = postmortems.flatMap(
      ({ questions: answers }) => answers['other-areas-of-risk']?.ideas ?? [],
    );
    expect(risks.some(({ systems }) => systems.length > 0)).toBe(true);
    expect(postmortems.some(({ hypotheses }) => hypotheses.length > 0)).toBe(true);
    expect(postmortems.some(({ whys }) => whys.length > 0)).toBe(true);
    expect(postmortems.some(({ nextActions }) => nextActions.length > 0)).toBe(true);
    expect(postmortems.some(({ document }) => document.fences.length > 0)).toBe(true);
    expect(postmortems.some(({ document }) => document.links.some(({ url }) => url.includes('.mdx#')))).toBe(
      true,
    );
    const all = postmortems.map(({ document }) => document.source.text).join('');
    for (const used of ['<Callout ', '<Details ', '<Figure ', '![', '| --- |', '```yaml', '{/*', '### '])
      expect(all).toContain(used);
  });
});

describe('the organisation', () => {
  it('has different systems however many there are', () => {
    const ids = Array.from({ length: systemCount(100_000) }, (_, index) => systemId(index));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(1000);
  });
});
