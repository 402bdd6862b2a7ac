import { describe, expect, test } from 'vitest';
import { readProgress, withDone } from '../../../src/core/training/progress.ts';

describe('what a browser remembers', () => {
  test.each<[what: string, text: string | null, known: Record<string, object>]>([
    ['nothing yet', null, {}],
    ['what was done', '{"a":{"read":"2026-11-20"}}', { a: { read: '2026-11-20' } }],
    ['no JSON', '{"a":', {}],
    ['another shape', '["a"]', {}],
    ['null', 'null', {}],
    ['no day', '{"a":{"read":"yesterday"},"b":{"read":true},"c":"x","d":null}', {}],
    [
      'a day that is none, beside one',
      '{"a":{"read":"2026-02-30","replayed":"2026-11-20"}}',
      { a: { replayed: '2026-11-20' } },
    ],
    ['more than we know', '{"a":{"read":"2026-11-20","stars":5}}', { a: { read: '2026-11-20' } }],
  ])('%s', (_what, text, known) => {
    expect(Object.fromEntries(readProgress(text))).toEqual(known);
  });

  test('grows, and what is taken back is gone', () => {
    const read = withDone(null, 'a', 'read', '2026-11-20');
    const both = withDone(read, 'a', 'replayed', '2026-11-21');
    expect(both).toBe('{"a":{"read":"2026-11-20","replayed":"2026-11-21"}}');
    expect(withDone(both, 'a', 'read', null)).toBe('{"a":{"replayed":"2026-11-21"}}');
    expect(withDone(read, 'a', 'read', null)).toBe('{}');
  });

  test('an id is only a name', () => {
    const text = withDone(null, '__proto__', 'read', '2026-11-20');
    expect([...readProgress(text).keys()]).toEqual(['__proto__']);
  });
});
