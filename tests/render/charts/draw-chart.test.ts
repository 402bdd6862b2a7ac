import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../src/core/metrics/chart.ts';
import { drawChart } from '../../../src/render/charts/draw-chart.ts';
import {
  bars,
  columns,
  dot,
  dots,
  drawn,
  manyDots,
  numbers,
  shares,
  steps,
  texts,
  words,
  years,
} from './charts.ts';

describe('columns', () => {
  test('stack the series of a period and say what they come to', () => {
    const { wide, key } = drawn(columns({ '1': [2, 0, 1], '2': [1, 3, 0] }));
    expect(texts(wide, '.c-s1 title')).toEqual(['2024, Severity 1, Down: 2', '2026, Severity 1, Down: 1']);
    expect(texts(wide, '.c-s2 title')).toEqual(['2024, 2: 1', '2025, 2: 3']);
    // 2 + 1, 0 + 3, 1 + 0
    expect(texts(wide, '.c-figure text')).toEqual(['3', '3', '1']);
    expect(key).toEqual(['Severity 1, Down', '2']);
  });

  test('are as high as their values', () => {
    const { wide } = drawn(columns({ '1': [2, 4] }));
    const [two = 0, four = 0] = numbers(wide, '.c-s1 rect', 'height');
    // Each gives one unit to the gap above it.
    expect((four + 1) / (two + 1)).toBeCloseTo(2, 1);
  });

  test('of one series need no key', () => {
    expect(drawn(columns({ effort: [31, 4.5] }, 'hours')).key).toEqual([]);
  });

  test('tell a period nobody knows from one without a case', () => {
    const { wide, key } = drawn(columns({ effort: [31, null, 0] }, 'hours'));
    expect(texts(wide, '.c-figure text')).toEqual(['31 h', '?']);
    expect(key).toEqual(['“?”: nobody wrote it down']);
  });

  test('of more than three series stand in a row each, with their names beside them', () => {
    const { wide, key } = drawn(
      columns({ customer: [1, 2], security: [0, 0], system: [3, 1], unknown: [0, 1] }),
    );
    // A series without a case needs no row.
    expect(texts(wide, '.c-name text')).toEqual(['A customer', 'system', 'unknown']);
    expect(texts(wide, '.c-one title')).toEqual([
      '2024, A customer: 1',
      '2025, A customer: 2',
      '2024, system: 3',
      '2025, system: 1',
      '2025, unknown: 1',
    ]);
    expect(key).toEqual([]);
  });

  test('name quarters where they have room, and always the years', () => {
    const quarters = [1, 2, 3, 4].map((quarter) => ({
      key: `2026-Q${quarter}`,
      from: `2026-0${quarter}-01`,
      to: `2026-0${quarter}-28`,
    }));
    const chart = { ...columns({ '1': [1, 1, 1, 1] }), periods: quarters };
    expect(texts(drawn(chart).wide, '.c-tick text')).toEqual(expect.arrayContaining(['Q1', 'Q4', '2026']));
  });
});

