import { describe, expect, test } from 'vitest';
import { defaultSettings, readSettings } from '../../../src/core/catalog/settings.ts';

const said = (text: string): string[] =>
  readSettings(text).problems.map(
    ({ place, rule, message, hint }) => `${place.line}:${place.column} ${rule} ${message} → ${hint}`,
  );

test.each([null, '', '# nothing yet', 'organisation:\n'])('from %j everything has its default', (text) => {
  expect(readSettings(text)).toEqual({ value: defaultSettings, problems: [] });
});

test('the usual severities are three, of which two ask for a postmortem', () => {
  expect(defaultSettings.severities.map(({ level, postmortem }) => [level, postmortem])).toEqual([
    [1, true],
    [2, true],
    [3, false],
  ]);
  expect(defaultSettings.timezone).toBe('UTC');
});

test('every key is understood', () => {
  const text = `organisation: Harbour Supply
timezone: America/New_York
ticketUrl: https://tickets.example.com/browse/{id}
repository: https://example.com/kb
wipLimits: { accepted: 5 }
teamHours: { orders: 160.5 }
capacity: { support: 3 }
firstWeek: [2018-05-04-fax, outbox]
rules: { section-name: off }
severities:
  - level: 1
    name: Down
    meaning: All is down.
    postmortem: true
    postmortemDays: 7
  - { level: 2, name: Bad }
`;
  expect(readSettings(text)).toEqual({
    problems: [],
    value: {
      organisation: 'Harbour Supply',
      timezone: 'America/New_York',
      ticketUrl: 'https://tickets.example.com/browse/{id}',
      repository: 'https://example.com/kb',
      wipLimits: { accepted: 5 },
      teamHours: { orders: 160.5 },
      capacity: { support: 3, improvements: null },
      firstWeek: ['2018-05-04-fax', 'outbox'],
      rules: { 'section-name': 'off' },
      severities: [
        {
          level: 1,
          name: 'Down',
          meaning: 'All is down.',
          policy: null,
          postmortem: true,
          postmortemDays: 7,
          improvementDays: null,
        },
        {
          level: 2,
          name: 'Bad',
          meaning: null,
          policy: null,
          postmortem: false,
          postmortemDays: null,
          improvementDays: null,
        },
      ],
    },
  });
});

