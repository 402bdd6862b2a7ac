import { expect, test } from 'vitest';
import { type KnownNames, nameProblems } from '../../../src/core/postmortem/known-names.ts';
import { documentOf, improvementOf, postmortemOf } from '../../support/sample-catalog.ts';

const known: KnownNames = {
  systemIds: new Set(['fax-gateway', 'invoices', 'dns']),
  handles: new Set(['ana', 'sam', 'dana']),
};
const document = (frontMatter: Record<string, unknown>) =>
  documentOf({
    frontMatter,
    frontMatterPlace: ([key, at]) => ({ line: key === 'systems' ? 5 : 9, column: 10 + Number(at ?? 0) }),
  });

function problemsOf(
  part: Partial<Parameters<typeof nameProblems>[0]>,
  frontMatter: Record<string, unknown> = {},
  names: Partial<KnownNames> = {},
) {
  const { questions, nextActions } = postmortemOf({ id: 'a' });
  return nameProblems({ questions, nextActions, ...part }, document(frontMatter), { ...known, ...names }).map(
    ({ place, rule, message, hint }) => [`${place.line}:${place.column}`, rule, message, hint],
  );
}

const { questions: threatened } = postmortemOf({ id: 'a', risks: { Names: ['dns', 'invoice'] } });
const { questions: owned } = postmortemOf({
  id: 'a',
  improvements: [{ owner: 'ana' }, { owner: 'samm', ownerPlace: { line: 30, column: 40 } }],
});

test('known names are fine', () => {
  expect(problemsOf({}, { systems: ['dns', 'invoices'], facilitator: 'dana' })).toEqual([]);
});

test('an unknown system is reported where it stands, with the nearest known one', () => {
  expect(problemsOf({}, { systems: ['dns', 'fax-gatway', 'billing'] })).toEqual([
    [
      '5:11',
      'system-unknown',
      'The system "fax-gatway" is not in systems.yaml.',
      'Did you mean fax-gateway? If not, add this line to systems.yaml in the content folder: - { id: fax-gatway, name: Fax gatway }',
    ],
    [
      '5:12',
      'system-unknown',
      'The system "billing" is not in systems.yaml.',
      'Add this line to systems.yaml in the content folder: - { id: billing, name: Billing }',
    ],
  ]);
});

test('a risk names systems too', () => {
  expect(problemsOf({ questions: threatened })).toEqual([
    [
      '1:1',
      'system-unknown',
      'The system "invoice" is not in systems.yaml.',
      'Did you mean invoices? If not, add this line to systems.yaml in the content folder: - { id: invoice, name: Invoice }',
    ],
  ]);
});

test('an improvement beside risks names systems too', () => {
  const { questions } = postmortemOf({
    id: 'a',
    improvements: [
      {
        question: 'other-areas-of-risk',
        systems: ['dns', 'fax-gatway', 'billing'],
        systemPlaces: [7, 8, 9].map((line) => ({ line, column: 20 })),
      },
    ],
  });
  expect(problemsOf({ questions })).toEqual([
    [
      '8:20',
      'system-unknown',
      'The system "fax-gatway" is not in systems.yaml.',
      'Did you mean fax-gateway? If not, add this line to systems.yaml in the content folder: - { id: fax-gatway, name: Fax gatway }',
    ],
    [
      '9:20',
      'system-unknown',
      'The system "billing" is not in systems.yaml.',
      'Add this line to systems.yaml in the content folder: - { id: billing, name: Billing }',
    ],
  ]);
});

test('systems.yaml is needed once a system is named, and asked for once', () => {
  expect(problemsOf({}, {}, { systemIds: null })).toEqual([]);
  expect(problemsOf({ questions: threatened }, { systems: ['dns', 'mail'] }, { systemIds: null })).toEqual([
    [
      '5:10',
      'systems-file',
      'This postmortem names the system "dns", but there is no systems.yaml that says what it is.',
      'Create systems.yaml in the content folder with these lines:\n- { id: dns, name: Dns }\n- { id: mail, name: Mail }\n- { id: invoice, name: Invoice }',
    ],
  ]);
});

test('facilitators, owners and people with next actions are known where people.yaml exists', () => {
  const action = {
    ...improvementOf(),
    done: false,
    text: '',
    owner: 'x',
    ownerPlace: { line: 50, column: 3 },
  };
  const named = { questions: owned, nextActions: [action] };
  expect(problemsOf(named, { facilitator: 'dan' })).toEqual([
    [
      '9:10',
      'handle-unknown',
      'Nobody in people.yaml has the handle "dan".',
      'Did you mean dana? If not, add this line to people.yaml in the content folder: - { handle: dan, name: Dan }',
    ],
    [
      '30:40',
      'handle-unknown',
      'Nobody in people.yaml has the handle "samm".',
      'Did you mean sam? If not, add this line to people.yaml in the content folder: - { handle: samm, name: Samm }',
    ],
    [
      '50:3',
      'handle-unknown',
      'Nobody in people.yaml has the handle "x".',
      'Add this line to people.yaml in the content folder: - { handle: x, name: X }',
    ],
  ]);
  expect(problemsOf(named, { facilitator: 'dan' }, { handles: null })).toEqual([]);
});

test('a handle that no folder can have for its name is told as that alone', () => {
  const long = 'd'.repeat(61);
  const told = [
    [
      '9:10',
      'handle-length',
      'A handle has at most 60 letters, so that its page can be a folder; this one has 61.',
      'Write a short name, like dddddddd.',
    ],
  ];
  expect(problemsOf({}, { facilitator: long })).toEqual(told);
  expect(problemsOf({}, { facilitator: long }, { handles: null })).toEqual(told);
  expect(problemsOf({}, { facilitator: 'd'.repeat(60) }, { handles: null })).toEqual([]);
});

test('where a file can’t be read, nobody is called unknown', () => {
  const facts = { systems: ['x'], facilitator: 'y' };
  expect(problemsOf({}, facts, { systemIds: 'unreadable', handles: 'unreadable' })).toEqual([]);
});

test('what can be no name is reported with the front matter alone', () => {
  expect(problemsOf({}, { systems: ['TBD', 'a b'], facilitator: '@dana' })).toEqual([]);
});