describe('dots', () => {
  test('lead to their incident and say which it is', () => {
    const { wide } = drawn(dots([dot('2025-03-04', 25), dot('2026-02-01', 375, { severity: 2 })]));
    const links = [...wide.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/postmortems/2025-03-04/',
      '/postmortems/2026-02-01/',
    ]);
    expect(texts(wide, 'a title')).toEqual([
      'Incident of 2025-03-04\n4 Mar 2025 · Severity 1 · 25 min',
      'Incident of 2026-02-01\n1 Feb 2026 · Severity 2 · 6 h 15 min',
    ]);
    expect(wide.getAttribute('role')).toBe('group');
  });

  test('of a small screen are a picture: no finger hits them', () => {
    const { narrow } = drawn(dots([dot('2025-03-04', 25)]));
    expect(narrow.querySelectorAll('a')).toHaveLength(0);
    expect(narrow.querySelectorAll('circle')).toHaveLength(1);
    expect(narrow.getAttribute('role')).toBe('img');
  });

  test('are hollow where they are written as about, and carry the interval they may lie in', () => {
    const { wide, key } = drawn(
      dots([dot('2025-03-04', 20, { max: 45 }), dot('2025-06-04', 60, { approximate: true })]),
    );
    expect(wide.querySelectorAll('.c-dot-1-about circle')).toHaveLength(1);
    expect(wide.querySelectorAll('.c-interval line')).toHaveLength(1);
    expect(key).toEqual(['Severity 1, Down', 'Written as about', 'Somewhere between']);
  });

  test('are smaller and lighter the less grave they are', () => {
    const { wide, key } = drawn(
      dots([1, 2, 3].map((severity) => dot(`2025-0${severity}-01`, 60, { severity }))),
    );
    expect([1, 2, 3].flatMap((level) => numbers(wide, `.c-dot-${level} circle`, 'r'))).toEqual([
      4.5 + 1,
      4.5,
      3.5,
    ]);
    expect(key).toEqual(['Severity 1, Down', '2', '3']);
  });

  test('stand at the same distance for the same factor', () => {
    const { wide } = drawn(dots([1, 10, 100].map((minutes, at) => dot(`2025-0${at + 1}-01`, minutes))));
    const [one = 0, ten = 0, hundred = 0] = numbers(wide, 'circle', 'cy');
    expect(one - ten).toBeCloseTo(ten - hundred, 0);
    expect(texts(wide, '.c-tick text').slice(0, 3)).toEqual(['1 min', '10 min', '1 h']);
  });

  test('of no time at all stand on the lowest line, which says so', () => {
    const { wide } = drawn(dots([dot('2025-03-04', 0), dot('2025-05-04', 10)]));
    expect(texts(wide, '.c-tick text')[0]).toBe('≤ 1 min');
    const [lowest = 0] = numbers(wide, '.c-grid line', 'y1');
    expect(numbers(wide, 'circle', 'cy')[0]).toBeCloseTo(lowest, 0);
  });

  test('have a rule with its figure for each median', () => {
    const [first, second] = years(2025, 2026);
    if (!first || !second) throw new Error('no years');
    const { wide, key } = drawn(
      dots([dot('2025-03-04', 20), dot('2026-05-04', 400)], {
        medians: [
          { period: first, value: 90, n: 3, of: 4 },
          { period: second, value: null, n: 1, of: 1 },
        ],
      }),
    );
    expect(wide.querySelectorAll('.c-median line')).toHaveLength(1);
    expect(texts(wide, '.c-median-figure text')).toEqual(['1.5 h']);
    expect(key).toContain('Median of a year');
  });

  test('have a line for what policies ask for, one for levels that ask for the same', () => {
    const { wide, key } = drawn(
      dots([dot('2025-03-04', 4)], {
        unit: 'days',
        limits: [
          { severity: 1, value: 7 },
          { severity: 2, value: 14 },
          { severity: 3, value: 14 },
        ],
      }),
    );
    expect(texts(wide, '.c-limit-name text')).toEqual(['Sev. 1', 'Sev. 2, 3']);
    expect(key).toContain('Days that the policy gives');
  });

  test.each([
    [60, 60, 0, undefined],
    [61, 0, 61, undefined],
    [400, 0, 400, undefined],
    // Every second one.
    [401, 0, 201, '201 of 401 are drawn'],
    // Every thirteenth: 5000 / 13 = 384.6
    [5000, 0, 385, '385 of 5,000 are drawn'],
  ])('of %i incidents are %i links, or %i points', (count, links, points, said) => {
    const { wide, key } = drawn(dots(manyDots(count)));
    expect(wide.querySelectorAll('a')).toHaveLength(links);
    const paths = [...wide.querySelectorAll('path')].map((path) => path.getAttribute('d') ?? '');
    expect(paths.join('').split('M').length - 1).toBe(points);
    expect(key.find((text) => text.includes('drawn'))).toBe(said);
  });
});

