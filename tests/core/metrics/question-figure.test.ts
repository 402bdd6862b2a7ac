import { describe, expect, test } from 'vitest';
import { cellsOf, figureIn, incident, pageOn, pagesOf, valuesOf } from './figure-on.ts';

describe('the balance over the five questions', () => {
  const postmortems = [
    incident({
      id: 'a',
      date: '2026-01-01',
      improvements: [
        { question: 'detect', title: 'a1' },
        { question: 'detect', title: 'a2', done: '2026-01-02' },
        { question: 'prevent', title: 'a3', dropped: '2026-01-02' },
      ],
      ideas: { react: ['Call'] },
    }),
    incident({
      id: 'b',
      improvements: [{ question: 'detect', title: 'b1' }],
      risks: { Queues: [], Disks: [] },
    }),
    // Others' incident, our ideas.
    incident({ id: 'c', tags: ['elsewhere'], ideas: { detect: ['Look'] } }),
    incident({ id: 'empty' }),
  ];
  const { chart, reading, n, of, table } = figureIn(pageOn('2026-02-01', postmortems), 'questions');

  test('counts improvements in every state, and ideas, risks among them', () => {
    expect(chart?.categories).toEqual(['detect', 'react', 'quick-fix', 'prevent', 'other-areas-of-risk']);
    expect(valuesOf(chart)).toEqual({ improvements: [3, 0, 0, 1, 0], ideas: [1, 1, 0, 0, 2] });
    expect(pagesOf(chart)?.['improvements']?.[0]).toEqual(['Title of a', 'Title of b']);
    expect(cellsOf(table)[0]).toEqual(['detect', 3, 1]);
    expect(table.rows[0]?.sources.map(({ text }) => text)).toEqual([
      'Title of a',
      'Title of b',
      'Title of c',
    ]);
  });

  test('names the question with most and the first with least', () => {
    expect(reading).toEqual({
      improvements: 4,
      most: { question: 'detect', improvements: 3 },
      least: { question: 'react', improvements: 0 },
    });
    expect([n, of]).toEqual([3, 4]);
  });

  test('is none where two postmortems answer', () => {
    expect(figureIn(pageOn('2026-02-01', postmortems.slice(0, 2)), 'questions')).toMatchObject({
      n: 2,
      needs: 3,
      chart: null,
      reading: null,
    });
  });
});
