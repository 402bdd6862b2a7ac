import { globSync, readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { mdxToMdast } from 'satteri';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { sampleContent } from '../../support/sample.ts';

const remark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx);

/** What a tree says, line by line and place by place, without what the two parsers are free to differ in. */
function outline(node: Nodes, depth = 0): string[] {
  const { start, end } = node.position ?? { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
  const facts = [
    node.type,
    'depth' in node ? node.depth : '',
    'checked' in node ? String(node.checked ?? '') : '',
    'url' in node ? node.url : '',
    'lang' in node ? (node.lang ?? '') : '',
    'name' in node ? (node.name ?? '') : '',
    'value' in node ? JSON.stringify(node.value) : '',
  ].filter((fact) => fact !== '');
  const line = `${' '.repeat(depth)}${start.line}:${start.column}-${end.line}:${end.column} ${facts.join(' ')}`;
  return [line, ...('children' in node ? node.children.flatMap((child) => outline(child, depth + 1)) : [])];
}

const files = globSync(`${sampleContent}/**/*.mdx`).sort();

describe('Sätteri and remark read the sample content alike', () => {
  test('there is sample content', () => {
    expect(files.length).toBeGreaterThan(20);
  });
  test.each(files)('%s', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(outline(mdxToMdast(text) as Nodes)).toEqual(outline(remark.parse(text)));
  });
});