describe('steps', () => {
  test('carry the name and the last figure of each line at its end', () => {
    const { wide } = drawn(
      steps(
        ['created', 'closed', 'dropped', 'open'],
        [
          ['2025-01-01', 3, 0, 0, 3],
          ['2025-06-01', 5, 2, 0, 3],
          ['2026-01-01', 5, 4, 0, 1],
        ],
      ),
    );
    expect(texts(wide, '[class^="c-name"] text').toSorted()).toEqual(['Done 4', 'Open 1', 'created 5']);
    // Nothing was dropped, so that no line has to say so.
    expect(wide.querySelectorAll('[class^="c-line"]')).toHaveLength(3);
  });

  test('keep labels apart where lines end together', () => {
    const { wide } = drawn(
      steps(
        ['created', 'closed', 'open'],
        [
          ['2025-01-01', 100, 0, 100],
          ['2026-01-01', 100, 50, 50],
        ],
      ),
    );
    const places = [...wide.querySelectorAll('[class^="c-name"] text')]
      .map((text) => Number(/,([\d.]+)\)/.exec(text.getAttribute('transform') ?? '')?.[1]))
      .sort((a, b) => a - b);
    const gaps = places.slice(1).map((place, at) => place - (places[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(13);
  });

  test('of very many days keep the last step of each spot', () => {
    const rows = Array.from({ length: 3000 }, (_, at): [string, number] => [
      new Date(Date.UTC(2018, 0, 1 + at)).toISOString().slice(0, 10),
      at + 1,
    ]);
    const { wide, html } = drawn(steps(['open'], rows));
    expect(texts(wide, '.c-name-open text')).toEqual(['Open 3000']);
    expect(html.length).toBeLessThan(12_000);
  });
});

describe('shares', () => {
  test('say how many of how many, and leave a gap where there is no case', () => {
    const { wide } = drawn(
      shares([
        [1, 4],
        [0, 0],
        [0, 3],
        [2, 2],
      ]),
    );
    expect(texts(wide, '.c-figure text')).toEqual(['1/4', '0/3', '2/2']);
    expect(texts(wide, '.c-one title')).toEqual([
      '2024: 1 / 4 = 25 %',
      '2026: 0 / 3 = 0 %',
      '2027: 2 / 2 = 100 %',
    ]);
    expect(wide.querySelectorAll('.c-whole rect')).toHaveLength(3);
  });

  test('of too few cases have no column, and the key says why', () => {
    const { wide, key } = drawn(
      shares([
        [1, 1],
        [1, 2],
      ]),
    );
    expect(texts(wide, '.c-few text')).toEqual(['1/1']);
    expect(texts(wide, '.c-figure text')).toEqual(['1/2']);
    expect(wide.querySelectorAll('.c-one rect')).toHaveLength(1);
    expect(key).toEqual(['Too few for a share']);
  });

  test('of large wholes are told in percent, on a scale that lets them be seen', () => {
    // 29.12 of 4160 hours
    const { wide } = drawn(shares([[29.12, 4160]]));
    expect(texts(wide, '.c-figure text')).toEqual(['0.7 %']);
    expect(texts(wide, '.c-tick text').slice(0, 3)).toEqual(['0 %', '0.5 %', '1 %']);
    expect(wide.querySelectorAll('.c-whole')).toHaveLength(0);
  });

  test('can pass the whole', () => {
    const { wide } = drawn(shares([[60, 40]]));
    expect(texts(wide, '.c-tick text').slice(0, 3)).toEqual(['0 %', '75 %', '150 %']);
  });
});

test('bars carry their name, their parts and their sum', () => {
  const { wide, key } = drawn(bars(['detect', 'react'], { improvements: [30, 1], ideas: [12, 0] }));
  expect(texts(wide, '.c-name text')).toEqual(['Detect', 'react']);
  // 30 + 12, 1 + 0
  expect(texts(wide, '.c-figure text')).toEqual(['42', '1']);
  // A part without room for its figure has it in its title only.
  expect(texts(wide, '.c-on-improvements text')).toEqual(['30']);
  expect(texts(wide, '.c-improvements title')).toEqual([
    'Detect, improvements: 30',
    'react, improvements: 1',
  ]);
  expect(key).toEqual(['improvements', 'ideas']);
});

const each: [string, Chart][] = [
  ['columns', columns({ '1': [2, 1], '2': [1, 3] })],
  ['rows', columns({ a: [1], b: [2], c: [3], d: [4] })],
  ['dots', dots([dot('2025-03-04', 25, { max: 40 }), dot('2026-02-01', 375)])],
  ['many dots', dots(manyDots(500))],
  [
    'steps',
    steps(
      ['open'],
      [
        ['2025-01-01', 3],
        ['2025-06-01', 5],
      ],
    ),
  ],
  ['shares', shares([[1, 2]])],
  ['bars', bars(['detect'], { ideas: [3] })],
];

describe.each(each)('a drawing of %s', (_, chart) => {
  test('is named and described by the page', () => {
    const { wide, narrow } = drawn(chart);
    for (const svg of [wide, narrow]) {
      expect(svg.getAttribute('aria-labelledby')).toBe('detect');
      expect(svg.getAttribute('aria-describedby')).toBe('detect:reading');
    }
  });

  test('has no style, script, identifier or address of its own, and no number that is none', () => {
    const html = drawChart(chart, words);
    expect(html).not.toMatch(/<style|<script|<foreignObject|\s(?:style|id|on\w+|fill|stroke)=|url\(|http/i);
    expect(html).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  test('is the same twice', () => {
    expect(drawChart(chart, words)).toBe(drawChart(chart, words));
  });
});

describe('what an author wrote', () => {
  const hostile = '</title></svg><script>alert(1)</script>"\'&<b>';

  test('is text, whatever it looks like', () => {
    const source = { text: hostile, url: '/postmortems/x/?a="><script>' };
    const { html, wide } = drawn(dots([dot('2025-03-04', 5, { source })]));
    expect(html).not.toMatch(/<script|<b>/);
    expect(texts(wide, 'a title')[0]).toContain(hostile);
  });

  test('is text in names of series, categories and in the key', () => {
    const names = { ideas: hostile, detect: hostile };
    const { html, key } = drawn(bars(['detect'], { ideas: [3], improvements: [1] }), { names });
    expect(html).not.toMatch(/<script|<b>/);
    expect(key[0]).toBe(hostile);
  });

  test.each(['javascript:alert(1)', '//elsewhere.example/', 'https://elsewhere.example/', '/a b'])(
    'does not lead to %s',
    (url) => {
      const { wide } = drawn(dots([dot('2025-03-04', 5, { source: { text: 'x', url } })]));
      expect(wide.querySelectorAll('[href]')).toHaveLength(0);
      expect(wide.querySelectorAll('circle')).toHaveLength(1);
    },
  );
});

test('whatever the values, a drawing is whole and stays in its frame', () => {
  const day = fc
    .integer({ min: 0, max: 4000 })
    .map((days) => new Date(Date.UTC(2016, 0, 1 + days)).toISOString().slice(0, 10));
  const count = fc.nat({ max: 5000 });
  const chart = fc.oneof<fc.Arbitrary<Chart>[]>(
    fc
      .array(count, { minLength: 1, maxLength: 30 })
      .map((one) => columns({ '1': one, '2': one.toReversed() })),
    fc
      .array(fc.record({ day, min: fc.nat({ max: 1e6 }), more: fc.nat({ max: 1e5 }) }), {
        minLength: 1,
        maxLength: 60,
      })
      .map((all) =>
        dots(
          all.map(({ day, min, more }) => dot(day, min, { max: min + more })),
          { medians: years(2016, 2026).map((period) => ({ period, value: all[0]?.min ?? 0, n: 3, of: 3 })) },
        ),
      ),
    fc.uniqueArray(day, { minLength: 1, maxLength: 50 }).map((days) =>
      steps(
        ['created', 'open'],
        days.sort().map((on, at) => [on, at, at % 7]),
      ),
    ),
    fc
      .array(fc.tuple(count, count), { minLength: 1, maxLength: 30 })
      .filter((all) => all.some(([, of]) => of > 0))
      .map((all) => shares(all)),
    fc.array(count, { minLength: 1, maxLength: 6 }).map((one) =>
      bars(
        one.map((_, at) => `c${at}`),
        { ideas: one },
      ),
    ),
  );
  fc.assert(
    fc.property(chart, (one) => {
      const { html, wide, narrow } = drawn(one);
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
      for (const [svg, width] of [
        [wide, 640],
        [narrow, 340],
      ] as const)
        for (const at of [...numbers(svg, 'rect', 'x'), ...numbers(svg, 'circle', 'cx')]) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(width);
        }
    }),
    { numRuns: 25 },
  );
});
