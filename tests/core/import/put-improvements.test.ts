import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { putImprovements } from '../../../src/core/import/put-improvements.ts';

const head = '---\ntitle: Fax\nstatus: open\nseverity: 1\n---\n\n';
const put = (body: string): { body: string; line: string | undefined } => {
  const raw = `${head}${body}`;
  const { text, line } = putImprovements(raw, readDocument(raw), 'react', '- [ ] New\n  - Why: so');
  expect(text.startsWith(head)).toBe(true);
  return { body: text.slice(head.length), line: text.split(/\r?\n/)[line - 1] };
};

describe('improvements come at the end of their question', () => {
  test.each([
    [
      'after prose',
      '## React\n\nSlowly.\n\n## Prevent\n',
      '## React\n\nSlowly.\n\n- [ ] New\n  - Why: so\n\n## Prevent\n',
    ],
    ['on to a list', '## React\n\n- [ ] Old @ana\n', '## React\n\n- [ ] Old @ana\n- [ ] New\n  - Why: so\n'],
    [
      'in the place of TBD',
      '## React\n\nTBD\n\n## Prevent\n',
      '## React\n\n- [ ] New\n  - Why: so\n\n## Prevent\n',
    ],
    [
      'in a section that is empty',
      '## React\n\n## Prevent\n',
      '## React\n\n- [ ] New\n  - Why: so\n\n## Prevent\n',
    ],
    [
      'not in the place of more words',
      '## React\n\nTBD by Ana\n',
      '## React\n\nTBD by Ana\n\n- [ ] New\n  - Why: so\n',
    ],
  ])('%s', (_name, body, expected) => {
    expect(put(body)).toEqual({ body: expected, line: '- [ ] New' });
  });

  test('a section that is missing comes in, in the order of the questions', () => {
    expect(put('## Detect\n\nA.\n\n## Prevent\n\nB.\n')).toEqual({
      body: '## Detect\n\nA.\n\n## React\n\n- [ ] New\n  - Why: so\n\n## Prevent\n\nB.\n',
      line: '## React',
    });
    expect(put('## Summary\n\nA.').body).toBe('## Summary\n\nA.\n\n## React\n\n- [ ] New\n  - Why: so\n');
  });

  test('line breaks stay those of the file', () => {
    const raw = `${head}## React\n\nSlowly.\n`.replaceAll('\n', '\r\n');
    const { text } = putImprovements(raw, readDocument(raw), 'react', '- [ ] A\n- [ ] B');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });
});
