import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/core/document/plain-text.ts';
import { readHypotheses } from '../../../src/core/improvement/read-hypotheses.ts';
import { sectionOf, show } from './section.ts';

function read(text: string) {
  const { section, source } = sectionOf(text);
  return readHypotheses(section, { source });
}

function testOf(line: string) {
  const { hypotheses, problems } = read(`- The queue is stuck\n  - ${line}`);
  const { text, verdict } = hypotheses[0]?.tests[0] ?? {};
  return { text, verdict, problems: show(problems) };
}

describe('hypotheses', () => {
  test('are bullets, with tests and other text nested in them', () => {
    const { hypotheses, prose, problems } = read(`
We thought hard. {/* and long */}

- The queue is **stuck**

  It was last year.
  - Restart it **ruled out**

    Twice.
  - Ask the provider
- TBD
-
`);
    expect(problems).toEqual([]);
    expect(plainText(prose)).toBe('We thought hard.');
    expect(hypotheses.map(({ text, place, blocks }) => [text, place.line, plainText(blocks)])).toEqual([
      ['The queue is stuck', 4, 'It was last year.'],
      ['TBD', 11, ''],
    ]);
    expect(
      hypotheses[0]?.tests.map(({ text, verdict, place, blocks }) => [
        text,
        verdict,
        place.line,
        plainText(blocks),
      ]),
    ).toEqual([
      ['Restart it', 'ruled out', 7, 'Twice.'],
      ['Ask the provider', null, 10, ''],
    ]);
  });

  test.each([
    ['Restart it **ruled out**', 'Restart it', 'ruled out'],
    ['Restart it: **Confirmed**.', 'Restart it', 'confirmed'],
    ['Restart it — **inconclusive.**', 'Restart it', 'inconclusive'],
    ['Restart **twice** → **ruled out**', 'Restart twice', 'ruled out'],
    ['Restart it **ruled\n    out**', 'Restart it', 'ruled out'],
    ['**confirmed** by a restart', 'confirmed by a restart', 'confirmed'],
    ['**confirmed**, then **ruled out**', 'confirmed, then', 'ruled out'],
    ['Restart it\n\n    No change: **ruled out**', 'Restart it', 'ruled out'],
    ['Restart **twice**', 'Restart twice', null],
    ['Restart `**ruled out**`', 'Restart **ruled out**', null],
    ['**ruled out**', '', 'ruled out'],
  ])('%j: the test is %j, %s', (line, text, verdict) => {
    expect(testOf(line)).toEqual({ text, verdict, problems: '' });
  });

  test.each(['yes', 'No', 'not it.', 'Refuted', 'unclear'])(
    '`**%s**` says which three words there are',
    (words) => {
      const { verdict, problems } = testOf(`Restart it **${words}**`);
      expect(verdict).toBeNull();
      expect(problems).toContain(`hypothesis-verdict: \`**${words}**\` is not understood as a verdict.`);
      expect(problems).toContain('Write `**confirmed**` where it was this, `**ruled out**` where it was not');
    },
  );

  test('a verdict that is nearly one is told', () => {
    expect(testOf('Restart it **rulled out**').problems).toMatchInlineSnapshot(`
      "2:16 hypothesis-verdict: \`**rulled out**\` is nearly a verdict, but not one.
          → Write \`**confirmed**\` where it was this, \`**ruled out**\` where it was not, or \`**inconclusive**\`."
    `);
    expect(testOf('Restart it **unconfirmed**').problems).toMatchInlineSnapshot(`
      "2:16 hypothesis-verdict: \`**unconfirmed**\` is nearly a verdict, but not one.
          → Write \`**confirmed**\` where it was this, \`**ruled out**\` where it was not, or \`**inconclusive**\`."
    `);
  });
});
