import { describe, expect, test } from 'vitest';
import {
  countFor,
  hasStarted,
  type MeetingClock,
  minutesOver,
  paused,
  readClock,
  spentInAll,
  spentOn,
  unstarted,
  woken,
} from '../../../src/core/meeting/clock.ts';

const minute = 60_000;
const at = (minutes: number): number => 1_000_000_000_000 + minutes * minute;

test('each step has the time that was spent on it, however often it was left', () => {
  let clock = countFor(unstarted, 'summary', at(0));
  clock = countFor(clock, 'timeline', at(3));
  clock = countFor(clock, 'summary', at(10));
  clock = paused(clock, at(12));
  // 3 minutes, and 2 more after the timeline's 7.
  expect(spentOn(clock, 'summary', at(50))).toBe(5 * minute);
  expect(spentOn(clock, 'timeline', at(50))).toBe(7 * minute);
  expect(spentInAll(clock, at(50))).toBe(12 * minute);
});

test('while it runs, what it counts grows', () => {
  const clock = countFor(unstarted, 'detect', at(0));
  expect(spentOn(clock, 'detect', at(4))).toBe(4 * minute);
  expect(spentOn(clock, 'react', at(4))).toBe(0);
});

test.each([
  ['within its five minutes', 4.9, 0],
  ['at its end', 5, 0],
  ['half a minute over', 5.5, 0],
  ['over', 7.2, 2],
])('%s', (_name, minutes, over) => {
  expect(minutesOver(countFor(unstarted, 'detect', at(0)), 'detect', at(minutes))).toBe(over);
});

test('a clock of the computer that is set back takes nothing away', () => {
  const clock = paused(countFor(unstarted, 'detect', at(5)), at(0));
  expect(spentInAll(clock, at(0))).toBe(0);
});

test.each([
  ['nobody started it', unstarted, false],
  ['it runs', countFor(unstarted, 'summary', at(0)), true],
  ['it is paused', paused(countFor(unstarted, 'summary', at(0)), at(1)), true],
])('%s', (_name, clock, started) => {
  expect(hasStarted(clock)).toBe(started);
});

describe('a page that opens again', () => {
  const running = { ...countFor(unstarted, 'detect', at(0)), seen: at(4) };

  test('after a crash goes on counting', () => {
    expect(woken(running, at(6))).toEqual(running);
  });

  test('the next day counts until it was last seen', () => {
    const clock = woken(running, at(24 * 60));
    expect(clock.running).toBeNull();
    expect(spentInAll(clock, at(24 * 60))).toBe(4 * minute);
  });
});

test.each<[string, string | null]>([
  ['nothing', null],
  ['no JSON', '{'],
  ['another shape', '{"spent":[],"running":1,"seen":"x"}'],
  ['a step that there is none of', '{"spent":{"lunch":1},"running":null,"seen":0}'],
  ['a time that is none', '{"spent":{"detect":-1},"running":null,"seen":0}'],
])('of %s that was kept, none is started', (_name, text) => {
  expect(readClock(text)).toEqual(unstarted);
});

test('what was kept is read again', () => {
  const clock: MeetingClock = { spent: { summary: 5 }, running: { step: 'detect', since: 7 }, seen: 9 };
  expect(readClock(JSON.stringify(clock))).toEqual(clock);
});
