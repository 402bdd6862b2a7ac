import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../../src/core/fix/apply-fixes.ts';
import { readFile } from './reading.ts';

/** Applies the fixes of one rule once: what is written, and which of its problems are left. */
function mend(text: string, rule: string) {
  const found = readFile(text).filter((problem) => problem.rule === rule);
  const result = applyFixes(
    text,
    found.flatMap(({ fix }) => fix ?? []),
  );
  const left = readFile(result.text).filter((problem) => problem.rule === rule);
  return { text: result.text, found: found.length, left: left.length };
}

const head = '---\ntitle: A\nstatus: open\nseverity: 1\n---\n\n## Symptoms\n\nFax is out.\n\n';
const timeline = (entry: string): string => `${head}## Timeline\n\n- 2018-05-04 01:00 Begin.\n- ${entry}\n`;
const detect = (item: string): string => `${head}## Detect\n\n${item}\n`;
const risks = (item: string): string => `${head}## Other areas of risk\n\n${item}\n`;
const prose = (words: string): string => `${head}## Summary\n\n${words}\n`;
const facts = (line: string): string =>
  `---\n${['title: A', 'status: open', 'severity: 1']
    .filter((usual) => usual.split(':')[0]?.toLowerCase() !== line.split(':')[0]?.toLowerCase())
    .join('\n')}\n${line}\n---\n\n## Symptoms\n\nFax is out.\n`;

describe('what has one right answer is written so', () => {
  describe.each([
    [
      'timeline-time',
      timeline,
      [
        ['5:00 PM A call.', '17:00 A call.'],
        ['12:05 a.m. A call.', '00:05 A call.'],
        ['8:25 A call.', '08:25 A call.'],
        ['08.25 A call.', '08:25 A call.'],
        ['8.25 A call.', '08:25 A call.'],
        ['~8.25 a call.', '~08:25 a call.'],
        ['2018-05-04 8.25 a call.', '2018-05-04 08:25 a call.'],
        ['8.25 – a call.', '08:25 – a call.'],
        ['8.25 **report** A call.', '08:25 **report** A call.'],
        ['2018-05-04T08:25 A call.', '2018-05-04 08:25 A call.'],
        ['2018/5/4 8:25 A call.', '2018-05-04 08:25 A call.'],
        ['May 4, 2018 08:25 A call.', '2018-05-04 08:25 A call.'],
        ['**08:25** A call.', '08:25 A call.'],
        ['`08:25` A call.', '08:25 A call.'],
        ['**8:25 UTC** A call.', '08:25Z A call.'],
        ['[08:25] A call.', '08:25 A call.'],
        ['about 08:40 A call.', '~08:40 A call.'],
        ['8:50 AM - 9:05 AM A call.', '08:50–09:05 A call.'],
        ['08:50 to 09:05 A call.', '08:50–09:05 A call.'],
        ['08:50-09:05 A call.', '08:50–09:05 A call.'],
        ['08:25: A call.', '08:25 A call.'],
        ['**8:25** **report** A call.', '08:25 **report** A call.'],
      ],
    ],
    [
      'timeline-label',
      timeline,
      [
        ['08:25 **detcted** A call.', '08:25 **detected** A call.'],
        ['08:25 **detect, Reprot** A call.', '08:25 **detected, report** A call.'],
        ['08:25 **alerts** A call.', '08:25 **alert** A call.'],
        ['08:25 **report,** A call.', '08:25 **report** A call.'],
        ['08:25 **detected** **report** A call.', '08:25 **detected, report** A call.'],
        ['08:25 – **report** A call.', '08:25 **report** A call.'],
      ],
    ],
    [
      'word-place',
      detect,
      [
        ['- [ ] Page @ana due:2018-06-01 on-duty', '- [ ] Page on-duty @ana due:2018-06-01'],
        ['- [ ] due:2018-06-01 Page on-duty @ana', '- [ ] Page on-duty due:2018-06-01 @ana'],
        ['- [ ] @ana due:2018-06-01 **Page** on _duty_  ', '- [ ] **Page** on _duty_ @ana due:2018-06-01  '],
        ['- [ ] ticket:OPS-1 Page `on-duty`', '- [ ] Page `on-duty` ticket:OPS-1'],
      ],
    ],
    [
      'word-place',
      risks,
      [
        ['- [ ] Watch system:fax @ana every queue', '- [ ] Watch every queue system:fax @ana'],
        ['- [ ] system:fax system:mail Watch @ana', '- [ ] Watch system:fax system:mail @ana'],
        ['- Any system:fax queue', '- Any queue system:fax'],
      ],
    ],
    ['word-unknown', risks, [['- [ ] Watch sytem:fax @ana', '- [ ] Watch system:fax @ana']]],
    ['word-unknown', detect, [['- [ ] Page deu:2018-06-01', '- [ ] Page due:2018-06-01']]],
    ['word-blank', detect, [['- [ ] Page due: 2018-06-01', '- [ ] Page due:2018-06-01']]],
    [
      'word-date',
      detect,
      [
        ['- [ ] Page due:2018/6/1', '- [ ] Page due:2018-06-01'],
        ['- [ ] Page deu:2018-6-1', '- [ ] Page due:2018-06-01'],
        ['- [ ] Page due:1 June 2018 @ana', '- [ ] Page due:2018-06-01 @ana'],
        ['- [ ] Page @ana due: June 1, 2018', '- [ ] Page @ana due:2018-06-01'],
      ],
    ],
    [
      'task-box',
      detect,
      [
        ['-[ ] Page on-duty', '- [ ] Page on-duty'],
        ['- [] Page on-duty', '- [ ] Page on-duty'],
        ['- [ ]Page on-duty', '- [ ] Page on-duty'],
        ['- [X ] Page on-duty done:2018-05-18', '- [x] Page on-duty done:2018-05-18'],
      ],
    ],
    [
      'mdx-syntax',
      prose,
      [
        ['It took <5 ms.', 'It took &lt;5 ms.'],
        ['It took <= 5 ms, or a <- b.', 'It took &lt;= 5 ms, or a &lt;- b.'],
        ['One { is left.', 'One \\{ is left.'],
        ['One<br>two', 'One<br />two'],
        ['One <!-- two --> three', 'One {/* two */} three'],
      ],
    ],
    ['code-expression', prose, [['The {user} is {{name}}.', 'The \\{user\\} is \\{\\{name\\}\\}.']]],
    [
      'front-matter-value',
      facts,
      [
        ['severity: "1"', 'severity: 1'],
        ["severity: '2'  # bad", 'severity: 2  # bad'],
        ['status: Open', 'status: open'],
        ['severity: SEV2', 'severity: 2'],
        ['severity: sev-1', 'severity: 1'],
        ['raisedBy: Product Owner', 'raisedBy: product-owner'],
        ['raisedBy: customers', 'raisedBy: customer'],
        ['systems: storefront, payments', 'systems: [storefront, payments]'],
        ['tags: vendor', 'tags: [vendor]'],
        ['systems: [‘mailer’, fax]', 'systems: [mailer, fax]'],
        ['raisedBy: “customer”', 'raisedBy: customer'],
        ['facilitator: “dana”', 'facilitator: dana'],
        ['reviewedOn: Nov 18, 2026', 'reviewedOn: 2026-11-18'],
        ['reviewedOn: 5/15/2018', 'reviewedOn: 2018-05-15'],
        ['reviewedOn: 11.05.2018', 'reviewedOn: 2018-05-11'],
        ['effort: 31 hours', 'effort: 31h'],
        ['effort: 1 h 30 min', 'effort: 1h30m'],
        ['effort: "1,5h"', 'effort: 1.5h'],
        ["facilitator: '@dana'", 'facilitator: dana'],
        ['reviewedOn: 2018/5/11', 'reviewedOn: 2018-05-11'],
      ],
    ],
    [
      'front-matter-key',
      facts,
      [
        ['raisedby: customer', 'raisedBy: customer'],
        ['effrot: 31h', 'effort: 31h'],
      ],
    ],
    ['handle-unknown', detect, [['- [ ] Page on-duty @Ana.', '- [ ] Page on-duty @ana']]],
  ] as const)('%s', (rule, file, rows) => {
    test.each(rows.map(([before, after]) => ({ before, after })))('$before', ({ before, after }) => {
      expect(mend(file(before), rule)).toEqual({ text: file(after), found: expect.any(Number), left: 0 });
    });
  });
});

