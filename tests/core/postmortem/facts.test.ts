import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/catalog/settings.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { readFacts } from '../../../src/core/postmortem/facts.ts';

const good = ['title: Fax gone', 'status: open', 'severity: 1'];
const read = (...lines: string[]) =>
  readFacts(readDocument(`---\n${lines.join('\n')}\n---\n`), defaultSettings);
const said = (...lines: string[]): string[] =>
  read(...lines).problems.map(
    ({ place, rule, message, hint }) => `${place.line}:${place.column} ${rule} ${message} → ${hint}`,
  );

describe('good facts', () => {
  test('absent ones are null or empty, and the zone is the settings’', () => {
    expect(read(...good)).toMatchObject({
      facts: {
        title: 'Fax gone',
        status: 'open',
        severity: 1,
        systems: [],
        raisedBy: null,
        triage: null,
        tags: [],
        timezone: 'UTC',
        facilitator: null,
        reviewedOn: null,
        effort: null,
      },
      problems: [],
    });
  });

  test('all of them', () => {
    const { facts, problems } = read(
      ...[
        'title: "Fax: gone"',
        'status: reviewed',
        'severity: 3',
        'systems: [fax-gateway, mail]',
        'raisedBy: customer',
      ],
      ...['triage: system', 'tags: [vendor, "2018"]', 'timezone: America/New_York', 'facilitator: dana'],
      ...['reviewedOn: 2018-05-11', 'effort: 1h30m'],
    );
    expect(problems).toEqual([]);
    expect(facts).toEqual({
      title: 'Fax: gone',
      status: 'reviewed',
      severity: 3,
      systems: ['fax-gateway', 'mail'],
      raisedBy: 'customer',
      triage: 'system',
      tags: ['vendor', '2018'],
      timezone: 'America/New_York',
      facilitator: 'dana',
      reviewedOn: '2018-05-11',
      effort: 90,
    });
  });

  test('a quoted date is the same as an unquoted one', () => {
    expect(read(...good, 'reviewedOn: "2018-05-11"')).toEqual(read(...good, 'reviewedOn: 2018-05-11'));
  });
});

