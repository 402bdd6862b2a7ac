import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin } from 'satteri';
import { targetOf } from '../core/catalog/target.ts';

/** In guides that Astro renders itself, links to content files become links to their pages. */
export function guideLinks(content: string, basePath: string) {
  return defineMdastPlugin({
    name: 'guide-links',
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
  });
}
