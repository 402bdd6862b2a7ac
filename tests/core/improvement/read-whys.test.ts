import { expect, test } from 'vitest';
import { plainText } from '../../../src/core/document/plain-text.ts';
import { readWhys } from '../../../src/core/improvement/read-whys.ts';
import { sectionOf } from './section.ts';

test('whys are bullets, answered by what is nested in them', () => {
  const { section, source } = sectionOf(`
Be liberal.

- Why did we not *see* it?
  - Nobody {/* yet */} watches the queue.
    - [ ] a box is only text here

  It has no monitor.
- Why had we no access?
- {/* more */}
`);
  const { whys, prose, problems } = readWhys(section, { source });
  expect(whys.map(({ text, answer, place }) => [text, plainText(answer), place.line])).toEqual([
    ['Why did we not see it?', 'Nobody watches the queue. a box is only text here It has no monitor.', 4],
    ['Why had we no access?', '', 9],
  ]);
  expect(whys[0]?.phrasing.map(({ type }) => type)).toEqual(['text', 'emphasis', 'text']);
  expect(plainText(prose)).toBe('Be liberal.');
  expect(problems).toEqual([]);
});