describe('wrong facts', () => {
  test.each<[line: string, complaint: string]>([
    ['sytems: [a]', '5:1 front-matter-key The front matter has no key sytems. → Did you mean systems?'],
    [
      'author: ana',
      '5:1 front-matter-key The front matter has no key author. → It may have title, status, severity, systems, raisedBy, triage, tags, timezone, facilitator, reviewedOn, effort.',
    ],
    [
      'systems: fax-gateway',
      '5:10 front-matter-value systems is a list; found "fax-gateway". → Write systems: [fax-gateway]',
    ],
    [
      'tags: vendor, queue',
      '5:7 front-matter-value tags is a list; found "vendor, queue". → Write tags: [vendor, queue]',
    ],
    [
      'tags: [a, 2018]',
      '5:11 front-matter-value An item of tags is a text, and YAML reads 2018 as a number. → Put it in quotes: tags: ["2018"]',
    ],
    ['tags: [a, b, a]', '5:14 front-matter-value "a" stands in tags twice. → Keep one of the two.'],
    ['systems: ["<b>"]', '5:11 front-matter-value "<b>" can\'t be an item of systems. → Write systems: [b]'],
    [
      'raisedBy: costumer',
      '5:11 front-matter-value raisedBy is customer, product-owner, security or system; found "costumer". → Did you mean raisedBy: customer?',
    ],
    [
      'triage: 3',
      '5:9 front-matter-value triage is user, system or code; found 3. → Write one of the three, or delete the line.',
    ],
    [
      'timezone: New York',
      '5:11 front-matter-value There is no time zone "New York". → Did you mean America/New_York?',
    ],
    [
      'timezone: -04:00',
      '5:11 front-matter-value There is no time zone "-04:00". → Write its IANA name, for example timezone: America/New_York',
    ],
    [
      'facilitator: "@dana"',
      '5:14 front-matter-value facilitator is one handle, a single word without @; found "@dana". → Write facilitator: dana',
    ],
    [
      'facilitator: Dana Whitfield',
      '5:14 front-matter-value facilitator is one handle, a single word without @; found "Dana Whitfield". → Write facilitator: dana',
    ],
    [
      'reviewedOn: 2018-02-30',
      '5:13 front-matter-value reviewedOn is a day of the calendar like 2018-05-11; found "2018-02-30". → Write year, month and day with hyphens: reviewedOn: 2018-05-11',
    ],
    [
      'reviewedOn: 11/05/2018',
      '5:13 front-matter-value reviewedOn is a day of the calendar like 2018-05-11; found "11/05/2018". → Write year, month and day with hyphens: reviewedOn: 2018-11-05 or reviewedOn: 2018-05-11',
    ],
    [
      'effort: 31',
      '5:9 front-matter-value effort is hours and minutes like 31h, 45m, 1.5h or 1h30m; found 31. → Write effort: 31h',
    ],
    [
      'effort: 31 hours',
      '5:9 front-matter-value effort is hours and minutes like 31h, 45m, 1.5h or 1h30m; found "31 hours". → Write effort: 31h',
    ],
    [
      'facilitator: TBD',
      '5:14 front-matter-value TBD can stand in the text below, but not in the front matter. → Delete facilitator until you know it; an absent key is fine.',
    ],
    [
      'facilitator:',
      '5:13 front-matter-value facilitator has no value. → Delete the line until you know it; an absent key is fine.',
    ],
  ])('%j is told, and the others stand', (line, complaint) => {
    expect(said(...good, line)).toEqual([complaint]);
    expect(read(...good, line).facts).toMatchObject({ title: 'Fax gone', timezone: 'UTC', reviewedOn: null });
  });

  test.each<[lines: string[], complaint: string]>([
    [
      ['title: Fax gone', 'status: open', 'severity: "1"'],
      '4:11 front-matter-value severity is a whole number without quotes; found "1". → Write severity: 1',
    ],
    [
      ['title: Fax gone', 'status: open', 'severity: 4'],
      '4:11 front-matter-value There is no severity 4; the levels are 1 (Down), 2 (Serious) and 3 (Minor). → Write severity: 1, or add the level to settings.yaml.',
    ],
    [
      ['title: Fax gone', 'status: closed', 'severity: 1'],
      '3:9 front-matter-value status is open, resolved or reviewed; found "closed". → Write status: open while it burns, resolved once it is out, reviewed after the meeting.',
    ],
    [
      ['title: Fax gone', 'status: Resolved', 'severity: 1'],
      '3:9 front-matter-value status is open, resolved or reviewed; found "Resolved". → Did you mean status: resolved?',
    ],
    [
      ['title: 404', 'status: open', 'severity: 1'],
      '2:8 front-matter-value title is a text, and YAML reads 404 as a number. → Put it in quotes: title: "404"',
    ],
    [
      ['title: #5 broke', 'status: open', 'severity: 1'],
      '2:8 front-matter-value title has no value: what follows # is a comment to YAML. → If it is meant as text, put it in quotes: title: "#5 broke"',
    ],
    [
      ['title: "  "', 'status: open', 'severity: 1'],
      '2:8 front-matter-value title is empty. → Write title: Disappearing fax provider',
    ],
    [
      ['title: Fax gone', 'status: open'],
      '1:1 front-matter-required The front matter has no severity. → Add a line like severity: 1',
    ],
  ])('%j has no facts', (lines, complaint) => {
    expect(read(...lines).facts).toBeNull();
    expect(said(...lines)).toEqual([complaint]);
  });

  test.each<[line: string, complaints: string[]]>([
    [
      'severity: high',
      [
        '4:11 severity is a whole number without quotes; found "high". → Write the number of one: severity: 1 (Down), 2 (Serious) or 3 (Minor)',
      ],
    ],
    [
      'severity: 2 – Serious',
      ['4:11 severity is a whole number without quotes; found "2 – Serious". → Write severity: 2'],
    ],
    [
      'severity: “minor”',
      ['4:11 severity is a whole number without quotes; found "“minor”". → Write severity: 3'],
    ],
    [
      'Severity: high',
      [
        '4:1 The front matter has no severity, but Severity, which is no key. → Did you mean severity?',
        '4:11 severity is a whole number without quotes; found "high". → Write the number of one: severity: 1 (Down), 2 (Serious) or 3 (Minor)',
      ],
    ],
  ])('a level in words, %j, is led to its number', (line, complaints) => {
    const { facts, problems } = read('title: Fax gone', 'status: open', line);
    expect(facts).toBeNull();
    expect(
      problems.map(({ place, message, hint }) => `${place.line}:${place.column} ${message} → ${hint}`),
    ).toEqual(complaints);
  });

  test.each<[line: string, hints: string[]]>([
    ['raisedBy: alert', ['Write one of the four (system is an alert or a monitor), or delete the line.']],
    [
      'raised by: users',
      [
        'Did you mean raisedBy?',
        'Write one of the four (system is an alert or a monitor), or delete the line.',
      ],
    ],
    ['review date: 2018-05-11', ['Did you mean reviewedOn?']],
    ['services: [fax]', ['Did you mean systems?']],
    ['effort: approx. 20 hours', ['Write effort: 20h']],
    ['systems: [‘mailer’]', ['Write systems: [mailer]']],
    ['systems: [Login DB]', ['Write systems: [login-db]']],
    ['reviewedOn: November 18, 2026', ['Write year, month and day with hyphens: reviewedOn: 2026-11-18']],
  ])('%j is helped by what it says', (line, hints) => {
    expect(new Set(read(...good, line).problems.map(({ hint }) => hint))).toEqual(new Set(hints));
  });

  test('a day of the meeting under another name is not asked for once more', () => {
    expect(said('title: Fax gone', 'status: reviewed', 'severity: 1', 'review date: 2018-05-11')).toEqual([
      '5:1 front-matter-key The front matter has no key review date. → Did you mean reviewedOn?',
    ]);
  });

  test('a reviewed one needs the day of its review', () => {
    expect(said('title: Fax gone', 'status: reviewed', 'severity: 1')).toEqual([
      '3:1 front-matter-required A reviewed postmortem says on which day the meeting was. → Add a line like reviewedOn: 2018-05-11',
    ]);
  });

  test('what can be told stands beside stand-ins, so that the text below can be judged', () => {
    const { facts, readable } = read(
      'title: Fax gone',
      'status: reviewed',
      'severity: high',
      'systems: [mail]',
    );
    expect(facts).toBeNull();
    expect(readable).toMatchObject({ title: 'Fax gone', status: 'reviewed', severity: 1, systems: ['mail'] });
    expect(readFacts(readDocument('words\n'), defaultSettings).readable).toBeNull();
  });

  test('all are told at once', () => {
    expect(
      said('titel: a', 'status: done', 'severity: high', 'tags: b', 'effort: much').map((line) =>
        line.split(' ', 2).join(' '),
      ),
    ).toEqual([
      '2:1 front-matter-required',
      '3:9 front-matter-value',
      '4:11 front-matter-value',
      '5:7 front-matter-value',
      '6:9 front-matter-value',
    ]);
  });

  test('a line that YAML can’t read is told once', () => {
    const document = readDocument('---\ntitle: Fax gone\nstatus: open: now\nseverity: 1\n---\n');
    expect(document.problems.map(({ place }) => place.line)).toEqual([3]);
    expect(readFacts(document, defaultSettings)).toMatchObject({ facts: null, problems: [] });
  });
});

