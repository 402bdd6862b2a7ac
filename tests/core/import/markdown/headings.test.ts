import { expect, test } from 'vitest';
import { meaningOf, questionOf } from '../../../../src/core/import/markdown/headings.ts';

test.each([
  ['1. Summary', 'section summary'],
  ['TL;DR', 'section summary'],
  ['Customer impact:', 'section impact'],
  ['Root Cause(s)', 'section root-causes'],
  ['🔥 Root Cause Analysis', 'section root-causes'],
  ['Root cause of the outage', 'section root-causes'],
  ['Contributing Factors', 'section root-causes'],
  ['Detection', 'section detect'],
  ['Timeline (all times PT)', 'timeline'],
  ['2. Timeline of Events', 'timeline'],
  ['Key events', 'timeline'],
  ['Fax line timeline', 'timeline'],
  ['Timeline. All times UTC', 'timeline'],
  ['Corrective and preventative measures', 'actions null'],
  ['Action Items (should be achievable)', 'actions null'],
  ['7. Follow-Up Actions & Tasks', 'actions null'],
  ['Preventive actions', 'actions prevent'],
  ['Lessons learned', 'null'],
  ['Where we got lucky', 'null'],
])('the heading "%s" means %s', (heading, expected) => {
  const meaning = meaningOf(heading);
  const told =
    meaning?.kind === 'section' ? meaning.slug : meaning?.kind === 'actions' ? meaning.question : '';
  expect(meaning === null ? 'null' : `${meaning.kind} ${told}`.trim()).toBe(expected);
});

test.each([
  ['prevent', 'prevent'],
  ['Mitigative', 'quick-fix'],
  ['detect', 'detect'],
  ['Process', 'react'],
  ['other', null],
])('an action of the type %s answers %s', (type, expected) => {
  expect(questionOf(type)).toBe(expected);
});