describe('what has more than one answer is left to its author', () => {
  test.each([
    ['1:00 - 2:00 PM may begin at one in the night', timeline('1:00 - 2:00 PM A call.')],
    ['14:35 CET may be summer time', timeline('14:35 CET A call.')],
    ['05/04/2018 is in May or in April', timeline('05/04/2018 08:25 A call.')],
    ['5h may be a while', timeline('5h A call.')],
    ['a number may be no clock', timeline('8.25 MB are lost.')],
    ['a fraction of a second would be lost', timeline('08:25:30.250 A call.')],
    ['next Friday may be in this week', detect('- [ ] Page due:next Friday')],
    ['a link would be lost', timeline('[8:25](https://example.com) A call.')],
    ['a day that is not in the calendar', detect('- [ ] Page due:2018-06-31')],
    ['restarted is a word of its own', timeline('08:25 **restarted** Fax.')],
    ['which of two owners', detect('- [ ] Page on-duty @ana @dana')],
    [
      'a line that was meant as another paragraph',
      detect('- [ ] Page due:2018-06-01\n  Because nobody saw.'),
    ],
    ['nobody says when', detect('- [x] Page on-duty')],
    ['an unknown handle that is near one', detect('- [ ] Page on-duty @anna')],
    ['an effort without a unit', facts('effort: 31')],
    ['a level in words', facts('severity: high')],
    ['a day that may be either of two', facts('reviewedOn: 11/05/2018')],
    ['words that blanks part', facts('systems: store front')],
    ['an address in angle brackets', prose('See <https://example.com>.')],
  ])('%s', (_why, text) => {
    const found = readFile(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ fix }) => fix !== undefined)).toEqual([]);
  });
});

describe('edits change only their bytes', () => {
  test.each([
    ['Windows line breaks', '\r\n'],
    ['old line breaks', '\r'],
    ['line breaks', '\n'],
  ])('with %s', (_name, lineBreak) => {
    const write = (text: string): string => `\uFEFF${text.replaceAll('\n', lineBreak)}`;
    const [before, after] = ['5:00 PM \tA call.  ', '17:00 \tA call.  '].map((entry) =>
      write(timeline(entry)),
    );
    expect(mend(before ?? '', 'timeline-time').text).toBe(after);
  });

  test('of two fixes that touch, the first is applied and the other waits', () => {
    const edit = (from: number, to: number, text: string) => ({
      title: text,
      edits: [{ start: { line: 1, column: from }, end: { line: 1, column: to }, text }],
    });
    const [one, two, three] = [edit(1, 3, 'X'), edit(3, 4, 'Y'), edit(6, 6, 'Z')] as const;
    const { text, applied } = applyFixes('abcdefg', [one, two, three]);
    expect({ text, applied }).toEqual({ text: 'XcdeZfg', applied: [one, three] });
  });
});
