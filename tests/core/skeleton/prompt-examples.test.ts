import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/catalog/settings.ts';
import { promptExamples, type Setting } from '../../../src/core/skeleton/prompt-examples.ts';
import { anyExamples } from '../../../src/core/skeleton/section-prompts.ts';

const system = (id: string, team: string | null, dependsOn: string[] = []) => ({
  id,
  name: `The ${id}`,
  team,
  description: null,
  dependsOn,
});
const catalog: Parameters<typeof promptExamples>[0] = {
  settings: defaultSettings,
  systems: [system('shop', 'orders', ['dns']), system('dns', 'platform'), system('mail', null, ['shop'])],
  people: [
    { handle: 'ana', name: 'Ana', team: 'orders' },
    { handle: 'mei', name: 'Mei', team: 'platform' },
  ],
};
const setting: Setting = { systems: [], severity: 2, present: [], entries: [], day: '2026-11-21' };
const examples = (part: Partial<Setting>, of: Partial<typeof catalog> = {}) =>
  promptExamples({ ...catalog, ...of }, { ...setting, ...part });
const person = { file: 'people.yaml', id: 'zoe', name: 'Zoe', team: null } as const;
const queue = { file: 'systems.yaml', id: 'queue', name: 'Queue', team: null } as const;

test.each<[handle: string, part: Partial<Setting>, of: Partial<typeof catalog>]>([
  ['ana', {}, {}],
  ['mei', { systems: ['dns'] }, {}],
  ['ana', { systems: ['mail'] }, {}],
  ['zoe', { systems: ['dns'], present: ['zoe'], entries: [person] }, {}],
  ['zoe', { entries: [person] }, { people: [] }],
  ['handle', { entries: [queue] }, { people: null }],
])('@%s is the example of an owner where %j', (handle, part, of) => {
  expect(examples(part, of).handle).toBe(handle);
});

test.each<[id: string, part: Partial<Setting>, of: Partial<typeof catalog>]>([
  // What leans on a system that was hit comes first; one that was hit only where there is no other.
  ['shop', { systems: ['dns'] }, {}],
  ['mail', { systems: ['shop'] }, {}],
  ['dns', { systems: ['dns'] }, { systems: [system('dns', null)] }],
  ['queue', { entries: [queue] }, { systems: [] }],
  ['its-id', {}, { systems: [] }],
])('system:%s is the example of a neighbour where %j', (id, part, of) => {
  expect(examples(part, of).system.id).toBe(id);
});

test('a long name gives way to its id', () => {
  const long = { ...system('dns', null), name: 'All of our zones and every certificate' };
  expect(examples({}, { systems: [long] }).system).toEqual({ id: 'dns', name: 'dns' });
});

test.each([
  // Two weeks after a Saturday is a Saturday; two days more are a Monday.
  [null, '2026-11-21', '2026-12-07'],
  [null, '2026-11-20', '2026-12-04'],
  // 30 days after 20 November are 20 December, a Sunday.
  [30, '2026-11-20', '2026-12-21'],
])('with %s days for improvements, and from %s, the example is due on %s', (improvementDays, day, due) => {
  const severities = defaultSettings.severities.map((level) => ({ ...level, improvementDays }));
  expect(examples({ day }, { settings: { ...defaultSettings, severities } }).due).toBe(due);
});

test('where nothing is known, everything is a placeholder but the day', () => {
  expect(examples({}, { systems: [], people: null })).toEqual({ ...anyExamples, due: '2026-12-07' });
});
