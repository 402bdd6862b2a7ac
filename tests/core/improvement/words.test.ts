import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actionGrammar,
  ideaGrammar,
  improvementGrammar,
  improvementKeys,
  printWords,
  readWords,
  riskGrammar,
  riskImprovementGrammar,
  startOf,
  type WordFault,
} from '../../../src/core/improvement/words.ts';
import { growth } from '../../support/growth.ts';

const grammars = { improvementGrammar, riskImprovementGrammar, riskGrammar, ideaGrammar, actionGrammar };

function read(line: string, grammar = improvementGrammar) {
  const { text, words, faults } = readWords(line, grammar);
  return { text, words: words.map(({ key, value }) => `${key}=${value}`), faults: faults.map(nameFault) };
}

function nameFault(fault: WordFault): string {
  const at = startOf(fault);
  if (fault.kind === 'early') return `early ${fault.words.map((word) => word.key)} at ${at}`;
  return `${fault.kind} ${fault.kind === 'empty' ? fault.key : fault.word.key} at ${at}`;
}

describe('the words at the end of an improvement', () => {
  test.each([
    ['Page on-duty', 'Page on-duty', []],
    ['Page on-duty @ana', 'Page on-duty', ['owner=ana']],
    ['Page @ana due:2018-06-01 ticket:OPS-1', 'Page', ['owner=ana', 'due=2018-06-01', 'ticket=OPS-1']],
    ['Page ticket:https://x.y/z?a=b:c', 'Page', ['ticket=https://x.y/z?a=b:c']],
    ['Page\n  on-duty\n@ana', 'Page\n  on-duty', ['owner=ana']],
    ['  Page on-duty   @ana  ', 'Page on-duty', ['owner=ana']],
    ['Ask @sam for access @ana', 'Ask @sam for access', ['owner=ana']],
    ['Ask @sam', 'Ask', ['owner=sam']],
    ['Mail ana@example.com', 'Mail ana@example.com', []],
    ['Thank @-ana', 'Thank @-ana', []],
    ['Page @ana.b-c_2', 'Page', ['owner=ana.b-c_2']],
    ['Page @jörg', 'Page', ['owner=jörg']],
    ['See https://x.y/z', 'See https://x.y/z', []],
    ['Upgrade to node:24', 'Upgrade to node:24', []],
    ['Choose one: none:at:all', 'Choose one: none:at:all', []],
    ['Show the status: green', 'Show the status: green', []],
    ['@ana', '', ['owner=ana']],
    ['', '', []],
    // A day in words is no date, and is told of as a whole.
    ['Page @ana due:next Friday', 'Page', ['owner=ana', 'due=next Friday']],
    ['Page due:28 Nov @ana', 'Page', ['due=28 Nov', 'owner=ana']],
    ['Page due:Nov. 28, 2026 @ana', 'Page', ['due=Nov. 28, 2026', 'owner=ana']],
    ['Page due:mid December', 'Page', ['due=mid December']],
    ['Page due:the end of next week', 'Page', ['due=the end of next week']],
    ['Page due:in two weeks ticket:A-1', 'Page', ['due=in two weeks', 'ticket=A-1']],
    ['Page due: next Friday @ana', 'Page', ['due=next Friday', 'owner=ana']],
    ['Page due: 28 Nov 2026', 'Page', ['due=28 Nov 2026']],
    ['Say when it is due: Friday is no answer', 'Say when it is due: Friday is no answer', []],
    ['Say what is due: the bill', 'Say what is due: the bill', []],
  ])('%j', (line, text, words) => {
    expect(read(line)).toEqual({ text, words, faults: [] });
  });

  test.each([
    ['Before due:2018-06-01 the end', [], 'early due at 7'],
    ['Before due:28 Nov in the end', [], 'early due at 7'],
    ['Count due:3 things', [], 'early due at 6'],
    ['Before @ana due:2018-06-01 the end', [], 'early owner,due at 7'],
    ['Before @ana due:2018-06-01 the end @sam', ['owner=sam'], 'early due at 12'],
    ['Page @ana @sam', ['owner=ana'], 'twice owner at 10'],
    ['Page due:2018-06-01 due:2018-06-02', ['due=2018-06-01'], 'twice due at 20'],
    ['Page due:2018-06-01 now due:2018-06-02', ['due=2018-06-02'], 'twice due at 5'],
    ['Page @ana @sam @kim', ['owner=ana'], 'twice owner at 10'],
    ['Page due:2018-06-01 deu:2018-06-02', ['due=2018-06-01'], 'twice due at 20'],
    ['Page @ana deu:2018-06-01', ['owner=ana', 'due=2018-06-01'], 'near due at 10'],
    ['Page Due:2018-06-01 @ana', ['due=2018-06-01', 'owner=ana'], 'near due at 5'],
    ['Page tikcet:OPS-1', ['ticket=OPS-1'], 'near ticket at 5'],
    ['Page state:accepted', ['status=accepted'], 'near status at 5'],
    ['Page ID:page', ['id=page'], 'near id at 5'],
    ['Page droped:2018-06-01', ['dropped=2018-06-01'], 'near dropped at 5'],
    ['Page due: 2018-06-01 @ana', ['due=2018-06-01', 'owner=ana'], 'blank due at 5'],
    ['Page ticket: OPS-1', ['ticket=OPS-1'], 'blank ticket at 5'],
    ['Page due: @ana', ['owner=ana'], 'empty due at 5'],
    ['Page system:fax @ana', ['owner=ana'], 'foreign system at 5'],
  ])('%j has one fault', (line, words, fault) => {
    const { words: found, faults } = read(line);
    expect(faults).toEqual([fault]);
    if (!fault.startsWith('early')) expect(found).toEqual(words);
  });

  test('early words count, so that nobody calls them missing as well', () => {
    expect(read('Before @ana due:2018-06-01 the end').words).toEqual(['owner=ana', 'due=2018-06-01']);
  });

  test('offsets are of the whole word', () => {
    const line = 'Page 😀 @ana due:2018-06-01';
    const { words } = readWords(line, improvementGrammar);
    expect(words.map(({ start, end }) => line.slice(start, end))).toEqual(['@ana', 'due:2018-06-01']);
  });
});

