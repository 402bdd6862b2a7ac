import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { walk } from '../../../../src/core/document/plain-text.ts';
import { readMarkdown } from '../../../../src/core/import/markdown/read-markdown.ts';
import { writeImported } from '../../../../src/core/import/write/write-imported.ts';
import { importContext, timesOf } from './support.ts';

/** A piece of Markdown, and the words that a reader of it reads. */
interface Said {
  text: string;
  words: string[];
}

const word = fc
  .tuple(
    fc.constantFrom('fax', 'queue', 'Müller', 'retry', 'import', 'export', 'due', 'notiz', '部屋'),
    fc.nat(99),
  )
  .map(([stem, number]) => `${stem}x${number}`);
const said = (text: string, ...words: string[]): Said => ({ text, words });
const one = (form: (word: string) => string): fc.Arbitrary<Said> => word.map((own) => said(form(own), own));

/** What people type in a line: all of GFM, tags, and what means something to MDX or to our own format. */
const inline: fc.Arbitrary<Said> = fc.oneof(
  { weight: 4, arbitrary: one((own) => own) },
  one((own) => `**${own}**`),
  one((own) => `*${own}*`),
  one((own) => `_${own}_`),
  one((own) => `~~${own}~~`),
  one((own) => `\`${own} {x} <y>\``),
  one((own) => `{${own}}`),
  one((own) => `<${own}`),
  one((own) => `a < ${own}`),
  one((own) => `5 <${own}>`),
  one((own) => `&lt;${own}&gt; &amp;`),
  one((own) => `<b>${own}</b>`),
  one((own) => `<kbd>${own}</kbd>`),
  one((own) => `<span class="z">${own}</span>`),
  one((own) => `<u>${own}`),
  one((own) => `</i>${own}`),
  one((own) => `${own}<br>${own}`),
  one((own) => `<!-- ${own} -->`),
  one((own) => `<blink title="${own}">`),
  one((own) => `<img src="https://example.com/${own}.png" alt="${own}">`),
  one((own) => `[${own}](https://example.com/${own} "${own}")`),
  one((own) => `[${own}](./${own}.md)`),
  one((own) => `[${own}](javascript:${own})`),
  one((own) => `[${own}](#${own})`),
  one((own) => `![${own}](${own}.png)`),
  one((own) => `<https://example.com/${own}>`),
  one((own) => `https://example.com/${own}_a_b`),
  one((own) => `[${own}][ref]`),
  one((own) => `[${own}][nowhere]`),
  one((own) => `${own}[^note]`),
  one((own) => `@${own}`),
  one((own) => `due:${own}`),
  one((own) => `status: ${own}`),
  one((own) => `[x] ${own}`),
  one((own) => `TBD ${own}`),
  one((own) => `import ${own} from "x"`),
  one((own) => `\\*${own}\\_ $${own}$ | #${own}`),
  one((own) => `${own}: ${own} — ${own}`),
);
const line: fc.Arbitrary<Said> = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((parts) => joinSaid(parts, ' '));
const plainLine: fc.Arbitrary<Said> = fc
  .array(
    one((own) => own),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => joinSaid(parts, ' '));
const cell = line.map(({ text, words }) => ({ text: text.replaceAll('|', '/'), words }));

const heading = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.oneof(
      { weight: 2, arbitrary: line },
      fc
        .constantFrom(
          'Summary',
          'Timeline',
          'Root Cause(s)',
          'Action Items',
          'Detection',
          'Impact',
          '2. Resolution',
          'Lessons Learned',
          'Next steps',
          'Five Whys',
          'Prevent',
          'What went well',
          'Hypotheses',
          'Other areas of risk',
          'Root causes',
          'Timeline (all times in UTC)',
        )
        .map((name) => said(name, ...wordsOf(name))),
    ),
  )
  .map(([depth, { text, words }]) => said(`${'#'.repeat(depth)} ${text}`, ...words));

