import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/core/document/plain-text.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import type { Imported } from '../../../src/core/import/imported.ts';
import { readIncidentIo } from '../../../src/core/import/incident-io.ts';
import { readJiraCsv } from '../../../src/core/import/jira.ts';
import { jiraTasks } from '../../../src/core/import/jira-tasks.ts';
import { isObject } from '../../../src/core/import/json-fields.ts';
import type { Json } from '../../../src/core/import/json-text.ts';
import { readPagerDuty, readPagerDutyFiles } from '../../../src/core/import/pagerduty.ts';
import { filesOfOneIncident } from '../../../src/core/import/pagerduty-cases.ts';
import { readSlack } from '../../../src/core/import/slack.ts';
import { importContext, letters, shownOf } from '../../support/import-context.ts';

/** Words as people type them, with everything that is markup somewhere. */
const words = fc
  .array(
    fc.constantFrom(
      ...'abcxyzÄß語0129'.split(''),
      ...' *_~`<>{}[]()#|\\&;:!-+.=/@"\'$%^'.split(''),
      ...[
        '\n',
        '\n\n',
        '1. ',
        '- ',
        '> ',
        '```',
        '<br>',
        '{x}',
        'import ',
        '&amp;',
        'due:2018',
        'TBD',
        'http://x.y',
      ],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const marked = fc.tuple(fc.integer({ min: 1000, max: 999_999 }), words).map(([id, text]) => `w${id} ${text}`);
const time = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2024-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const object = <T extends Record<string, fc.Arbitrary<Json>>>(shape: T): fc.Arbitrary<Json> =>
  fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<Json>;
const named = (key: string): fc.Arbitrary<Json> =>
  fc.record({ id: fc.constant('P1'), [key]: marked }) as fc.Arbitrary<Json>;

/** Every text of a payload that begins as `marked` ones do. */
function saidIn(value: Json): string[] {
  if (typeof value === 'string') return /^w\d+ /.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(saidIn);
  return isObject(value) ? Object.values(value).flatMap(saidIn) : [];
}

function expectAll(said: readonly string[], incidents: readonly Imported[]): void {
  const shown = shownOf(incidents);
  expect(shown.problems).toEqual([]);
  const found = letters(shown.words);
  expect(said.filter((text) => !found.includes(letters(text)))).toEqual([]);
}

const logEntry = fc.record({
  id: fc.constant('R1'),
  type: fc.constantFrom(
    ...[
      'trigger',
      'acknowledge',
      'annotate',
      'resolve',
      'escalate',
      'assign',
      'notify',
      'snooze',
      'merge',
    ].map((type) => `${type}_log_entry`),
  ),
  summary: maybe(marked),
  created_at: maybe(time),
  agent: maybe(named('summary')),
  channel: maybe(
    object({
      type: fc.constantFrom('api', 'note', 'email', 'website'),
      content: marked,
      subject: marked,
      body: marked,
      description: marked,
      details: object({ reason: marked, nested: object({ deep: marked }) }),
    }),
  ),
  incident: fc.constant({ id: 'I1', type: 'incident_reference' }),
  event_details: maybe(object({ description: marked })),
  contexts: maybe(fc.array(fc.record({ type: fc.constant('link'), text: marked }))),
  unknown_field: maybe(marked),
}) as fc.Arbitrary<Json>;

const pagerDuty = fc.record({
  incident: maybe(
    fc.record({
      id: fc.constant('I1'),
      type: fc.constant('incident'),
      incident_number: fc.nat(),
      title: marked,
      summary: marked,
      description: marked,
      status: fc.constantFrom('triggered', 'acknowledged', 'resolved'),
      priority: maybe(named('summary')),
      service: maybe(named('summary')),
      teams: fc.array(named('summary'), { maxLength: 2 }),
      body: maybe(object({ type: fc.constant('incident_body'), details: marked })),
      created_at: time,
      resolved_at: maybe(time),
      assignments: fc.array(object({ at: time, assignee: named('summary') }), { maxLength: 2 }),
      conference_bridge: maybe(object({ conference_number: marked })),
      acknowledgements: fc.array(object({ at: time, acknowledger: named('summary') }), { maxLength: 2 }),
    }) as fc.Arbitrary<Json>,
  ),
  log_entries: fc.array(logEntry, { maxLength: 6 }),
  notes: fc.array(
    fc.record({
      id: fc.constant('N'),
      content: marked,
      created_at: maybe(time),
      user: named('summary'),
    }) as fc.Arbitrary<Json>,
    { maxLength: 2 },
  ),
}) as fc.Arbitrary<Json>;

const incidentIo = fc.record({
  incident: fc.record({
    id: fc.constant('01'),
    reference: fc.constant('INC-1'),
    name: marked,
    summary: maybe(marked),
    incident_status: fc.record({ name: marked, category: fc.constantFrom('live', 'closed', 'merged') }),
    severity: maybe(fc.record({ name: marked, description: maybe(marked) })),
    incident_type: maybe(named('name')),
    incident_role_assignments: fc.array(fc.record({ role: named('name'), assignee: named('name') }), {
      maxLength: 2,
    }),
    custom_field_entries: fc.array(
      fc.record({
        custom_field: named('name'),
        values: fc.array(
          fc.oneof(
            fc.record({ value_text: marked }),
            fc.record({ value_option: fc.record({ value: marked }) }),
            fc.record({ value_catalog_entry: named('name') }),
          ),
          { minLength: 1, maxLength: 2 },
        ),
      }),
      { maxLength: 2 },
    ),
    incident_timestamp_values: fc.array(
      fc.record({
        incident_timestamp: fc.record({
          name: fc.oneof(marked, fc.constantFrom('Impact started', 'Resolved at')),
        }),
        value: fc.record({ value: time }),
      }),
      { maxLength: 4 },
    ),
    something_new: maybe(fc.record({ note: marked })),
  }),
  incident_updates: fc.array(
    fc.record({
      message: maybe(marked),
      created_at: maybe(time),
      new_incident_status: maybe(named('name')),
      updater: fc.record({ user: named('name') }),
    }),
    { maxLength: 2 },
  ),
  follow_ups: fc.array(
    fc.record({
      title: marked,
      description: maybe(marked),
      status: fc.constantFrom('outstanding', 'completed', 'not_doing', 'deleted'),
      completed_at: maybe(time),
      assignee: maybe(named('name')),
      labels: fc.array(marked, { maxLength: 2 }),
    }),
    { maxLength: 3 },
  ),
}) as fc.Arbitrary<Json>;

const runs = { numRuns: 40 };

describe('every word of a source is in the result', () => {
  test('PagerDuty', () => {
    fc.assert(
      fc.property(pagerDuty, (payload) => {
        expectAll(saidIn(payload), readPagerDuty(payload, 'source.json'));
      }),
      runs,
    );
  });

  test('PagerDuty, an incident, its log and its notes in files of their own', () => {
    fc.assert(
      fc.property(pagerDuty, (payload) => {
        const { incident, log_entries, notes } = payload as Record<string, Json>;
        const files = [{ notes }, { log_entries }, { incident }].map((value, index) => ({
          name: `${index}.json`,
          value: value as Json,
        }));
        const incidents = filesOfOneIncident(files).flatMap((group) =>
          readPagerDutyFiles(group, 'source.json'),
        );
        expectAll(saidIn(payload), incidents);
      }),
      runs,
    );
  });

  test('incident.io', () => {
    fc.assert(
      fc.property(incidentIo, (payload) => {
        expectAll(saidIn(payload), readIncidentIo(payload, 'source.json', { zone: 'Europe/Berlin' }));
      }),
      runs,
    );
  });

  test('Slack, of the messages that were chosen', () => {
    const escaped = marked.map((text) =>
      text.replaceAll('&amp;', '&').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
    );
    const message = fc.record({
      type: fc.constant('message'),
      user: fc.constant('U000ANA01'),
      ts: fc.integer({ min: 1_500_000_000, max: 1_600_000_000 }).map((seconds) => `${seconds}.000100`),
      text: fc.oneof(escaped, fc.constant('')),
      attachments: fc.array(
        object({
          pretext: escaped,
          title: escaped,
          text: escaped,
          footer: escaped,
          fields: fc.array(object({ title: escaped, value: escaped })),
        }),
        { maxLength: 1 },
      ),
      files: fc.array(fc.record({ title: escaped }), { maxLength: 1 }),
      reactions: fc.constant([{ name: 'pushpin' }]),
    });
    fc.assert(
      fc.property(fc.uniqueArray(message, { selector: ({ ts }) => ts, maxLength: 4 }), (messages) => {
        const value = messages as unknown as Json;
        const channel = { name: 'inc', days: [{ name: 'a', value }], users: null, channels: null };
        const said = saidIn(value).map((text) =>
          text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
        );
        expectAll(said, [readSlack(channel, 'pushpin', 'inc').imported]);
      }),
      runs,
    );
  });

  test('Jira', () => {
    const names = [
      'Summary',
      'Issue key',
      'Status',
      'Resolution',
      'Assignee',
      'Due date',
      'Resolved',
      'Labels',
      'Labels',
      'Custom field (Why)',
      'Comment',
      'Comment',
    ];
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const cell = fc.oneof(fc.constant(''), marked);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), {
          minLength: 1,
          maxLength: 4,
        }),
        (rows) => {
          const csv = [names, ...rows].map((row) => row.map(quoted).join(',')).join('\n');
          const { actions } = readJiraCsv(csv, { order: null });
          const { text } = jiraTasks(actions, 'prevent', importContext);
          const document = readDocument(`---\ntitle: A\n---\n\n## Prevent\n\n${text}\n`);
          expect(document.problems).toEqual([]);
          const found = letters(plainText(document.tree.children));
          expect(rows.flat().filter((said) => !found.includes(letters(said)))).toEqual([]);
        },
      ),
      runs,
    );
  });
});
