import { describe, expect, test } from 'vitest';
import { readOnDuty } from '../../../src/core/on-duty/read-on-duty.ts';

/** What is wrong, as `line:column rule message`. */
function wrong(text: string): string[] {
  return readOnDuty(text).problems.map(
    ({ place, rule, message }) => `${place.line}:${place.column} ${rule} ${message}`,
  );
}

const who = (text: string) => readOnDuty(text).value;

describe('a file of who is on duty', () => {
  test('has a rotation, whose turns are a week where nothing else is said', () => {
    const text = 'rotation:\n  startsOn: 2026-11-02\n  order: [ana, sam]\n';
    expect(wrong(text)).toEqual([]);
    expect(who(text).onDuty).toEqual({
      rotation: { startsOn: '2026-11-02', days: 7, order: ['ana', 'sam'] },
      shifts: [],
    });
  });

  test('has shifts, which are put into the order of time', () => {
    const text =
      'shifts:\n  - { from: 2026-11-09, superhero: sam, note: For Ana }\n  - { from: 2026-11-02, to: 2026-11-08, superhero: ana, sidekick: sam }\n';
    expect(wrong(text)).toEqual([]);
    expect(who(text).onDuty?.shifts).toEqual([
      { from: '2026-11-02', to: '2026-11-08', superhero: 'ana', sidekick: 'sam', note: null },
      { from: '2026-11-09', to: null, superhero: 'sam', sidekick: null, note: 'For Ana' },
    ]);
  });

  test.each([
    ['there is no file', null],
    ['it is empty', ''],
    ['it has comments alone', '# Later.\n'],
    ['its keys have nothing behind them', 'rotation:\nshifts:\n'],
  ])('says nothing where %s', (_, text) => {
    expect(readOnDuty(text)).toEqual({ value: { onDuty: null, mentions: [] }, problems: [] });
  });

  test('tells whom it names, each at its place', () => {
    const { mentions } = who(
      'rotation:\n  startsOn: 2026-11-02\n  order: [ana, sam]\nshifts:\n  - { from: 2026-11-09, superhero: mei, sidekick: jo }\n',
    );
    expect(mentions.map(({ name, place }) => [name, place().line, place().column])).toEqual([
      ['ana', 3, 11],
      ['sam', 3, 16],
      ['mei', 5, 36],
      ['jo', 5, 51],
    ]);
  });
});

describe('what is wrong is told with its line and column, and the rest is used', () => {
  test('a misspelt key', () => {
    const text = 'rotation:\n  startsOn: 2026-11-02\n  oder: [ana]\n  order: [ana]\n';
    expect(wrong(text)).toMatchInlineSnapshot(`
      [
        "3:3 on-duty-key on-duty.yaml has no key oder.",
      ]
    `);
    expect(who(text).onDuty?.rotation?.order).toEqual(['ana']);
  });

  test('a day that no calendar has', () => {
    const text =
      'shifts:\n  - { from: 2026-11-31, superhero: ana }\n  - { from: 2026-12-07, superhero: sam }\n';
    expect(wrong(text)).toMatchInlineSnapshot(`
      [
        "2:13 on-duty-value from is a day of the calendar, YYYY-MM-DD; found "2026-11-31".",
      ]
    `);
    expect(who(text).onDuty?.shifts.map(({ superhero }) => superhero)).toEqual(['sam']);
  });

  test('a shift that ends before it begins, and a sidekick who is the superhero', () => {
    expect(
      wrong(
        'shifts:\n  - { from: 2026-11-09, to: 2026-11-08, superhero: ana }\n  - { from: 2026-11-09, superhero: sam, sidekick: sam }\n',
      ),
    ).toMatchInlineSnapshot(`
      [
        "2:29 on-duty-value This shift ends before it begins.",
        "3:51 on-duty-value The sidekick is the superhero, who would be alone.",
      ]
    `);
  });

  test('a handle with its @, two words for a handle, and somebody twice in the order', () => {
    expect(
      wrong(
        'rotation:\n  startsOn: 2026-11-02\n  order: [ana, sam, ana]\nshifts:\n  - { from: 2026-11-09, superhero: "@ana", sidekick: Sam Okafor }\n',
      ),
    ).toMatchInlineSnapshot(`
      [
        "3:10 on-duty-value Somebody stands in order twice, and would be the sidekick of themselves or hand over to nobody.",
        "5:36 on-duty-value superhero is a single word without @; found "@ana".",
        "5:54 on-duty-value sidekick is a single word without @; found "Sam Okafor".",
      ]
    `);
  });

  test('a text where a list should be, and a list where the file should be', () => {
    expect(wrong('shifts: ana\n')).toMatchInlineSnapshot(`
      [
        "1:9 on-duty-value shifts is a list; found "ana".",
      ]
    `);
    expect(wrong('- ana\n')).toMatchInlineSnapshot(`
      [
        "1:1 on-duty-value on-duty.yaml has rotation and shifts; found a list.",
      ]
    `);
  });
});

describe('shifts side by side', () => {
  const shifts = (...lines: string[]) => wrong(`shifts:\n${lines.map((line) => `  - ${line}\n`).join('')}`);

  test('that overlap are told, in whatever order they are written', () => {
    expect(
      shifts('{ from: 2026-11-08, superhero: sam }', '{ from: 2026-11-02, to: 2026-11-08, superhero: ana }'),
    ).toEqual([
      '2:13 on-duty-overlap This shift begins on 2026-11-08, while one before it lasts until 2026-11-08.',
    ]);
  });

  test('that leave days to nobody are told, unless there is a rotation', () => {
    const two = [
      '{ from: 2026-11-02, to: 2026-11-03, superhero: ana }',
      '{ from: 2026-11-05, superhero: sam }',
    ];
    expect(shifts(...two)).toEqual(['3:13 on-duty-gap Nobody is on duty on 2026-11-04.']);
    expect(
      wrong(
        `rotation: { startsOn: 2026-11-02, order: [mei] }\nshifts:\n${two.map((line) => `  - ${line}\n`).join('')}`,
      ),
    ).toEqual([]);
  });

  test('leave no gap where a longer one goes on behind a swap', () => {
    // Ana has 2 to 15 November; Sam takes the 5th and Mei the 9th from her.
    expect(
      shifts(
        '{ from: 2026-11-02, to: 2026-11-15, superhero: ana }',
        '{ from: 2026-11-05, to: 2026-11-05, superhero: sam }',
        '{ from: 2026-11-09, to: 2026-11-09, superhero: mei }',
        '{ from: 2026-11-16, superhero: jo }',
      ).map((line) => line.split(' ').slice(0, 2).join(' ')),
    ).toEqual(['3:13 on-duty-overlap', '4:13 on-duty-overlap']);
  });
});
