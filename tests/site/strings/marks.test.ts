import { expect, test } from 'vitest';
import { labelMeanings, markMeanings } from '../../../src/core/language/meanings.ts';
import { phaseNames } from '../../../src/core/timeline/diagram.ts';
import { durationEnds } from '../../../src/core/timeline/marks.ts';
import { markNames, marks } from '../../../src/core/vocabulary.ts';
import { marksLegend } from '../../../src/site/strings/marks.ts';

test('the list, the drawings and the hints call a mark by one name', () => {
  expect(marks.map((mark) => phaseNames[mark])).toEqual(marks.map((mark) => markNames[mark]));
  expect(marksLegend.meaning('detected')).toBe('Detected: when we learned of it.');
});

test('what a mark means is said in an editor with the words of the page', () => {
  expect(labelMeanings.detected).toBe('Mark, once: when we learned of it.');
  expect(markMeanings.detected).toBe('When we learned of it.');
});

test('every duration ends with a mark of its own', () => {
  expect(Object.values(durationEnds)).toEqual(marks.filter((mark) => mark !== 'started'));
});
