import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/catalog/settings.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { type MeetingNote, oneLine } from '../../../src/core/meeting/notes.ts';
import { notesText, withoutWritten, writeNotes } from '../../../src/core/meeting/write-notes.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';
import { questions } from '../../../src/core/vocabulary.ts';

const noteOf = (part: Partial<MeetingNote>): MeetingNote => ({
  uid: 'a1',
  place: 'detect',
  text: 'Watch the queue',
  at: 0,
  chosen: false,
  owner: null,
  due: null,
  from: null,
  ...part,
});

/** What the real reader makes of a file into which the notes were pasted. */
function readPasted(notes: readonly MeetingNote[]) {
  const head = `---\ntitle: A file\nstatus: resolved\nseverity: 1\n---\n\n## Summary\n\nNo fax left.\n\n## Timeline\n\n- 2018-05-04 02:10 **started** It begins.\n- 08:25 **detected** A call.\n- 11:30 **resolved** It ends.\n\n`;
  const document = readDocument(`${head}${notesText(writeNotes(notes))}`);
  const { postmortem, problems } = readPostmortem({
    id: '2018-05-04-a-file',
    file: 'content/postmortems/2018-05-04-a-file.mdx',
    document,
    settings: defaultSettings,
    systemIds: null,
    handles: null,
  });
  return { postmortem, problems: [...document.problems, ...problems] };
}

describe('what was typed, as lines to paste', () => {
  test.each<[string, Partial<MeetingNote>, string]>([
    ['an idea', { text: 'Mail a list every hour' }, '- Mail a list every hour'],
    [
      'an improvement',
      { text: 'Page on-duty', chosen: true, owner: 'ana', due: '2018-06-01' },
      '- [ ] Page on-duty @ana due:2018-06-01',
    ],
    ['one without owner and date', { text: 'Page on-duty', chosen: true }, '- [ ] Page on-duty'],
    ['a comparison', { text: 'Answer in <5 ms' }, '- Answer in \\<5 ms'],
    ['a set', { text: 'Log {id} too' }, '- Log \\{id} too'],
    ['a box', { text: '[x] done' }, '- \\[x] done'],
    ['a name of code', { text: 'Drop max_connections' }, '- Drop max_connections'],
    ['a handle at the end', { text: 'Ask @ana', chosen: true }, '- [ ] Ask \\@ana'],
    ['a word at the end', { text: 'Know what is due:soon', chosen: true }, '- [ ] Know what is due\\:soon'],
    ['a colon in prose', { text: 'Two things: a page and a list' }, '- Two things: a page and a list'],
    ['an address', { text: 'See https://example.com/a' }, '- See https://example.com/a'],
    ['several lines', { text: 'one\n- two\r\n\n# three' }, '- one - two # three'],
    ['a number with a point', { text: '1. first' }, '- 1\\. first'],
    ['a heading', { text: '# not a heading' }, '- \\# not a heading'],
  ])('%s', (_name, part, expected) => {
    expect(writeNotes([noteOf(part)]).map(({ list }) => list)).toEqual([expected]);
  });

  test('stand under their questions in the order of the meeting, what is parked last', () => {
    const notes = [
      noteOf({ uid: 'c', place: 'parked', text: 'Who pays?', at: 1 }),
      noteOf({ uid: 'b', place: 'prevent', text: 'A second provider', at: 2, chosen: true, owner: 'ana' }),
      noteOf({ uid: 'd', text: 'Count failures', at: 4 }),
      noteOf({ uid: 'a', text: 'Watch the queue', at: 3 }),
    ];
    expect(notesText(writeNotes(notes))).toBe(
      '## Detect\n\n- Watch the queue\n- Count failures\n\n## Prevent\n\n- [ ] A second provider @ana\n\n## Parking lot\n\n- Who pays?\n',
    );
  });

  test('nothing was said, nothing is written', () => {
    expect(writeNotes([noteOf({ text: ' \n ' })])).toEqual([]);
  });
});