describe('the words at the end of a risk', () => {
  test.each([
    ['Any queue system:a system:b', ['system=a', 'system=b'], []],
    ['Any queue @ana', [], []],
    ['Any queue, says @ana: one system:a', ['system=a'], []],
    ['Any queue system:a @ana', ['system=a'], ['foreign owner at 19']],
    ['Any queue @ana system:a', ['system=a'], ['foreign owner at 10']],
    ['Any queue @ana @sam system:a', ['system=a'], ['foreign owner at 10']],
    ['Any queue @ana due:2018-06-01', [], ['foreign owner at 10', 'foreign due at 15']],
    ['Any queue systems:a', ['system=a'], ['near system at 10']],
    ['Any system:a queue', ['system=a'], ['early system at 4']],
    ['Any queue system:a due:2018-06-01', ['system=a'], ['foreign due at 19']],
  ])('%j', (line, words, faults) => {
    expect(read(line, riskGrammar)).toMatchObject({ words, faults });
  });
});

describe('the words at the end of an improvement beside risks', () => {
  test.each([
    ['Page system:a', 'Page', ['system=a'], []],
    [
      'Page @ana system:a due:2018-06-01 system:b',
      'Page',
      ['owner=ana', 'system=a', 'due=2018-06-01', 'system=b'],
      [],
    ],
    ['Page @ana due:2018-06-01', 'Page', ['owner=ana', 'due=2018-06-01'], []],
    ['Ask about the system: fax', 'Ask about the system: fax', [], []],
    ['Page systems:a @ana', 'Page', ['system=a', 'owner=ana'], ['near system at 5']],
    ['Page System:a', 'Page', ['system=a'], ['near system at 5']],
    ['Page system: @ana', 'Page', ['owner=ana'], ['empty system at 5']],
    [
      'Watch system:a at night @ana',
      'Watch system:a at night',
      ['system=a', 'owner=ana'],
      ['early system at 6'],
    ],
    ['Page @ana @sam system:a', 'Page', ['owner=ana', 'system=a'], ['twice owner at 10']],
  ])('%j', (line, text, words, faults) => {
    expect(read(line, riskImprovementGrammar)).toEqual({ text, words, faults });
  });
});