describe('mistakes', () => {
  test.each<[text: string, complaint: string]>([
    [
      'organization: a',
      '1:1 settings-key settings.yaml has no key organization. → Did you mean organisation?',
    ],
    ['timezone: Berlin', '1:11 settings-value There is no time zone "Berlin". → Did you mean Europe/Berlin?'],
    [
      'ticketUrl: https://tickets.example.com/',
      '1:12 settings-value ticketUrl has no {id} in it, so it would lead to the same page for every ticket. → Write ticketUrl: https://tickets.example.com/browse/{id}',
    ],
    [
      'ticketUrl: javascript:alert({id})',
      '1:12 settings-value ticketUrl is a web address that begins with https:// or http://; found "javascript:alert({id})". → Write ticketUrl: https://tickets.example.com/browse/{id}',
    ],
    [
      'repository: git@example.com:kb',
      '1:13 settings-value repository is a web address that begins with https:// or http://; found "git@example.com:kb". → Write repository: https://example.com/team/postmortems',
    ],
    [
      'severities: []',
      '1:13 settings-value severities is an empty list. → Name at least one level, or delete the key to have the three usual ones.',
    ],
    [
      'severities:\n  - { level: "1", name: Down }',
      '2:14 settings-value level is a whole number without quotes; found "1". → Write level: 1',
    ],
    [
      'severities:\n  - { level: 1, name: Down, postmortem: yes }',
      '2:41 settings-value postmortem is true or false; found "yes". → Write postmortem: true',
    ],
    [
      'severities:\n  - { level: 1, name: Down, polcy: a }',
      '2:29 settings-key settings.yaml has no key polcy. → Did you mean policy?',
    ],
    [
      'severities:\n  - { level: 1, name: Down }\n  - { level: 1, name: Bad }',
      '3:14 settings-value Level 1 stands here a second time; the first is on line 2. → Give each severity a level of its own.',
    ],
    [
      'severities:\n  - Down',
      '2:5 settings-value A severity is level, name and what belongs to it; found "Down". → Write - level: 1 and below it, two blanks in, name: Down',
    ],
    ['capacity: { suport: 3 }', '1:13 settings-key settings.yaml has no key suport. → Did you mean support?'],
    ['capacity: { support: 0 }', '1:22 settings-value support is at least 1; found 0. → Write support: 3'],
    [
      'capacity:\n  improvements: "10"',
      '2:17 settings-value improvements is a whole number; found "10". → Write improvements: 10',
    ],
    [
      'capacity: 5',
      '1:11 settings-value capacity has a number for each queue; found 5. → Write capacity: { support: 3, improvements: 10 }',
    ],
    [
      'capacity: {}',
      '1:11 settings-value capacity names no queue. → Write capacity: { support: 3, improvements: 10 }',
    ],
    [
      'wipLimits: { acepted: 5 }',
      '1:14 settings-key settings.yaml has no key acepted. → Did you mean accepted?',
    ],
    [
      'wipLimits: { accepted: many }',
      '1:24 settings-value A limit is a whole number; found "many". → Write accepted: 5',
    ],
    [
      'teamHours: 40',
      '1:12 settings-value teamHours has a number for each team; found 40. → Write teamHours: { orders: 160 }',
    ],
    [
      'firstWeek: fax',
      '1:12 settings-value firstWeek is a list of postmortems; found "fax". → Write each as - 2018-05-04-fax-provider',
    ],
    [
      'firstWeek: [fax, 7]',
      '1:18 settings-value firstWeek names postmortems by their ids; found 7. → Write - 2018-05-04-fax-provider',
    ],
    [
      'firstWeek: [fax, queue, fax]',
      '1:12 settings-value A postmortem stands in firstWeek twice. → Name each once.',
    ],
    [
      'rules: { section-nam: off }',
      '1:10 settings-key There is no rule section-nam. → Did you mean section-name?',
    ],
    [
      'rules: { section-name: loud }',
      '1:24 settings-value A rule is error, warning, advice or off; found "loud". → Write section-name: off',
    ],
    [
      'rules: { code-import: off }',
      "1:10 settings-value The rule code-import can't be changed: without it a page could break or run code. → Delete this line.",
    ],
    [
      '- a',
      '1:1 settings-value settings.yaml holds keys with values; found a list. → Begin with a line like organisation: Harbour Supply',
    ],
  ])('%j is told', (text, complaint) => {
    expect(said(text)).toEqual([complaint]);
  });

  test('are all told at once, and the good keys stand', () => {
    const { value, problems } = readSettings(
      'organisation: A\ntimezone: Nowhere\nticketUrl: x\nteamHours: { a: 1 }\n',
    );
    expect(problems.map(({ place }) => place.line)).toEqual([2, 3, 3]);
    expect(value).toMatchObject({ organisation: 'A', timezone: 'UTC', ticketUrl: null, teamHours: { a: 1 } });
  });

  test('defaults are the caller’s own to change', () => {
    readSettings(null).value.severities.pop();
    expect(readSettings(null).value.severities).toHaveLength(3);
  });
});

test('levels and rules that are right stand beside those that are wrong', () => {
  const { value, problems } = readSettings(
    'severities:\n  - { level: 4, name: Low, colour: red }\n  - { level: 5 }\nrules: { section-name: off, link-missing: never, no-such-rule: off }\n',
  );
  expect(problems.map(({ place, rule }) => `${place.line} ${rule}`)).toEqual([
    '2 settings-key',
    '3 settings-value',
    '4 settings-value',
    '4 settings-key',
  ]);
  expect(value.severities.map(({ level, name }) => [level, name])).toEqual([
    [4, 'Low'],
    [5, 'Severity 5'],
  ]);
  expect(value.rules).toMatchObject({ 'section-name': 'off' });
  expect(value.rules).not.toHaveProperty('link-missing');
});

test.each(['severities: [\n', '- a list\n'])(
  'of %j nobody can tell the levels, so none are made up',
  (text) => {
    const { value, problems } = readSettings(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(value.severities).toEqual([]);
  },
);