test.each([
  ['31 hours', '31h'],
  ['1h 30m', '1h30m'],
  ['1,5h', '1.5h'],
  ['2 hrs 15 mins', '2h15m'],
  ['40', '40h'],
  ['-1h', '1h'],
  ['1.5m', '31h'],
  ['two days', '31h'],
])('for an effort of %s the hint is %s, which is one', (effort, hint) => {
  expect(said(...good, `effort: ${effort}`).map((line) => line.split(' → ')[1])).toEqual([
    `Write effort: ${hint}`,
  ]);
  expect(said(...good, `effort: ${hint}`)).toEqual([]);
});

test('a required key under a misspelt name is one problem, where it stands', () => {
  expect(said('title: Fax gone', 'status: open', 'sevrity: 1')).toEqual([
    '4:1 front-matter-required The front matter has no severity, but sevrity, which is no key. → Did you mean severity?',
  ]);
});

test.each([
  ['title: Mails TBD', 1],
  ['title: "TBD: mails"', 1],
  ['title: The TBDs of the mail relay', 0],
])('%j has %i problems for its TBD', (title, count) => {
  const complaints = said(title, ...good.slice(1)).filter((words) => words.includes('TBD can stand'));
  expect(complaints).toHaveLength(count);
});

test('where the levels are not known because settings.yaml cannot be read, every level passes', () => {
  const document = readDocument('---\ntitle: Fax gone\nstatus: open\nseverity: 7\n---\n');
  expect(readFacts(document, { ...defaultSettings, severities: [] })).toMatchObject({
    facts: { severity: 7 },
    problems: [],
  });
});

test.each(['', 'TBD'])('a reviewed postmortem is not told to leave out its day: %j', (day) => {
  expect(said('title: Fax gone', 'status: reviewed', 'severity: 1', `reviewedOn: ${day}`)[0]).toContain(
    '→ Write the day of the meeting, for example reviewedOn: 2018-05-11',
  );
});
