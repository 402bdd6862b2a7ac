import { describe, expect, test } from 'vitest';
import { definitionAt, referencesAt } from '../../../src/core/language/definition.ts';
import { hoverAt } from '../../../src/core/language/hover.ts';
import { renamable, renameAt } from '../../../src/core/language/rename.ts';
import { faxMdx, files, libraryOf, placeIn, wordsAt } from './library-of.ts';

const path = 'postmortems/2018-05-04-fax.mdx';
const other = 'postmortems/2020-01-01-new.mdx';
const facts = '---\ntitle: Luna 🌙\nstatus: open\nseverity: 1\n---\n\n';

/** The fax postmortem with the cursor in a word. */
function inFax(before: string, after: string) {
  const text = faxMdx.replace(before + after, `${before}▮${after}`);
  expect(text).toContain('▮');
  return { library: libraryOf({ ...files, [path]: text }), place: placeIn(text) };
}

function inOther(text: string) {
  return { library: libraryOf({ ...files, [other]: text }), place: placeIn(text) };
}

describe('a hover', () => {
  test.each([
    [
      'a system',
      '[fax-',
      'gateway]',
      '**Fax gateway** · team orders\n\nSends orders on paper.\n\nDepends on `event-bus`.\n\n1 incident so far.',
    ],
    ['a person who owns', '@a', 'na due', '**Ana Ribeiro** · team orders\n\n1 open improvement.'],
    ['a facilitator', 'facilitator: da', 'na', '**Dana Whitfield**\n\nNo open improvements.'],
    [
      'a severity',
      'severity: ',
      '1',
      '**Severity 1: Down**\n\nOrdering has stopped.\n\nStop everything.\n\nAsks for a postmortem.',
    ],
    ['a key', 'raised', 'By', 'Who raised the alarm.'],
    ['a value', 'cust', 'omer', 'A customer told us.'],
    [
      'a question',
      '## De',
      'tect',
      '**Detect**\n\nHow would we notice this, or something like it, sooner?\n\n- An idea, promised by nobody yet: `- …`\n- An improvement, by whom and when: `- [ ] … @owner due:DATE`',
    ],
    [
      'the question about risks',
      '## Other areas',
      ' of risk',
      '**Other areas of risk**\n\nWhat else shares this weakness?\n\n- A risk, and whom it threatens: `- … system:ID`\n- Work on it, by whom and when: `- [ ] … @owner due:DATE system:ID`',
    ],
    ['a mark', '**det', 'ected, ', 'Mark, once: when we learned of it.\n\n6 h 15 min after it started.'],
    ['a kind', ', cha', 'nge', 'Kind: something was changed.'],
    ['a time', '13:', '05', '2018-05-04 13:05\n\n10 h 55 min after it started.'],
    ['a due date', 'due:2018-', '06-01', 'Friday, in 21 days\n\nThe day by which it is to be done.'],
    ['a ticket', 'ticket:O', 'PS', 'Where it is tracked: an id or an address.'],
  ])('tells about %s', (_what, before, after, markdown) => {
    const { library, place } = inFax(before, after);
    expect(hoverAt(library, path, place)?.markdown).toBe(markdown);
  });

  test.each([
    ['a risk', '- Queues system:event▮-bus', 'Taken on for it: Watch \\*every\\* queue.'],
    ['an improvement', '@ana system:event▮-bus', 'Answers the risk: Queues.'],
    [
      'an improvement whose system no risk names',
      'fallback @ana system:fax▮-gateway',
      'No risk here names it.',
    ],
    ['the systems of the file', '[event▮-bus', null],
  ])('tells at the system of %s what it ties together', (_what, at, told) => {
    const text =
      '---\ntitle: Luna\nstatus: open\nseverity: 1\nsystems: [event-bus]\n---\n\n## Summary\n\nNo fax.\n\n## Other areas of risk\n\n' +
      '- Queues system:event-bus\n- [ ] Watch \\*every\\* queue @ana system:event-bus\n- [ ] Try the fallback @ana system:fax-gateway\n';
    expect(text).toContain(at.replace('▮', ''));
    const { library, place } = inOther(text.replace(at.replace('▮', ''), at));
    const markdown = hoverAt(library, other, place)?.markdown;
    expect(markdown).toMatch(/^\*\*(?:Event bus|Fax gateway)\*\*/);
    expect(markdown?.split('so far.')[1]).toBe(told === null ? '' : `\n\n${told}`);
  });

  test('tells the facts of the incident that a link leads to, and of the place in it', () => {
    const { library, place } = inOther(`${facts}🚒 [the f▮ax](./2018-05-04-fax.mdx#page-on-duty)`);
    expect(hoverAt(library, other, place)?.markdown).toBe(
      [
        '**Disappearing fax provider 🚒**',
        '2018-05-04 · severity 1 (Down) · reviewed · fax-gateway',
        'Detected after 6 h 15 min, resolved after 10 h 55 min.',
        '→ Page on-duty · new · @ana · due 2018-06-01',
      ].join('\n\n'),
    );
  });

  test.each([
    ['prose', 'No fax ', 'went'],
    ['the title', 'Disapp', 'earing'],
  ])('has nothing to add to %s', (_what, before, after) => {
    const { library, place } = inFax(before, after);
    expect(hoverAt(library, path, place)).toBeNull();
  });

  test('escapes what people typed', () => {
    const text = '---\ntitle: "*a* <b> [c](javascript:1)"\nstatus: open\nseverity: 2\n---\n\n[i▮t](#top)';
    const { library, place } = inOther(text);
    expect(hoverAt(library, other, place)?.markdown.split('\n')[0]).toBe(
      '**\\*a\\* \\<b\\> \\[c\\](javascript:1)**',
    );
  });
});

