import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/core/document/plain-text.ts';
import { readNextActions } from '../../../src/core/improvement/read-next-actions.ts';
import { sectionOf, show } from './section.ts';

function read(text: string) {
  const { section, source } = sectionOf(text);
  return readNextActions(section, { source });
}

describe('next actions', () => {
  test.each([
    ['- [ ] Call the provider @ana', 'Call the provider', false, 'ana'],
    ['- [x] Call the provider @ana', 'Call the provider', true, 'ana'],
    ['- [ ] Call **the provider**', 'Call the provider', false, null],
    ['- Call the provider @ana', 'Call the provider', false, 'ana'],
    ['1. [x] Call', 'Call', true, null],
    ['- [ ] Ask @sam for access', 'Ask @sam for access', false, null],
    ['- [ ] Call @ana due:2018-06-01', 'Call @ana due:2018-06-01', false, 'ana'],
    ['- [ ] TBD @TBD', 'TBD @TBD', false, null],
    ['- [ ] Call due:tomorrow we hope', 'Call due:tomorrow we hope', false, null],
  ])('%j', (line, text, done, owner) => {
    const { actions, problems } = read(line);
    expect(actions).toMatchObject([{ text, done, owner }]);
    expect(problems).toEqual([]);
  });

  test('keep what is nested and what stands around them', () => {
    const { actions, prose } = read('First things first.\n\n- [ ] Call @ana\n  - [ ] twice\n- [ ]\n');
    expect(actions).toMatchObject([{ text: 'Call', ownerPlace: { line: 3, column: 12 } }]);
    expect(plainText(actions[0]?.blocks ?? [])).toBe('twice');
    expect(plainText(prose)).toBe('First things first.');
  });

  test('are told of what is odd', () => {
    expect(show(read('- [] Call').problems)).toMatchInlineSnapshot(`
      "1:3 task-box: \`[]\` is no box, so this is a plain bullet: a task has \`[ ]\`, or \`[x]\` when it is ticked.
          → Write \`- [ ] …\`."
    `);
    expect(show(read('-[ ] Call').problems)).toMatchInlineSnapshot(`
      "1:1 task-box: \`-[ ]\` does not begin a task: a blank is missing after the \`-\`.
          → Write \`- [ ] …\`."
    `);
    expect(show(read('- [ ] Call @ana @sam').problems)).toMatchInlineSnapshot(`
      "1:17 warning word-twice: This action has two owners, \`@ana\` and \`@sam\`; only the first is shown as its owner.
          → Keep one handle at the end, and name the other person in the text without \`@\`."
    `);
  });
});
