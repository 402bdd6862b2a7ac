import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin } from 'satteri';
import { targetOf } from '../core/catalog/target.ts';
import { writtenPart } from '../core/page/handbook-part.ts';

/** The component that {@link guideMarkup} puts in the place of what Astro does not know. */
export const guidePartName = 'GuidePart';

/**
 * For guides that Astro compiles itself: links to content files become links to their pages, and diagrams and the
 * product's own components become a component that asks for them.
 */
export function guideMarkup(content: string, basePath: string) {
  return defineMdastPlugin({
    name: 'guide-markup',
    link(node, context) {
      if (context.fileURL === undefined) return;
      const from = relative(content, fileURLToPath(context.fileURL)).split(sep).join('/');
      const target = targetOf(from, node.url);
      if (target.kind !== 'content' || !target.path.endsWith('.mdx')) return;
      const page = target.path.replace(/\.mdx$/, '/').replace(/^handbook\/index\/$/, 'handbook/');
      context.setProperty(
        node,
        'url',
        `${basePath}${page}${target.anchor === null ? '' : `#${target.anchor}`}`,
      );
    },
    code(node, context) {
      if (node.lang === 'mermaid') context.replaceNode(node, part({ diagram: node.value }));
    },
    mdxJsxFlowElement(node, context) {
      const written = writtenPart(node);
      if (written !== null) context.replaceNode(node, part({ name: written.name, of: written.of }));
    },
  });
}

function part(attributes: Readonly<Record<string, string>>) {
  return {
    type: 'mdxJsxFlowElement' as const,
    name: guidePartName,
    attributes: Object.entries(attributes).map(([name, value]) => ({
      type: 'mdxJsxAttribute' as const,
      name,
      value,
    })),
    children: [],
  };
}
