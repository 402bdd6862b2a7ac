import { expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import type { History, ImprovementHistory } from '../../../src/core/history/history.ts';
import { historyModel } from '../../../src/core/page/history-model.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

const { catalog } = catalogOf([postmortemOf({ id: 'fax' })], {
  people: [{ handle: 'ana', name: 'Ana Ribeiro', team: null }],
});

function modelOf(history: ImprovementHistory, coverage: History['coverage'] = { kind: 'whole' }) {
  const index = indexCatalog(catalog, {
    today: '2026-06-10',
    basePath: '/',
    history: { coverage, improvements: new Map([['fax#watch', history]]) },
  });
  expect(historyModel(index, 'fax#another')).toBeNull();
  return historyModel(index, 'fax#watch');
}

const nothing: ImprovementHistory = { appearedOn: '2026-01-05', moves: [], due: null, handovers: 0 };

test('moves carry names, and the days between two dates', () => {
  const on = { on: '2026-01-06', commit: 'abc' };
  const model = modelOf({
    ...nothing,
    moves: [
      { field: 'owner', from: 'ana', to: 'nobody-knows', ...on },
      { field: 'owner', from: 'nobody-knows', to: null, ...on },
      // The 28 days of February.
      { field: 'due', from: '2026-02-01', to: '2026-03-01', ...on },
      { field: 'due', from: '2026-03-01', to: null, ...on },
    ],
  });
  expect(model?.moves.map(({ names, days }) => [names.from, names.to, days])).toEqual([
    ['Ana Ribeiro', 'nobody-knows', null],
    ['nobody-knows', null, null],
    [null, null, 28],
    [null, null, null],
  ]);
});

test('what a shallow clone began with was there before', () => {
  const shallow = { kind: 'shallow', since: '2026-01-03' } as const;
  expect(modelOf({ ...nothing, appearedOn: null }, shallow)?.appearedBefore).toBe('2026-01-03');
  expect(modelOf(nothing, shallow)?.appearedBefore).toBeNull();
  expect(modelOf(nothing)?.appearedBefore).toBeNull();
});