describe('a definition', () => {
  test.each([
    ['a system', '[fax-', 'gateway]', 'systems.yaml', 1, 'fax-gateway'],
    ['a system at risk', 'system:event', '-bus', 'systems.yaml', 6, 'event-bus'],
    ['a person', '@a', 'na due', 'people.yaml', 1, 'ana'],
    ['a facilitator', 'facilitator: da', 'na', 'people.yaml', 4, 'dana'],
    ['a severity', 'severity: ', '1', 'settings.yaml', 3, '1'],
  ] as const)('of %s', (_what, before, after, file, line, word) => {
    const { library, place } = inFax(before, after);
    const found = definitionAt(library, path, place);
    expect({ file: found?.path, line: found?.range.start.line }).toEqual({ file, line });
    expect(found && wordsAt(files[file], found.range)).toBe(word);
  });

  test.each([
    ['./2018-05-04-fax.mdx', path, '---'],
    ['./2018-05-04-fax.mdx#detect', path, '## Detect'],
    [
      './2018-05-04-fax.mdx#page-on-duty',
      path,
      '- [ ] Page on-duty @ana due:2018-06-01 ticket:OPS-142 id:page-on-duty',
    ],
    ['./2018-05-04-fax.mdx#idea-a-list-of-failures', path, '- A list of failures'],
    ['../handbook/blameless.mdx#the-words', 'handbook/blameless.mdx', '## The words'],
  ] as const)('of the link %s', (url, to, line) => {
    const { library, place } = inOther(`${facts}[th▮ere](${url})`);
    const found = definitionAt(library, other, place);
    expect(found?.path).toBe(to);
    expect(found && wordsAt(files[to], found.range)).toBe(line);
  });

  test.each(['https://example.com', './nowhere.mdx', '../../../etc/passwd', 'javascript:1'])(
    'is not known of %s',
    (url) => {
      const { library, place } = inOther(`${facts}[th▮ere](${url})`);
      expect(definitionAt(library, other, place)).toBeNull();
    },
  );
});

describe('another name', () => {
  /** `path line:column` of everything that would be written anew. */
  function renamed(found: ReturnType<typeof renameAt>): string[] | string {
    return 'refusal' in found
      ? found.refusal
      : found.locations.map(
          ({ path: file, range: { start } }) => `${file.replace(/.*\//, '')} ${start.line}:${start.column}`,
        );
  }

  test('of a system is written wherever it is named, also behind emoji, and nowhere else', () => {
    const text = `${facts}## Other areas of risk\n\n- 🚒 火 The event-bus itself system:event▮-bus\n- \`system:event-bus\` is code\n`;
    const { library, place } = inOther(text);
    expect(renamable(library, other, place)?.name).toBe('event-bus');
    expect(renamed(renameAt(library, other, place, 'bus'))).toEqual([
      'systems.yaml 5:15',
      'systems.yaml 6:9',
      '2018-05-04-fax.mdx 38:39',
      '2020-01-01-new.mdx 9:36',
    ]);
  });

  test('of a handle is written in people.yaml, for owners, the facilitator and where it is mentioned', () => {
    const { library, place } = inFax('facilitator: da', 'na');
    expect(renamed(renameAt(library, path, place, 'dana.w'))).toEqual([
      'people.yaml 4:11',
      '2018-05-04-fax.mdx 8:14',
      '2018-05-04-fax.mdx 30:23',
    ]);
    const ana = inFax('@a', 'na due');
    expect(renamed(renameAt(ana.library, path, ana.place, 'ana-maria'))).toEqual([
      'people.yaml 1:11',
      '2018-05-04-fax.mdx 19:55',
      '2018-05-04-fax.mdx 29:21',
    ]);
  });

  test('of an improvement’s id is written in the links that lead to it', () => {
    const text = faxMdx.replace('id:page-', 'id:pa▮ge-');
    const library = libraryOf({
      ...files,
      [path]: text,
      [other]: `${facts}[it](./2018-05-04-fax.mdx#page-on-duty), [not it](#page-on-duty)`,
    });
    expect(renamed(renameAt(library, path, placeIn(text), 'page'))).toEqual([
      '2018-05-04-fax.mdx 29:58',
      '2020-01-01-new.mdx 7:27',
    ]);
  });

  test.each([
    [
      '[fax-',
      'gateway]',
      'Fax Gateway',
      'id is a word of lower-case letters, digits, - and _; found "Fax Gateway".\nWrite id: fax-gateway',
    ],
    [
      '[fax-',
      'gateway]',
      'event-bus',
      'There is a system "event-bus" already, and the two would become one.',
    ],
    ['@a', 'na due', 'dana', 'Somebody has the handle "dana" already, and the two would become one.'],
    ['@a', 'na due', 'a b', 'handle is a single word without @; found "a b".\nWrite handle: a-b'],
    ['id:page', '-on', 'Page it', 'An id is a slug such as page-it; "Page it" is not.'],
    ['No fax ', 'went', 'x', 'A system, a handle or the id: of an improvement can be renamed; here is none.'],
  ])('is refused for %s%s: %s', (before, after, name, refusal) => {
    const { library, place } = inFax(before, after);
    expect(renamed(renameAt(library, path, place, name))).toBe(refusal);
  });

  test('is asked for everywhere a system is named, as are its references', () => {
    const { library, place } = inFax('[fax-', 'gateway]');
    expect(referencesAt(library, path, place).map((found) => found.path)).toEqual(['systems.yaml', path]);
  });
});