const word = fc.oneof(
  fc.record({ key: fc.constant('owner' as const), value: fc.stringMatching(/^[a-zé0-9][a-z0-9_.-]{0,8}$/) }),
  fc.record({
    key: fc.constantFrom(...improvementKeys.filter((key) => key !== 'owner')),
    value: fc.stringMatching(/^\S{1,12}$/u).filter((value) => /^\S+$/.test(value)),
  }),
);

describe('any words', () => {
  const words = fc.uniqueArray(word, { selector: ({ key }) => key });
  const text = fc
    .string({ unit: 'binary' })
    .map((raw) => raw.replace(/\s+/g, ' ').trim())
    .filter((raw) => readWords(raw, improvementGrammar).text === raw && !/\S:\S|:$/.test(raw));

  const system = fc.record({
    key: fc.constant('system' as const),
    value: fc.stringMatching(/^[a-z/-]{1,9}$/),
  });
  const tied = fc
    .tuple(words, fc.array(system, { maxLength: 3 }))
    .chain(([own, systems]) =>
      fc.shuffledSubarray([...own, ...systems], { minLength: own.length + systems.length }),
    );

  test.each([
    ['of an improvement', improvementGrammar, words],
    ['of an improvement beside risks', riskImprovementGrammar, tied],
  ])('%s, printed, are read again as the same', (_, grammar, lists) => {
    fc.assert(
      fc.property(text, lists, (written, list) => {
        const { text: readText, words: readList, faults } = readWords(printWords(written, list), grammar);
        expect(readText).toBe(written);
        expect(readList.map(({ key, value }) => ({ key, value }))).toEqual(list);
        expect(faults).toEqual([]);
      }),
    );
  });

  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '@ana',
      'due:',
      'due:next',
      'Friday',
      '28',
      'due:2018-06-01',
      'deu:1',
      'ticket:x',
      'system:a',
      ' ',
      '\n',
      'id:',
      '@',
    ),
  );
  const noise = fc
    .array(piece, { maxLength: 12 })
    .chain((pieces) => fc.constantFrom(' ', '').map((glue) => pieces.join(glue)));

  test.each(Object.entries(grammars))('in any text are found by %s where they stand', (_, grammar) => {
    fc.assert(
      fc.property(noise, (line) => {
        const { text: readText, words: found, faults } = readWords(line, grammar);
        expect(line).toContain(readText);
        for (const { key, value, start, end } of found) {
          expect(line.slice(start, end).endsWith(value)).toBe(true);
          if (!grammar.repeatable.includes(key)) {
            expect(found.filter((other) => other.key === key)).toHaveLength(1);
          }
        }
        for (const fault of faults) expect(startOf(fault)).toBeLessThan(line.length);
      }),
    );
  });

  test.each([
    ['an improvement', improvementGrammar],
    ['an improvement beside risks', riskImprovementGrammar],
  ])('are the same when %s without faults is printed and read again', (_, grammar) => {
    fc.assert(
      fc.property(noise, (line) => {
        const once = readWords(line, grammar);
        fc.pre(once.faults.length === 0);
        const again = readWords(printWords(once.text, once.words), grammar);
        expect({ text: again.text, faults: again.faults }).toEqual({ text: once.text, faults: [] });
        expect(again.words.map(({ key, value }) => [key, value])).toEqual(
          once.words.map(({ key, value }) => [key, value]),
        );
      }),
    );
  });

  test.each([
    '@a ',
    'due:2018-06-01 ',
    'due: ',
    'deu:1 ',
    '@',
    ' ',
    'ticket:x y ',
    'dueticket:',
    'due:28 Nov ',
    'due:next ',
    'system:a ',
    'system:a x ',
  ])('are read from %j, however often it stands there, in linear time', (unit) => {
    const read = (length: number) => readWords(unit.repeat(length / unit.length), riskImprovementGrammar);
    expect(growth(50_000, read)).toBeLessThan(10);
  });
});
