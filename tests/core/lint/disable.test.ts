import { describe, expect, test } from 'vitest';
import { lintText } from '../../support/rule-example.ts';

const found = (body: string): string[] =>
  lintText(`---\ntitle: Orders\nstatus: open\nseverity: 1\n---\n${body}\n`).map(
    ({ rule, severity, place }) => `${place.line - 5} ${rule} ${severity}`,
  );

describe('a comment that disables', () => {
  test.each([
    ['the block that follows', '{/* disable blame-words: their words */}\n\nA human error.'],
    ['all rules in it', '{/* disable: their words */}\n\nA human error.'],
    ['several rules', '{/* disable blame-words, blame-words: their words */}\n\nA human error.'],
    ['the paragraph it stands in', 'A human error. {/* disable blame-words: their words */}'],
    ['the whole list that follows', '{/* disable blame-words: theirs */}\n- A human error.\n- Or careless.'],
    ['the item it stands in', '- A human error. {/* disable blame-words: theirs */}\n\n  Or careless.'],
    ['the item it ends', '- A human error.\n\n  {/* disable blame-words: theirs */}'],
    ['the heading that follows', '{/* disable blame-words: theirs */}\n\n## Human error'],
    ['the heading above it', '## Human error\n\n{/* disable blame-words: theirs */}\n\nText.'],
    [
      'in a component',
      '<Callout type="note">\n\n{/* disable blame-words: theirs */}\n\nA human error.\n\n</Callout>',
    ],
  ])('%s', (_what, body) => {
    expect(found(body)).toEqual([]);
  });

  test.each([
    [
      'the block after the next',
      '{/* disable blame-words: why */}\n\nCareless.\n\nCareless.',
      ['5 blame-words warning'],
    ],
    [
      'the item after its own',
      '- Careless. {/* disable blame-words: why */}\n- Careless.',
      ['2 blame-words warning'],
    ],
  ])('not %s', (_what, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  test.each([
    ['says why', '{/* disable blame-words */}\n\nCareless.', ['1 disable-reason warning']],
    ['says why, with a colon too', '{/* disable blame-words: */}\n\nCareless.', ['1 disable-reason warning']],
    ['names a rule that is known', '{/* disable blame-word: why */}\n\nText.', ['1 disable-name warning']],
    ['names a rule for sense', '{/* disable timeline-order: why */}\n\nText.', ['1 disable-name warning']],
    ['has something to disable', '{/* disable blame-words: why */}\n\nText.', ['1 disable-unused advice']],
    ['of any rule', '{/* disable: why */}\n\nText.', ['1 disable-unused advice']],
  ])('%s', (_what, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  test.each(['{/* disable the alarm: it is too loud */}', '{/* disable alerts */}', '{/* disabled */}'])(
    'is not %s',
    (comment) => {
      expect(found(`${comment}\n\nText.`)).toEqual([]);
    },
  );

  test('proposes the rule that was meant', () => {
    const [problem] = lintText(
      '---\ntitle: Orders\nstatus: open\nseverity: 1\n---\n\n{/* disable blame-word: why */}\n\nText.\n',
    );
    expect(problem?.hint).toBe('Did you mean blame-words?');
  });

  test('of a rule that is off is not called useless', () => {
    const text =
      '---\ntitle: Orders\nstatus: open\nseverity: 1\n---\n\n{/* disable blame-words: why */}\n\nText.\n';
    expect(lintText(text, { 'blame-words': 'off' })).toEqual([]);
  });
});