describe('what was pasted is not offered again', () => {
  const nothing = { ideas: [], improvements: [] };
  const written = {
    detect: { ideas: [{ text: 'Count failures' }], improvements: [{ text: 'Page on-duty' }] },
    react: nothing,
    'quick-fix': nothing,
    prevent: nothing,
    'other-areas-of-risk': nothing,
  };
  test.each<[string, Partial<MeetingNote>, boolean]>([
    ['an idea that the file has', { text: 'Count failures' }, false],
    ['an idea that the file has as an improvement', { text: 'Page on-duty' }, false],
    ['an improvement that the file has', { text: 'Page on-duty', chosen: true }, false],
    ['an idea of the file that was chosen', { text: 'Count failures', chosen: true }, true],
    ['the same words under another question', { text: 'Count failures', place: 'react' }, true],
    ['what was parked', { text: 'Count failures', place: 'parked' }, true],
    ['something new', { text: 'A second provider' }, true],
  ])('%s', (_name, part, offered) => {
    expect(withoutWritten([noteOf(part)], written)).toHaveLength(offered ? 1 : 0);
  });
});

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<',
          '{',
          '}',
          '>',
          '@ana',
          '@',
          'due:',
          'due:2018-06-01',
          'deu:2018-06-01',
          'status: accepted',
          '_done:2018-01-01',
        ],
        ...['[x]', '[ ]', '[x] ', '- ', '-[ ]', '* ', '+ ', '# ', '1. ', '1) ', '> ', '```', '~~~', '`', '|'],
        ...['_', '__', '*', '**', '~', '~~', '\\', '&amp;', '&#60;', '&', '<b>', '</b>', '<Foo />', '{/*'],
        ...['https://example.com/_a_b', 'www.example.com', 'a_b@example.com', 'system:fax', 'ticket:', '\n'],
        ...[
          'id:a',
          'done:2018-01-01',
          '[^1]',
          '[a](b)',
          '![a](b)',
          '[a]: b',
          '---',
          '===',
          'import a',
          '$x$',
        ],
        ...[
          'export default',
          ':::note',
          '$$',
          '::',
          '--',
          '...',
          '"',
          "'",
          '!',
          '=',
          '\t',
          '\u00a0',
          '\u2028',
        ],
      ),
      fc.string({ maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.lorem({ maxCount: 2 }),
      fc.constant(' '),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((parts) => parts.join(''));

/** Words that mean something to the format in any text. */
const isPlain = (text: string): boolean => oneLine(text) !== '' && !/TBD/.test(text);

test.each([
  'done:2018-01-01*www.example.com:::note',
  'due:2018-06-01 a_b@example.com: see www.example.com:',
  'Ask @ana about https://example.com/a: due:2018-06-01 soon',
])('%s reads as itself, although it holds a word and an address', (text) => {
  for (const place of questions)
    expect(readPasted([noteOf({ text, place })]).postmortem?.questions[place]?.ideas).toMatchObject([
      { text },
    ]);
});

test('whatever is typed reads as itself, and as what it was', () => {
  fc.assert(
    fc.property(
      nasty.filter(isPlain),
      fc.constantFrom(...questions),
      fc.boolean(),
      fc.option(fc.constantFrom('ana', 'sam.o', 'mei_t'), { nil: null }),
      fc.option(fc.constantFrom('2018-06-01', '2018-06-04'), { nil: null }),
      (text, place, chosen, owner, due) => {
        const { postmortem, problems } = readPasted([noteOf({ text, place, chosen, owner, due })]);
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        const answer = postmortem?.questions[place];
        const [line] = [oneLine(text)];
        if (chosen) {
          expect(answer?.improvements).toMatchObject([
            { title: line, owner, due, state: 'new', ticket: null },
          ]);
          expect(answer?.ideas).toEqual([]);
        } else {
          expect(answer?.ideas).toMatchObject([{ text: line, systems: [] }]);
          expect(answer?.improvements).toEqual([]);
        }
        expect(answer?.prose).toEqual([]);
      },
    ),
    { numRuns: 1500 },
  );
});

test('whatever is parked reads as itself', () => {
  fc.assert(
    fc.property(nasty.filter(isPlain), (text) => {
      const { postmortem, problems } = readPasted([noteOf({ text, place: 'parked' })]);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(postmortem?.sections.map(({ heading }) => heading).at(-1)).toBe('Parking lot');
    }),
    { numRuns: 500 },
  );
});
