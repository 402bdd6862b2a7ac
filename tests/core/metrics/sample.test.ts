import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import type { FigureId } from '../../../src/core/metrics/figures.ts';
import { metricsPage } from '../../../src/core/page/metrics-page.ts';
import { load } from '../../../src/workspace/load.ts';
import { projectFromEnvironment } from '../../../src/workspace/project.ts';
import { root } from '../../support/build-site.ts';
import { sampleContent } from '../../support/sample.ts';
import { cellsOf, figureIn, valuesOf } from './figure-on.ts';

function pageOf(content: string, today: string) {
  const project = projectFromEnvironment({ CONTENT_DIR: content });
  return metricsPage(indexCatalog(load(project).catalog, { today, basePath: '/' }));
}

/** Four incidents and seven improvements that a person can count. */
describe('the figures of tests/fixtures/metrics on 2026-06-30', () => {
  const page = pageOf(join('tests', 'fixtures', 'metrics'), '2026-06-30');
  const figure = <Id extends FigureId>(id: Id) => figureIn(page, id);

  test('are of four incidents over the months since January; the one of others is named apart', () => {
    expect(page).toMatchObject({
      incidents: 4,
      period: 'month',
      elsewhere: [{ text: 'Lost database', url: '/postmortems/elsewhere/2017-01-31-lost-database/' }],
    });
    expect(valuesOf(figure('severity').chart)).toEqual({ 1: [1, 0, 0, 0, 0, 1], 2: [0, 1, 0, 0, 1, 0] });
  });

  test('kinds: three of four say who raised them, two say where the fault lay', () => {
    expect(figure('raised-by')).toMatchObject({
      n: 3,
      of: 4,
      reading: {
        tally: [
          { key: 'system', count: 2 },
          { key: 'customer', count: 1 },
        ],
      },
    });
    expect(figure('triage')).toMatchObject({ n: 2, of: 4 });
    expect(figure('system-first')).toMatchObject({ n: 3, of: 4, reading: { part: 2, of: 3 } });
  });

  test('detected after 60, 5, 20 and 2 minutes: in the middle of 5 and 20 lies 12.5', () => {
    expect(figure('detect')).toMatchObject({ n: 4, of: 4, reading: { median: 12.5 } });
  });

  test('resolved after 240, 60 and 180 minutes: the median is 180, and the fourth still burns', () => {
    expect(figure('resolve')).toMatchObject({ n: 3, of: 3, reading: { median: 180 } });
  });

  test('responded and mitigated: two are too few; the first took about 90, and 120 to 150 minutes', () => {
    expect(figure('respond')).toMatchObject({ n: 2, of: 3, reading: null });
    expect(cellsOf(figure('respond').table)[1]?.at(-1)).toEqual({ min: 90, max: 90, approximate: true });
    expect(cellsOf(figure('mitigate').table)[1]?.at(-1)).toEqual({ min: 120, max: 150, approximate: false });
  });

  test('8 and 3 hours are 11, known of two in three; May is unknown, and the quiet months are zero', () => {
    expect(figure('effort')).toMatchObject({ n: 2, of: 3, reading: { hours: 11 } });
    expect(valuesOf(figure('effort').chart)).toEqual({ effort: [8, 3, 0, 0, null, 0] });
  });

  test('capacity: 11 hours of 60 a week in the 150 days of the half-year without May', () => {
    expect(figure('capacity').reading).toMatchObject({
      part: 11,
      of: expect.closeTo((60 * 150) / 7, 6),
    });
    // February has four weeks.
    expect(figure('capacity').chart?.shares[1]).toMatchObject({ part: 3, of: 240, share: 0.0125 });
  });

  test('the backlog: 7 created, 3 closed, 1 dropped, 3 open', () => {
    expect(figure('backlog').chart?.steps.map(({ on, values }) => [on, ...Object.values(values)])).toEqual([
      ['2026-01-14', 3, 0, 0, 3],
      ['2026-01-30', 3, 1, 0, 2],
      ['2026-03-01', 4, 1, 0, 3],
      ['2026-03-05', 4, 2, 0, 2],
      ['2026-05-20', 7, 2, 0, 5],
      ['2026-05-25', 7, 3, 0, 4],
      ['2026-06-10', 7, 3, 1, 3],
      ['2026-06-30', 7, 3, 1, 3],
    ]);
  });

  test('dates: two of three met, in January and May; one missed in February, one overdue since April', () => {
    expect(figure('dates-met').reading).toMatchObject({ met: 2, closed: 3, overdue: 1 });
    expect(valuesOf(figure('dates-met').chart)).toEqual({
      met: [1, 0, 0, 0, 1, 0],
      late: [0, 1, 0, 0, 0, 0],
      overdue: [0, 0, 0, 1, 0, 0],
    });
  });

  test('open since 14 January, 1 March and 20 May: 167, 121 and 41 days', () => {
    expect(figure('age').reading).toEqual({
      median: 121,
      oldest: {
        days: 167,
        source: { text: 'A second provider', url: '/postmortems/2026-01-10-no-fax/#a-second-provider' },
      },
      overAYear: 0,
    });
  });

  test('the five questions: 2, 2, 0, 3 and 0 improvements, 2 ideas and a risk', () => {
    expect(valuesOf(figure('questions').chart)).toEqual({
      improvements: [2, 2, 0, 3, 0],
      ideas: [0, 0, 2, 0, 1],
    });
  });

  test('reviewed after 4 and 16 days: too few for a median', () => {
    expect(figure('review')).toMatchObject({ n: 2, of: 2, reading: null });
    expect(cellsOf(figure('review').table).map((cells) => cells.at(-1))).toEqual([
      { min: 16, max: 16, approximate: false },
      { min: 4, max: 4, approximate: false },
    ]);
  });
});

