import { describe, expect, test } from 'vitest';
import { cellsIn, readPairs } from '../../../../src/site/client/meeting/cells.ts';

/** A storage with room for so many letters. */
function storageOf(room = Number.POSITIVE_INFINITY): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      const others = [...kept].filter(([own]) => own !== key).map(([, text]) => text);
      if ([...others, value].join('').length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => kept.delete(key),
    clear: () => kept.clear(),
  };
}

test('what one page writes, another reads', () => {
  const storage = storageOf();
  cellsIn(storage, 'a:').set('note:1', 'one');
  cellsIn(storage, 'a:').set('note:2', 'two');
  expect(cellsIn(storage, 'a:').below('note:')).toEqual(
    new Map([
      ['1', 'one'],
      ['2', 'two'],
    ]),
  );
});

test('meetings keep apart', () => {
  const storage = storageOf();
  cellsIn(storage, 'a:').set('note:1', 'one');
  expect(cellsIn(storage, 'b:').below('')).toEqual(new Map());
});

describe('where nothing can be kept', () => {
  test('the page still has it, and says so', () => {
    const cells = cellsIn(null, 'a:');
    cells.set('note:1', 'one');
    expect(cells.get('note:1')).toBe('one');
    expect(cells.below('note:')).toEqual(new Map([['1', 'one']]));
    expect(cells.trouble()).toBe('none');
  });

  test('a full storage is trouble until there is room again', () => {
    const cells = cellsIn(storageOf(4), 'a:');
    cells.set('1', 'one');
    expect(cells.trouble()).toBeNull();
    cells.set('2', 'two');
    expect(cells.get('2')).toBe('two');
    expect(cells.trouble()).toBe('full');
    cells.set('1', null);
    cells.set('2', 'two');
    expect(cells.trouble()).toBeNull();
  });

  test('what was changed and could not be kept is not the old text', () => {
    const cells = cellsIn(storageOf(4), 'a:');
    cells.set('1', 'one');
    cells.set('1', 'one and more');
    expect(cells.get('1')).toBe('one and more');
    expect(cells.below('')).toEqual(new Map([['1', 'one and more']]));
  });
});

test.each<[what: string, text: string | null, pairs: string[][]]>([
  ['nothing', null, []],
  [
    'pairs',
    '[["note:1","one"],["seen","5"]]',
    [
      ['note:1', 'one'],
      ['seen', '5'],
    ],
  ],
  ['no JSON', '[["note:1",', []],
  ['null', 'null', []],
  ['no list', '{"note:1":"one"}', []],
  ['something else beside a pair', '[5,["seen"],["seen",5],["seen","5"]]', [['seen', '5']]],
])('what was put away is read: %s', (_what, text, pairs) => {
  expect(readPairs(text)).toEqual(pairs);
});
