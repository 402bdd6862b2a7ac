import { expect, test } from 'vitest';
import { findingRange } from '../../../src/core/language/range.ts';

test.each([
  ['- 8:25 A supplier calls.', 3, '8:25'],
  ['- 10:05 **detekted** A supplier calls.', 11, 'detekted'],
  ['systems: [fax, bus]', 11, 'fax'],
  ['See [the fax](./fax.mdx#x) now', 5, '[the fax](./fax.mdx#x)'],
  ['![the wall](./wall.png)', 1, '![the wall](./wall.png)'],
  ['🚒 It took <5 ms.', 12, '<5'],
  ['  ## Sumary', 3, '## Sumary'],
  ['- [ ] Watch it @ana', 3, '[ ]'],
  ['- [ ] Watch it @ana', 1, '- [ ] Watch it @ana'],
  ['title: "火災 🚒" # why', 8, '"火災 🚒"'],
  ['title:   ', 7, ':'],
  ['', 1, ''],
  ['short', 99, 't'],
])('in %j a finding at column %i is about %j', (line, column, about) => {
  const { start, end } = findingRange(line, { line: 7, column });
  expect({ lines: [start.line, end.line], about: line.slice(start.column - 1, end.column - 1) }).toEqual({
    lines: [7, 7],
    about,
  });
});
