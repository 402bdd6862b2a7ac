import { expect, test } from 'vitest';
import { askOf, type MeetingAsk } from '../../../src/core/meeting/asks.ts';
import type { Mark } from '../../../src/core/vocabulary.ts';

test.each<[string, Mark[], string[], boolean, MeetingAsk]>([
  ['the start', ['started'], ['change'], false, 'start'],
  ['what was noticed, though much time went by', ['detected'], ['report'], true, 'detection'],
  ['the end', ['resolved'], ['action'], false, 'end'],
  ['an action after a long silence', [], ['action'], true, 'gap'],
  ['an action', ['responded'], ['action'], false, 'action'],
  ['a decision that is a message', [], ['message', 'decision'], false, 'message'],
  ['a page', [], ['alert'], false, 'news'],
  ['an entry without labels', [], [], false, 'other'],
])('%s', (_name, marks, kinds, gap, ask) => {
  expect(askOf(marks, kinds, gap)).toBe(ask);
});
