import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askDraft } from '../../src/cli/new-questions.ts';
import { choicesShown } from '../../src/cli/terminal.ts';
import { defaultSettings } from '../../src/core/catalog/settings.ts';
import type { Draft, DraftContext } from '../../src/core/skeleton/draft.ts';
import { keys, typist } from '../support/keyboard.ts';
import { unfilledDraft } from '../support/unfilled-draft.ts';

const { enter, down, erase, stop } = keys;
const system = (id: string, name: string) => ({ id, name, team: null, description: null, dependsOn: [] });
const context: DraftContext = {
  catalog: {
    settings: defaultSettings,
    systems: [system('fax-gateway', 'Fax gateway'), system('payments', 'Payments'), system('dns', 'DNS')],
    people: [{ handle: 'dana', name: 'Dana Whitfield', team: null }],
    postmortems: [],
  },
  now: Date.UTC(2026, 10, 21, 14, 10),
};

test('Enter alone gives what is most likely', async () => {
  const keyboard = typist([
    ['What do people call it?', `Orders do not leave${enter}`],
    ['Is the fire out?', enter],
    ['How bad is it?', enter],
    ['When did it start?', enter],
    ['Which systems', enter],
    ['Who raised', enter],
    ['Where did the fault lie?', enter],
  ]);
  expect(await askDraft(unfilledDraft, context, keyboard)).toEqual({
    ...unfilledDraft,
    title: 'Orders do not leave',
    status: 'open',
    severity: '1',
    when: '2026-11-21 ~14:10',
  });
});

test('everything can be said, searched and added; what is wrong is asked again', async () => {
  const keyboard = typist([
    ['What do people call it?', `TBD${enter}`],
    ['TBD can stand in the text below', `${erase}Paid twice${enter}`],
    ['Is the fire out?', `${down}${enter}`],
    ['How bad is it?', `${down}${enter}`],
    ['When did it start?', `yesterday${enter}`],
    ['"yesterday" is no time.', `${erase}2026-11-20 10:00${enter}`],
    ['first notice?', `09:00${enter}`],
    ['comes before the time given before it', `${erase}10:30${enter}`],
    ['bleeding stop?', `11:00${enter}`],
    ['last of it put right?', enter],
    ['Which systems', 'pay'],
    ['❯ payments', enter],
    ['so far: payments', 'Mail sorter'],
    ['+ add "Mail sorter" to systems.yaml', enter],
    ['Its id', `${erase}dns_2${enter}`],
    ['Its name', enter],
    ['Which team?', `platform${enter}`],
    ['- id: dns_2', `y${enter}`],
    ['so far: payments, dns_2', enter],
    ['product-owner  the product owner or a colleague noticed', `${down}${enter}`],
    ['Where did the fault lie?', `${down}${down}${down}${enter}`],
    ['Who leads the meeting?', 'whit'],
    ['❯ dana', enter],
    ['Who else is at the meeting?', enter],
  ]);
  expect(await askDraft(unfilledDraft, context, keyboard)).toMatchObject({
    title: 'Paid twice',
    status: 'resolved',
    severity: '2',
    when: '2026-11-20 10:00',
    detected: '10:30',
    mitigated: '11:00',
    resolved: null,
    systems: ['payments'],
    entries: [{ file: 'systems.yaml', id: 'dns_2', name: 'Mail sorter', team: 'platform' }],
    raisedBy: 'customer',
    triage: 'code',
    facilitator: 'dana',
  });
});

/** What nobody has to be asked any more, so that a test can be about the rest. */
const known: Draft = {
  ...unfilledDraft,
  title: 'A',
  severity: '3',
  when: '2026-11-19 14:00',
  detected: '14:10',
  mitigated: '14:40',
  resolved: '15:00',
  systems: ['dns'],
  raisedBy: 'system',
  triage: 'user',
};

test('a meeting that was held has its day: today, if nobody says another, and neither before the incident nor tomorrow', async () => {
  const keyboard = typist([
    ['Is the fire out?', `${down}${down}`],
    ['Causes and answers are in its notes', enter],
    ['On which day was the meeting?', `${erase}2026-11-18${enter}`],
    ['it started on 2026-11-19', `${erase}2026-11-22${enter}`],
    ['today is 2026-11-21', `${erase}2026-11-20${enter}`],
    ['Who led the meeting?', enter],
    ['Who else was at the meeting?', enter],
  ]);
  expect(await askDraft(known, context, keyboard)).toEqual({
    ...known,
    status: 'reviewed',
    reviewedOn: '2026-11-20',
  });

  const byEnter = typist([
    ['On which day was the meeting?', enter],
    ['Who led the meeting?', enter],
    ['Who else was at the meeting?', enter],
  ]);
  expect(await askDraft({ ...known, status: 'reviewed' }, context, byEnter)).toMatchObject({
    reviewedOn: '2026-11-21',
  });
});

test('whoever says on which day the meeting was is not asked whether the fire is out', async () => {
  const keyboard = typist([
    ['Who led the meeting?', enter],
    ['Who else was at the meeting?', enter],
  ]);
  const said = { ...known, reviewedOn: '2026-11-20' };
  expect(await askDraft(said, context, keyboard)).toEqual(said);
});

