import { createColors } from 'picocolors';
import { describe, expect, test } from 'vitest';
import { byPlace, type Diagnostic } from '../../../src/core/diagnostic.ts';
import { plainPaint } from '../../../src/core/report/paint.ts';
import type { PrettyInput } from '../../../src/core/report/pretty.ts';
import { formats, jsonLine, report } from '../../../src/core/report/report.ts';

function found(part: Partial<Diagnostic> = {}): Diagnostic {
  return {
    file: 'content/postmortems/fax.mdx',
    line: 2,
    column: 3,
    severity: 'error',
    rule: 'timeline-order',
    message: 'This is before that.',
    ...part,
  };
}

function input(diagnostics: Diagnostic[], text: string | null = null, paint = plainPaint): PrettyInput {
  return { diagnostics, fileCount: 3, textOf: () => text, explained: () => null, paint, least: 'advice' };
}

const pretty = (diagnostic: Diagnostic, text: string): string => report('pretty', input([diagnostic], text));
/** The source line and the line with the caret, without what stands around them. */
const frame = (text: string, column: number): string[] =>
  pretty(found({ line: 1, column }), text)
    .split('\n')
    .slice(3, 5)
    .map((line) => line.replace(/^ {2}[1 ] │ /, ''));

describe('pretty', () => {
  test('groups by file, shows the line, says what to write and counts', () => {
    const text = '---\n- 08:25 **detekted** A supplier calls.\n- 08:20 Later.\n';
    const diagnostics = [
      found({ hint: 'Did you mean **detected**?\nOr **responded**?', column: 11, rule: 'timeline-label' }),
      found({ line: 3, severity: 'warning' }),
      found({ file: 'content/settings.yaml', line: 9, column: 1, rule: 'settings-key' }),
    ];
    expect(report('pretty', input(diagnostics, text))).toBe(`content/postmortems/fax.mdx

  error This is before that. 2:11 timeline-label
  2 │ - 08:25 **detekted** A supplier calls.
    │           ^
    → Did you mean **detected**?
      Or **responded**?

  warning This is before that. 3:3 timeline-order
  3 │ - 08:20 Later.
    │   ^

content/settings.yaml

  error This is before that. 9:1 settings-key

2 errors and 1 warning in 2 files; 3 files checked.`);
  });

  test('only counts what is lighter than the least weight it was asked for', () => {
    const diagnostics = [
      found({ severity: 'advice' }),
      found({ severity: 'warning' }),
      found({ file: 'content/settings.yaml', severity: 'advice' }),
    ];
    expect(report('pretty', { ...input(diagnostics), least: 'warning' })).toBe(`content/postmortems/fax.mdx

  warning This is before that. 2:3 timeline-order

1 warning and 2 pieces of advice in 2 files; 3 files checked.
npm run check shows the advice.`);
    expect(
      report('pretty', { ...input(diagnostics), least: 'error' }),
    ).toBe(`1 warning and 2 pieces of advice in 2 files; 3 files checked.
npm run check shows the warnings and the advice.`);
  });

  test('tells twenty findings of one rule in one file, and where the others are', () => {
    const twentyTwo = Array.from({ length: 22 }, (_, i) => found({ line: i + 1 }));
    const other = { file: 'content/settings.yaml' };
    const text = report('pretty', input([...twentyTwo, ...twentyTwo.map((one) => ({ ...one, ...other }))]));
    expect(text.match(/^ {2}error/gm)).toHaveLength(40);
    expect(text).toContain(`
  error This is before that. 20:3 timeline-order

  … and 2 more of timeline-order in lines 21 to 22. --format unix lists each.

content/settings.yaml`);
    expect(text).toContain('44 errors in 2 files');
    expect(report('unix', input(twentyTwo)).split('\n')).toHaveLength(22);
  });

  test.each([
    [[], 1, '✔ 1 file checked, nothing to mend.'],
    [[], 1200, '✔ 1,200 files checked, nothing to mend.'],
    [[found()], 1, '1 error in 1 file; 1 file checked.'],
    [
      [found(), found({ fix: { title: 'Write 08:25', edits: [] } })],
      1,
      '2 errors in 1 file; 1 file checked.\nnpm run check -- --fix can mend 1 of them.',
    ],
    [
      [found({ severity: 'warning' }), found({ severity: 'warning' })],
      2,
      '2 warnings in 1 file; 2 files checked.',
    ],
    [[found({ severity: 'advice' })], 1, '1 piece of advice in 1 file; 1 file checked.'],
    [
      [found(), found({ severity: 'warning' }), found({ severity: 'advice' }), found({ severity: 'advice' })],
      1,
      '1 error, 1 warning and 2 pieces of advice in 1 file; 1 file checked.',
    ],
  ] as [Diagnostic[], number, string][])('closes with a count: %#', (diagnostics, fileCount, closing) => {
    expect(
      report('pretty', { ...input(diagnostics), fileCount })
        .split('\n')
        .slice(-closing.split('\n').length)
        .join('\n'),
    ).toBe(closing);
  });

  test.each([
    ['a tab is one blank', 'a\tbc', 4, ['a bc', '   ^']],
    ['a wide letter takes two cells', '注文 fax', 4, ['注文 fax', '     ^']],
    ['an emoji takes two cells', '🧯🧯x', 5, ['🧯🧯x', '    ^']],
    ['a combining accent takes none', 'e\u0301x', 3, ['e\u0301x', ' ^']],
    ['the place behind the end of a line', 'ab', 3, ['ab', '  ^']],
    ['a byte order mark and a lone half of a letter', '\ufeffa\ud83db', 4, ['\ufeffa�b', '  ^']],
  ])('%s', (_, text, column, expected) => {
    expect(frame(text, column)).toEqual(expected);
  });

  test('a long line is cut around the place', () => {
    const text = `${'a'.repeat(500)}X${'b'.repeat(500)}`;
    const [line = '', caret = ''] = frame(text, 501);
    expect(line).toMatch(/^…a+Xb+…$/);
    expect(line.length).toBe(102);
    expect(line[caret.indexOf('^')]).toBe('X');
    expect(frame(text, 1)).toEqual([`${'a'.repeat(100)}…`, '^']);
  });

  test.each(['\r\n', '\r', '\n'])('lines end as the file ends them: %j', (end) => {
    expect(frame(['first', 'second'].join(end), 2)).toEqual(['first', ' ^']);
  });

  test.each([
    ['an empty line', '', 1],
    ['a line past the end', 'one', 7],
  ])('%s has no frame', (_, text, line) => {
    expect(pretty(found({ line, column: 1 }), text).split('\n')).toHaveLength(5);
  });

  test('paints where it is asked to', () => {
    const painted = report('pretty', input([found({ hint: 'Write it.' })], 'a\nbcd', createColors(true)));
    expect(painted).toContain('\u001b[31m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is taken out
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(
      report('pretty', input([found({ hint: 'Write it.' })], 'a\nbcd')),
    );
  });

  test('a line with a secret is never shown, whatever else is wrong on it', () => {
    const text = 'First\nToken abcdef, detekted\n';
    const diagnostics = [found({ rule: 'secret', column: 7 }), found({ column: 15 })];
    expect(report('pretty', input(diagnostics, text))).not.toContain('abcdef');
    expect(report('pretty', input([found()], text))).toContain('abcdef');
  });

  test('source that holds terminal commands shows them as dots', () => {
    expect(frame('a\u001b[2Jb\u0007c\u202ed', 10)).toEqual(['a·[2Jb·c·d', '         ^']);
  });
});

test('says once for each rule where more is said of it', () => {
  const findings = [
    found({ rule: 'blame-words', hint: 'Ask how.' }),
    found(),
    found({ rule: 'blame-words' }),
  ];
  const text = report('pretty', {
    ...input(findings),
    explained: (rule) => (rule === 'blame-words' ? 'docs/rules.md#blame-words' : null),
  });
  expect(text.split('\n').filter((line) => line.includes('more:'))).toEqual([
    '    more: docs/rules.md#blame-words',
  ]);
});

describe('unix', () => {
  test('is one line a finding', () => {
    const diagnostics = [
      found({ message: 'Two\n  lines.', hint: 'Not shown.' }),
      found({ file: '../elsewhere/a b.mdx', severity: 'warning', line: 10 }),
    ];
    expect(report('unix', input(diagnostics))).toBe(
      `content/postmortems/fax.mdx:2:3: error: Two lines. [timeline-order]
../elsewhere/a b.mdx:10:3: warning: This is before that. [timeline-order]`,
    );
  });

  test('is empty where nothing is wrong', () => {
    expect(report('unix', input([]))).toBe('');
  });
});

describe('editor', () => {
  const text = '---\n- 08:25 **detekted** A supplier calls.\n\n- [ ] Page on-duty\n';

  test('says which stretch to underline and what to write instead, in one line a finding', () => {
    const diagnostics = [
      found({ column: 9, hint: 'Did you mean **detected**?\nOr **responded**?' }),
      found({ line: 4, column: 1, severity: 'warning' }),
      found({ line: 4, column: 7, severity: 'advice' }),
    ];
    expect(report('editor', input(diagnostics, text)).split('\n')).toEqual([
      'content/postmortems/fax.mdx:2:9:2:21: error: This is before that. → Did you mean **detected**? Or **responded**? [timeline-order]',
      'content/postmortems/fax.mdx:4:1:4:19: warning: This is before that. [timeline-order]',
      'content/postmortems/fax.mdx:4:7:4:11: info: This is before that. [timeline-order]',
    ]);
  });

  test('ends each finding of one rule at one place elsewhere, since VS Code shows one of those that end together', () => {
    const marks = ['started', 'detected', 'resolved'].map((mark) => found({ column: 9, message: mark }));
    const other = found({ column: 9, rule: 'timeline-label' });
    expect(
      report('editor', input([...marks, other], text))
        .split('\n')
        .map((line) => line.replace('content/postmortems/fax.mdx:', '')),
    ).toEqual([
      '2:9:2:21: error: started [timeline-order]',
      '2:9:2:22: error: detected [timeline-order]',
      '2:9:2:23: error: resolved [timeline-order]',
      '2:9:2:21: error: This is before that. [timeline-label]',
    ]);
  });

  test('underlines the place alone where the file or the line is away', () => {
    const stretch = (diagnostic: Diagnostic, of: string | null): string | undefined =>
      /:(\d+:\d+:\d+:\d+): /.exec(report('editor', input([diagnostic], of)))?.[1];
    expect(stretch(found(), null)).toBe('2:3:2:3');
    expect(stretch(found({ line: 99, column: 1 }), text)).toBe('99:1:99:1');
  });
});

describe('json', () => {
  test('has what the format promises and nothing else', () => {
    const diagnostics = [found({ hint: 'Say "so".' }), found({ severity: 'warning' })];
    const read = JSON.parse(report('json', input(diagnostics)));
    expect(read).toEqual(diagnostics);
    expect(Object.keys(read[0])).toEqual(['file', 'line', 'column', 'severity', 'rule', 'message', 'hint']);
    expect(Object.keys(read[1])).not.toContain('hint');
  });

  test('is an empty list where nothing is wrong', () => {
    expect(report('json', input([]))).toBe('[]');
  });
});

describe('github', () => {
  test('is a workflow command a finding', () => {
    expect(report('github', input([found({ severity: 'warning', hint: 'Write it.' })]))).toBe(
      '::warning file=content/postmortems/fax.mdx,line=2,col=3,title=timeline-order::This is before that.%0AWrite it.',
    );
  });

  test('lets no text end a command or begin another', () => {
    const hostile = found({ file: 'a,line=9:b%.mdx', message: '100 %\n::error::x, y: z' });
    expect(report('github', input([hostile]))).toBe(
      '::error file=a%2Cline=9%3Ab%25.mdx,line=2,col=3,title=timeline-order::100 %25%0A::error::x, y: z',
    );
  });
});

test.each([
  ['pretty', '  advice This is before that. 2:3 timeline-order'],
  ['unix', 'content/postmortems/fax.mdx:2:3: warning: This is before that. [timeline-order]'],
  ['editor', 'content/postmortems/fax.mdx:2:3:2:3: info: This is before that. [timeline-order]'],
  ['json', '    "severity": "warning",'],
  [
    'github',
    '::notice file=content/postmortems/fax.mdx,line=2,col=3,title=timeline-order::This is before that.',
  ],
] as const)('advice in %s is what its readers know', (format, line) => {
  expect(report(format, input([found({ severity: 'advice' })])).split('\n')).toContain(line);
});

test.each(formats)('%s keeps the order it is given', (format) => {
  const text = report(format, input([found({ message: 'First.' }), found({ message: 'Second.' })]));
  expect(text.indexOf('First.')).toBeLessThan(text.indexOf('Second.'));
});

test('findings are in the order of file, line, column and rule, by code unit', () => {
  const sorted = [
    found({ file: 'B', line: 9 }),
    found({ file: 'a', line: 2, column: 10 }),
    found({ file: 'a', line: 10, column: 2, rule: 'a' }),
    found({ file: 'a', line: 10, column: 2, rule: 'b' }),
    found({ file: 'a', line: 10, column: 10, rule: 'a' }),
    found({ file: 'ä', line: 1 }),
  ];
  for (const shuffled of [sorted.toReversed(), [...sorted.slice(3), ...sorted.slice(0, 3)]])
    expect(shuffled.toSorted(byPlace)).toEqual(sorted);
});

test('what would fix a finding is no key of the format json', () => {
  const diagnostic = found({ fix: { title: 'Write 08:25', edits: [] } });
  expect(JSON.parse(report('json', input([diagnostic])))).toEqual([found()]);
  expect(jsonLine([diagnostic, found()])).toBe(JSON.stringify([found(), found()]));
});