/** Counted once more, with nothing but the words in the files. */
describe('the figures of the sample organisation', () => {
  const folder = join(root, sampleContent, 'postmortems');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
  const own = texts.filter((text) => !/^tags: .*\belsewhere\b/m.test(text));
  const linesOf = (from: string[], line: RegExp): string[] =>
    from.flatMap((text) => line.exec(text)?.[1] ?? []);
  const wordsOf = (word: string): number =>
    texts.flatMap((text) => text.match(new RegExp(`\\s${word}:\\d{4}-\\d\\d-\\d\\d`, 'g')) ?? []).length;
  const page = pageOf(sampleContent, '2026-11-21');

  test('are of every incident but the retold ones, by the severity in its file', () => {
    expect(page.incidents).toBe(own.length);
    expect(page.elsewhere).toHaveLength(texts.length - own.length);
    const levels = linesOf(own, /^severity: (\d)/m);
    for (const { key, count } of figureIn(page, 'severity').reading?.tally ?? [])
      expect([key, count]).toEqual([key, levels.filter((level) => level === key).length]);
  });

  test('say who raised them as the files do', () => {
    const raisedBy = linesOf(own, /^raisedBy: (\S+)/m);
    expect(figureIn(page, 'system-first').reading).toMatchObject({
      part: raisedBy.filter((who) => who === 'system').length,
      of: raisedBy.length,
    });
  });

  test('add up the hours in the files', () => {
    const hours = linesOf(own, /^effort: (\S+)/m).map((effort) => {
      const [, whole = 0, minutes = 0] = /^(?:([\d.]+)h)?(?:(\d+)m)?$/.exec(effort) ?? [];
      return Number(whole) + Number(minutes) / 60;
    });
    expect(figureIn(page, 'effort').reading?.hours).toBeCloseTo(
      hours.reduce((a, b) => a + b, 0),
      6,
    );
  });

  test('count as many done and dropped as the files say', () => {
    expect(figureIn(page, 'backlog').reading).toMatchObject({
      closed: wordsOf('done'),
      dropped: wordsOf('dropped'),
    });
  });
});
