import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionTexts } from '../../../src/core/history/question-texts.ts';
import { readWritten, writtenReader } from '../../../src/core/history/written.ts';
import { contentFiles } from '../../bench/generate.ts';
import { root } from '../../support/build-site.ts';

/** What both ways of reading say of a text; they must not differ. */
function both(text: string): void {
  const read = writtenReader();
  const whole = readWritten(text);
  expect(read(text)).toEqual(whole);
  // The second time from what it remembers.
  expect(read(text)).toEqual(whole);
}

const sample = readdirSync(join(root, 'content/postmortems'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.mdx'))
  .map((path) => [path, readFileSync(join(root, 'content/postmortems', path), 'utf8')] as const);

describe('the quick way of reading', () => {
  test.each(sample)('agrees with the whole one on %s, and needs no help', (_, text) => {
    both(text);
    expect(questionTexts(text.replaceAll('\r\n', '\n'))).not.toBeNull();
  });

  test('agrees on made-up postmortems', () => {
    for (const [path, text] of contentFiles({ n: 40, seed: 5 }))
      if (/^postmortems\/.*\.mdx$/.test(path)) both(text);
  });

  const task = '- [ ] Watch the queue @ana due:2026-02-01';
  test.each([
    ['nothing', ''],
    ['no task', '## Detect\n\n- An idea\n'],
    ['Windows line ends', `---\r\ntitle: A\r\n---\r\n\r\n## Detect\r\n\r\n${task}\r\n`],
    ['a byte order mark', `\ufeff## Detect\n\n${task}\n`],
    ['a heading in other letters, closed', `## QUICK fix ##\n\n${task}\n`],
    ['a section twice', `## Detect\n\n${task}\n\n## Detect\n\n- [ ] Never seen\n`],
    ['a heading in a fence', `## Detect\n\n\`\`\`md\n## Prevent\n- [ ] No task\n\`\`\`\n\n${task}\n`],
    ['a fence that never ends', `## Detect\n\n~~~\n${task}\n\n## Prevent\n\n${task}\n`],
    ['a fence in a list', `## Detect\n\n- a\n  \`\`\`\n## Prevent\n\n${task}\n`],
    ['a fence of four in one of three', `## Detect\n\n\`\`\`\`\n\`\`\`\n## Prevent\n\`\`\`\`\n${task}\n`],
    ['a heading in a comment', `## Detect\n\n{/*\n## Prevent\n*/}\n\n${task}\n`],
    ['a comment that goes on over a heading', `## Detect {/* a\n\n## Prevent\n\n*/}\n\n${task}\n`],
    ['two comments in a line', `## Detect\n\n{/* a */} {/*\n## Prevent\n*/}\n\n${task}\n`],
    ['a heading in a component', `<Details summary="a">\n\n## Detect\n\n${task}\n\n</Details>\n`],
    ['a component in a section', `## Detect\n\n<Callout type="note">\nA word.\n</Callout>\n\n${task}\n`],
    ['a tag on two lines', `## Detect\n\n<Callout\n  type="note">\nA\n</Callout>\n\n${task}\n`],
    ['a heading in a list', `## Detect\n\n- a\n\n  ## Prevent\n\n${task}\n`],
    ['a heading by underlining', `Detect\n---\n\n${task}\n\nPrevent\n-\n\n${task}\n`],
    ['a heading in bold', `## **Detect**\n\n${task}\n`],
    ['a heading with a reference', `## D&#101;tect\n\n${task}\n`],
    [
      'a link that is told elsewhere',
      '## Detect\n\n- [ ] See [the page][p]\n\n## Artifacts\n\n[p]: https://a.example\n',
    ],
    ['a note that is told elsewhere', '## Detect\n\n- [ ] Watch[^1]\n\n## Artifacts\n\n[^1]: A note\n'],
    ['a title of the whole file', `# Title\n\n## Detect\n\n${task}\n\n# Another\n\n${task}\n`],
    ['smaller headings', `## Detect\n\n### Now\n\n${task}\n\n### Later\n\n* [x] More done:2026-02-01\n`],
    [
      'words in code and links',
      '## Detect\n\n- [ ] Run `a @b` and [look](https://a.example) @ana due:2026-02-01\n',
    ],
    ['a slip in a word', '## Detect\n\n- [ ] Watch @ana deu:2026-02-31\n- [ ] Look due:soon\n'],
    ['a front matter without an end', `---\ntitle: A\n\n## Detect\n\n${task}\n`],
    ['a box without a text', '## Detect\n\n- [ ]\n- [x]\n'],
    ['five signs', `##### Detect\n\n${task}\n`],
    ['a sign without a blank', `##Detect\n\n${task}\n`],
    ['ordered and other bullets', '## Detect\n\n1. [ ] One\n2) [X] Two\n+ [ ] Three\n'],
    ['less than and braces', '## Detect\n\n- [ ] Answer in <5 ms, not {x} @ana\n'],
  ])('agrees on %s', (_, text) => both(text));

  test('agrees on any mixture of lines', () => {
    const line = fc.constantFrom(
      '',
      '',
      '## Detect',
      '## Prevent',
      '## Summary',
      '  ## React',
      '# Title',
      'Prevent',
      '---',
      '===',
      '```',
      '~~~',
      '  ```',
      '    ```',
      '{/* a',
      'b */}',
      '{/* c */}',
      '<Details summary="a">',
      '</Details>',
      '<Callout type="tip"/>',
      '- An idea',
      task,
      '  nested',
      '  - [ ] Nested',
      '- [x] Ask [them][p] done:2026-02-02 id:ask',
      '[p]: https://a.example',
      '> ## Detect',
      '> - [ ] Quoted',
      'Some words with `## Detect` in code',
      '`a code {/* that` ends',
      '\t## Detect',
      '1. One',
      '   ## Quick fix   ##',
      '## Detect <kbd>a</kbd>',
      '- ```',
      '> ```',
      '``` not `a`',
      '<Details summary="```">',
      '<5 ms',
      '##',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => both(lines.join('\n'))),
      { numRuns: 1500 },
    );
  });
});
