import { describe, expect, test } from 'vitest';
import { importOptions, importUsage } from '../../src/cli/import-options.ts';

const levels = [1, 2, 3];

describe('the flags of import', () => {
  test.each([
    [[], 'Say what to import: a file, a folder, or - for what is piped in.'],
    [['x.md', '--zone', 'Berlin'], '--zone: there is no time zone "Berlin". Did you mean Europe/Berlin?'],
    [['x.md', '--date', '4.5.2018'], '--date: "4.5.2018" is no day. Write it like 2018-05-04.'],
    [['x.md', '--severity', '9'], '--severity: the levels are 1, 2, 3; found "9".'],
    [['x.md', '--date-order', 'ymd'], '--date-order is dmy or mdy; found "ymd".'],
    [['x.md', '--status', 'reviewed'], '--status is open or resolved; found "reviewed".'],
    [
      ['x.md', '--question', 'detect'],
      '--question says where actions go in the postmortem that --into names; write both.',
    ],
    [
      ['x.md', '--into', 'a', '--question', 'why'],
      '--question is detect, react, quick-fix, prevent or other-areas-of-risk; found "why".',
    ],
  ])('%j', (args, message) => {
    expect(() => importOptions(args, levels)).toThrow(message);
  });

  test('everything at once', () => {
    const args =
      'a b --zone Asia/Tokyo --date 2018-05-04 --date-order mdy --status open --severity 2 --reaction :eyes: --dry-run';
    expect(importOptions(args.split(' '), levels)).toEqual({
      paths: ['a', 'b'],
      zone: 'Asia/Tokyo',
      date: '2018-05-04',
      dateOrder: 'month-first',
      status: 'open',
      severity: 2,
      reaction: 'eyes',
      into: null,
      question: 'prevent',
      verbose: false,
      format: 'pretty',
      dryRun: true,
      help: false,
    });
  });

  test('stand in the help, each of them', () => {
    for (const flag of 'zone date date-order status severity reaction into question verbose format dry-run'.split(
      ' ',
    ))
      expect(importUsage).toContain(`\n  --${flag} `);
  });
});