test.each(['resolved', 'reviewed'])('when a %s one started is no guess of ours', async (status) => {
  const keyboard = typist([
    ['When did it start?', enter],
    ['You must provide a value', `2026-11-19 14:00${enter}`],
    ['the meeting? (type', enter],
    ['Who else', enter],
  ]);
  const said = { ...known, when: null, status, reviewedOn: status === 'reviewed' ? '2026-11-20' : null };
  expect(await askDraft(said, context, keyboard)).toMatchObject({ when: '2026-11-19 14:00' });
});

test('everybody at the meeting is named at once; only who is new goes into people.yaml', async () => {
  const keyboard = typist([
    ['Who leads the meeting?', 'Zoe'],
    ['+ add "Zoe"', enter],
    ['Their handle', enter],
    ['Their name', enter],
    ['Which team?', enter],
    ['- handle: zoe', `y${enter}`],
    ['Only who is not in people.yaml yet', 'dana'],
    ['❯ dana', enter],
    ['so far: dana', 'Kim Berg'],
    ['+ add "Kim Berg"', enter],
    ['Their handle', `${erase}zoe${enter}`],
    ['zoe is taken.', `${erase}dana${enter}`],
    ['dana is taken.', `${erase}kim${enter}`],
    ['Their name', enter],
    ['Which team?', enter],
    ['- handle: kim', `y${enter}`],
    ['so far: dana, kim', enter],
  ]);
  expect(await askDraft({ ...known, status: 'resolved' }, context, keyboard)).toMatchObject({
    facilitator: 'zoe',
    present: ['dana', 'kim'],
    entries: [
      { file: 'people.yaml', id: 'zoe', name: 'Zoe' },
      { file: 'people.yaml', id: 'kim', name: 'Kim Berg' },
    ],
  });
});

test.each([
  [9, 3],
  [11, 5],
  [24, 7],
])('of %d lines, %d are for choices, and the question stays on the screen', (rows, shown) => {
  expect(choicesShown({ input: new PassThrough(), output: Object.assign(new PassThrough(), { rows }) })).toBe(
    shown,
  );
});

test('who was added on the command line can lead, and is no system', async () => {
  const keyboard = typist([
    ['Which systems were hit?', enter],
    ['Who leads the meeting?', 'zoe'],
    ['❯ zoe', enter],
    ['Who else', enter],
  ]);
  const entries = [{ file: 'people.yaml', id: 'zoe', name: 'Zoe', team: null }] as const;
  const said = { ...known, systems: [], status: 'resolved', entries };
  expect(await askDraft(said, context, keyboard)).toMatchObject({ facilitator: 'zoe', systems: [] });
});

test('without people.yaml any handle may lead, and nobody has to be added', async () => {
  const keyboard = typist([
    ['Who leads the meeting? (a short name', `zoe lang${enter}`],
    ['zoe lang', `${erase}@zoe${enter}`],
  ]);
  const free = { ...context, catalog: { ...context.catalog, people: null } };
  expect(await askDraft({ ...known, status: 'resolved' }, free, keyboard)).toMatchObject({
    facilitator: 'zoe',
    present: [],
  });
});

test('what the command line said is not asked', async () => {
  const keyboard = typist([['When did it start?', enter]]);
  const said = {
    ...unfilledDraft,
    title: 'A',
    status: 'open',
    severity: '3',
    systems: ['dns'],
    raisedBy: 'system',
    triage: 'user',
  };
  expect(await askDraft(said, context, keyboard)).toEqual({ ...said, when: '2026-11-21 ~14:10' });
  expect(keyboard.screen()).not.toContain('What do people call it?');
});

test.each([
  [null, 'UTC', true],
  ['America/New_York', 'America/New_York', false],
])(
  'the zone that times are asked for in is named, and where it comes from: %s',
  async (timezone, zone, isUsual) => {
    const keyboard = typist([['When did it start?', enter]]);
    const rest = {
      title: 'A',
      status: 'open',
      severity: '3',
      systems: ['dns'],
      raisedBy: 'system',
      triage: 'user',
    };
    await askDraft({ ...unfilledDraft, ...rest, timezone }, context, keyboard);
    expect(keyboard.screen()).toContain(`When did it start? (${zone}; ~ is about then)`);
    expect(keyboard.screen().includes('Another time zone: timezone in settings.yaml,')).toBe(isUsual);
  },
);

test('a no adds nothing', async () => {
  const keyboard = typist([
    ['Which systems', 'mail'],
    ['+ add "mail"', enter],
    ['Its id', enter],
    ['Its name', enter],
    ['Which team?', enter],
    ['Add to the end of systems.yaml?', `n${enter}`],
    ['Which systems', enter],
  ]);
  const said = {
    ...unfilledDraft,
    title: 'A',
    status: 'open',
    severity: '3',
    when: '14:00',
    raisedBy: 'system',
    triage: 'user',
  };
  expect(await askDraft(said, context, keyboard)).toEqual(said);
});

test('Ctrl+C ends it', async () => {
  const keyboard = typist([
    ['What do people call it?', `A${enter}`],
    ['Is the fire out?', stop],
  ]);
  await expect(askDraft(unfilledDraft, context, keyboard)).rejects.toMatchObject({ name: 'ExitPromptError' });
});
