import { describe, expect, it } from 'vitest';
import { markdownTable, median, note, type Runs, ratio, ratioTable, spread, usageTable } from './table.ts';

describe('figures', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
    [[null, 7], 7],
    [[null], null],
    [[], null],
  ])('%j have the median %j', (figures, expected) => {
    expect(median(figures)).toBe(expected);
  });

  it.each([
    [[3, 1, 2], '2.0 (1.0–3.0)'],
    [[1.25], '1.3'],
    [[null], '–'],
  ])('%j are written %j', (figures, expected) => {
    expect(spread(figures)).toBe(expected);
  });

  it('are compared by their medians', () => {
    expect(ratio([1, 2, 3], [4])).toBe('0.50');
    expect(ratio([null], [4])).toBe('–');
    expect(ratio([1], [0])).toBe('–');
  });
});

describe('tables', () => {
  const runs: Runs = new Map();
  note(runs, 'cold', { wallSeconds: 4, cpuSeconds: 6, peakBytes: 300e6 });
  note(runs, 'cold', { wallSeconds: 2, cpuSeconds: 6, peakBytes: 200e6 });
  note(runs, 'warm', { wallSeconds: 1.5, cpuSeconds: null, peakBytes: null });

  it('show every run', () => {
    expect(usageTable(runs)).toMatchInlineSnapshot(`
      "|  | wall s | CPU s | peak MB |
      | --- | ---: | ---: | ---: |
      | cold | 3.00 (2.00–4.00) | 6.00 (6.00–6.00) | 250 (200–300) |
      | warm | 1.50 | – | – |"
    `);
  });

  it('show ratios of what ran', () => {
    expect(
      ratioTable(runs, [
        ['warm', 'cold'],
        ['cold', 'peer'],
      ]),
    ).toMatchInlineSnapshot(`
      "|  | wall | CPU |
      | --- | ---: | ---: |
      | warm / cold | 0.50 | – |"
    `);
  });

  it('keep a bar out of the grid', () => {
    expect(markdownTable(['a|b'], [['c']])).toBe('| a\\|b |\n| --- |\n| c |');
  });
});
