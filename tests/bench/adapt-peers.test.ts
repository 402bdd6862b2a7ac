import { describe, expect, it } from 'vitest';
import { plainMarkdown } from './adapt-peers.ts';
import { contentFiles } from './generate.ts';

describe('plain Markdown for other generators', () => {
  const from = 'postmortems/2019/2019-04-03-a.mdx';
  const page = (body: string): string =>
    plainMarkdown(from, `---\ntitle: A\nstatus: reviewed\n---\n${body}`).text;

  it.each([
    ['<Callout type="note">\n\nText.\n\n</Callout>\n', 'Text.\n\n'],
    [
      '<Details summary="More">\n\nText.\n\n</Details>\n',
      '<details><summary>More</summary>\n\nText.\n\n</details>\n',
    ],
    ['<Figure src="../images/q.svg" alt="A" caption="B" />\n', '![A](/q.svg)\n\n*B*\n'],
    ['![A](../images/q.svg)\n', '![A](/q.svg)\n'],
    ['{/* hidden */}\n\nText.\n', 'Text.\n'],
    ['[a](./2019-05-05-b.mdx#prevent)\n', '[a](/postmortems/2019/2019-05-05-b/#prevent)\n'],
    [
      '[a](../2018/b.mdx) [b](../../handbook/meeting.mdx)\n',
      '[a](/postmortems/2018/b/) [b](/handbook/meeting/)\n',
    ],
    ['[a](https://example.com/x.mdx)\n', '[a](https://example.com/x.mdx)\n'],
  ])('turns %j into %j', (ours, theirs) => {
    expect(page(ours)).toBe(`---\ntitle: A\ndate: 2019-04-03\nstatus: reviewed\n---\n${theirs}`);
  });

  it('knows the path and the title', () => {
    const { path, title } = plainMarkdown(from, '---\ntitle: "A: b"\n---\n');
    expect({ path, title }).toEqual({ path: 'postmortems/2019/2019-04-03-a.md', title: 'A: b' });
  });

  it('leaves no component, comment or path of ours in any page', () => {
    for (const [path, text] of contentFiles({ n: 60, seed: 1 }))
      if (path.endsWith('.mdx'))
        expect(plainMarkdown(path, text).text).not.toMatch(/<(Callout|Details|Figure)|\{\/\*|\.mdx/);
  });
});