const bullet = fc.constantFrom('- ', '* ', '1. ', '- [ ] ', '- [x] ');
const list = fc
  .array(fc.tuple(bullet, line, fc.option(fc.tuple(bullet, line), { nil: null })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((items) => {
    const lines = items.map(([sign, own, nested]) =>
      nested === null
        ? said(`${sign}${own.text}`, ...own.words)
        : said(`${sign}${own.text}\n    ${nested[0]}${nested[1].text}`, ...own.words, ...nested[1].words),
    );
    return joinSaid(lines, '\n');
  });
const table = fc
  .tuple(
    fc.constantFrom('Action Item', 'Description', 'Zeit', 'Owner'),
    fc.array(fc.tuple(cell, cell, cell), { maxLength: 3 }),
  )
  .map(([name, rows]) => {
    const body = rows.map((cells) => `| ${cells.map(({ text }) => text).join(' | ')} |`);
    return said(
      [`| ${name} | Type | Bug |`, '| --- | --- | --- |', ...body].join('\n'),
      ...wordsOf(`${name} Type Bug`),
      ...rows.flatMap((cells) => cells.flatMap(({ words }) => words)),
    );
  });
const block: fc.Arbitrary<Said> = fc.oneof(
  { weight: 3, arbitrary: line },
  { weight: 3, arbitrary: heading },
  { weight: 3, arbitrary: list },
  { weight: 2, arbitrary: table },
  fc.array(line, { minLength: 2, maxLength: 3 }).map((lines) => joinSaid(lines, '\n')),
  one((own) => `**Impact:** ${own}`),
  one((own) => `Severity: ${own}`),
  one((own) => `Tags: ${own}`),
  one((own) => `/label ~incident ~"severity::${own}"`),
  one((own) => `[here][name of ${own}]\n\n[name of ${own}]: https://example.com/`),
  one((own) => `Root cause\n${own}`),
  fc
    .constantFrom('Summary', 'Timeline', 'Key events', 'Action items')
    .map((name) => said(name, ...wordsOf(name))),
  one((own) => `\`\`\`sh\n${own} <a> {b}\n\n# ${own}\n\`\`\``),
  one((own) => `    ${own} --now`),
  line.map(({ text, words }) => said(`> ${text}`, ...words)),
  one((own) => `<details>\n<summary>${own}</summary>\n\n${own}\n\n</details>`),
  one((own) => `<details><summary>${own}</summary>${own}</details>`),
  one((own) => `<table><tr><td>${own}</td></tr></table>`),
  one((own) => `<!-- ${own}\n\n${own} */ -->`),
  one((own) => `<p align="center"><img src="${own}.png" alt="${own}"></p>`),
  one((own) => `<div>\n\n${own}\n\n</div>`),
  fc.constant(said('---')),
);

/** Entries of a timeline in every form, with the moment that each is. */
interface SaidEntryText extends Said {
  /** `2018-05-04 08:25` */
  moment: string;
  /** Whether it is a table, whose head is said once for all that have the same. */
  hasHead: boolean;
}
const clock = fc.tuple(fc.nat(23), fc.nat(59));
const two = (number: number): string => String(number).padStart(2, '0');
const monthNames = [
  'Jan',
  'February',
  'Mar',
  'April',
  'May',
  'Jun',
  'July',
  'Aug',
  'Sept',
  'October',
  'Nov',
  'December',
];
const entry: fc.Arbitrary<SaidEntryText> = fc
  .tuple(
    fc.tuple(
      fc.integer({ min: 2015, max: 2025 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    ),
    clock,
    plainLine,
    fc.nat(6),
    fc.nat(6),
  )
  .map(([[year, month, day], [hours, minutes], { text, words }, dateForm, form]) => {
    const half = `${hours % 12 === 0 ? 12 : hours % 12}:${two(minutes)} ${hours < 12 ? 'AM' : 'pm'}`;
    const time = `${two(hours)}:${two(minutes)}`;
    const iso = `${year}-${two(month)}-${two(day)}`;
    const name = monthNames[month - 1];
    const when = [
      `${iso} ${time}`,
      `${iso}T${time}Z`,
      `${name} ${day} ${year} ${time}`,
      `${name} ${day}, ${year} ${half}`,
      `${day} ${name} ${year}, ${time} UTC`,
      `${iso} ${half}`,
      `${year}/${two(month)}/${two(day)} ${time} (UTC)`,
    ][dateForm];
    const written = [
      `- ${when} ${text}`,
      `- **${when}** - ${text}`,
      `- [${when}] ${text}`,
      `### ${when}\n\n${text}`,
      `**${when}**: ${text}`,
      `| Time | Event |\n| --- | --- |\n| ${when} | ${text} |`,
      `- ${text}\n    - ${when} ${text}`,
    ][form];
    return {
      text: `${written}`,
      words: form === 6 ? [...words, ...words] : words,
      hasHead: form === 5,
      moment: `${iso} ${time}`,
    };
  });

const document = fc
  .tuple(
    fc.option(heading, { nil: null }),
    fc.array(block, { maxLength: 10 }),
    fc.array(entry, { maxLength: 5 }),
    fc.array(block, { maxLength: 6 }),
    fc.constantFrom('none', 'yaml', 'toml'),
    word,
  )
  .map(([first, before, entries, after, front, own]) => {
    const parts: Said[] = [
      ...(front === 'yaml'
        ? [said(`---\nauthor: ${own}\nteam: [${own}]\n---`, 'author', 'team', own, own)]
        : []),
      ...(front === 'toml'
        ? [
            said(
              `+++\nauthor = "${own}"\n[extra]\nteam = ["${own}"]\n+++`,
              'author',
              'extra',
              'team',
              own,
              own,
            ),
          ]
        : []),
      ...(first === null ? [] : [first]),
      ...before,
      ...(entries.length === 0 ? [] : [said('## Timeline', 'Timeline'), ...entries]),
      ...(entries.some(({ hasHead }) => hasHead) ? [said('', 'Time', 'Event')] : []),
      ...(entries.length === 0 ? [] : [said('## Aftermath', 'Aftermath')]),
      ...after,
      said(`[ref]: https://example.com/${own}`),
      said(`[unused]: https://example.com/${own} "${own}"`, own, own),
      said(`[^note]: ${own}`, own),
    ];
    return { ...joinSaid(parts, '\n\n'), moments: entries.map(({ moment }) => moment) };
  });

test('every word of a generated report is in the result, and the result passes check', () => {
  fc.assert(
    fc.property(document, ({ text, words, moments }) => {
      const { text: result, report } = writeImported(
        readMarkdown(text, 'report.md', importContext),
        importContext,
      );
      expect(missing(words, result)).toEqual([]);
      expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const times = timesOf(result);
      expect(moments.filter((moment) => !times.includes(moment))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

/** Found by the two properties. */
test.for([
  [
    '# Action items\n\n| Action Item | Type | Bug |\n| --- | --- | --- |\n| <kbd>fax</kbd> | queue | |',
    'fax',
  ],
  ['# Action items\n\n- <kbd>fax</kbd> <sub>queue</sub>', 'fax'],
  ['# Action items\n\n- <!-- fax -->', 'fax'],
  ['# Action items\n\n- [x] <!-- fax -->\n- queue', 'fax'],
  ['# Action items\n\n- queue\n    - [x] <!-- fax -->', 'fax'],
  ['# Action items\n\n| Action Item | Owner |\n| --- | --- |\n| <!-- fax --> | @queue |', 'fax'],
  ['https://example.com/*<b> fax', 'fax'],
] as const)('what was lost once is there and passes check: %j', ([text, own]) => {
  const { text: result, report } = writeImported(
    readMarkdown(text, 'report.md', importContext),
    importContext,
  );
  expect(missing([own], result)).toEqual([]);
  expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a timeline below a title that is a section’s name is one, with groups of actions before it', () => {
  const text = '# Action items\n\n## Detection\n\n## Timeline\n\n- 2018-05-04 08:25 fax';
  const { text: result } = writeImported(readMarkdown(text, 'report.md', importContext), importContext);
  expect(timesOf(result)).toEqual(['2018-05-04 08:25']);
});

const fragmentWords = ['fax', 'queue', 'Müller'];
const fragments = fc.constantFrom(
  ...[
    '# ',
    '## Timeline\n',
    '- ',
    '* ',
    '> ',
    '```',
    '~~~',
    '`',
    '**',
    '*',
    '_',
    '~~',
    '[',
    ']',
    '](',
    ')',
    '![',
    '<',
    '>',
    '</',
    '<b>',
    '</b>',
  ],
  ...[
    '<details>',
    '</details>',
    '<summary>',
    '</summary>',
    '<!--',
    '-->',
    '{',
    '}',
    '{/*',
    '*/}',
    '|',
    '| --- |\n',
    '---',
    '===',
    '\n',
    '\n\n',
    '    ',
    '\\',
    '&',
    ';',
  ],
  ...[
    '[^a]',
    '[^a]: ',
    '[r]: ',
    '[ ] ',
    '[x] ',
    'import ',
    'export ',
    '@',
    'due:',
    ':',
    '"',
    '=',
    'https://e.com/',
    'Action items',
    'Summary',
  ],
);

test('no arrangement of signs loses a word or makes a file that can’t be read', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fragments, fc.constantFrom('fax ', 'queue', ' Müller'))), (pieces) => {
      const text = pieces.join('');
      const { text: result, report } = writeImported(
        readMarkdown(text, 'x.md', importContext),
        importContext,
      );
      const plain = withoutReferences(result);
      const lost = fragmentWords.filter((own) => plain.split(own).length - 1 < countIn(text, own));
      expect(lost).toEqual([]);
      expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: 300, examples: [[['<b>', '![', '</b>', 'fax ']]] },
  );
});

function joinSaid(parts: readonly Said[], between: string): Said {
  return said(parts.map(({ text }) => text).join(between), ...parts.flatMap(({ words }) => words));
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Emphasis that ends inside a word needs the next letter as a character reference. */
function withoutReferences(text: string): string {
  return text.replace(/&#x([\dA-F]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

/** How often a word stands in the text that another parser than ours sees; HTML is left to the other property. */
function countIn(text: string, own: string): number {
  let count = 0;
  const tree: Root = unified().use(remarkParse).use(remarkGfm).parse(text);
  walk([tree] as Nodes[], (node) => {
    const words =
      node.type === 'text' || node.type === 'code' || node.type === 'inlineCode'
        ? node.value
        : 'alt' in node
          ? (node.alt ?? '')
          : '';
    count += words.split(own).length - 1;
  });
  return count;
}

/** Words that stand in a text less often than they should. */
function missing(words: readonly string[], result: string): string[] {
  const plain = withoutReferences(result);
  const there = Map.groupBy(wordsOf(plain), (own) => own);
  const wanted = Map.groupBy(words, (own) => own);
  return [...wanted].filter(([own, all]) => (there.get(own)?.length ?? 0) < all.length).map(([own]) => own);
}
