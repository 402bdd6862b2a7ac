import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin, type MdxJsxFlowElement } from 'satteri';
import { targetOf } from '../core/catalog/target.ts';
import { writtenPart } from '../core/page/handbook-part.ts';
import { fileUrl } from '../core/page/urls.ts';

/**
 * For guides that Astro compiles itself: addresses of content files become those of their pages and copies, and diagrams,
 * code and the product's own components become `<GuidePart />`, which asks for what they show, and figures `<GuideFigure />`.
 */
export function guideMarkup(content: string, basePath: string) {
  /** Null for what leads elsewhere, and is left as it stands. */
  const addressOf = (url: string, file: URL | undefined): string | null => {
    if (file === undefined) return null;
    const target = targetOf(relative(content, fileURLToPath(file)).split(sep).join('/'), url);
    if (target.kind !== 'content') return null;
    const page = target.path.replace(/\.mdx$/, '/').replace(/^handbook\/index\/$/, 'handbook/');
    const hash = target.anchor === null ? '' : `#${target.anchor}`;
    return `${page === target.path ? fileUrl({ basePath }, page) : `${basePath}${page}`}${hash}`;
  };
  /** Under another name, so that it is not visited again. */
  const figure = ({ attributes }: Readonly<MdxJsxFlowElement>, file: URL | undefined) =>
    component(
      'GuideFigure',
      attributes.map((attribute) => {
        const { type, value } = attribute;
        if (type !== 'mdxJsxAttribute' || attribute.name !== 'src' || typeof value !== 'string')
          return attribute;
        return { ...attribute, value: addressOf(value, file) ?? value };
      }),
    );
  return defineMdastPlugin({
    name: 'guide-markup',
    link(node, context) {
      const url = addressOf(node.url, context.fileURL);
      if (url !== null) context.setProperty(node, 'url', url);
    },
    image(node, context) {
      const url = addressOf(node.url, context.fileURL);
      if (url !== null) context.setProperty(node, 'url', url);
    },
    code(node, context) {
      const { lang, value } = node;
      context.replaceNode(
        node,
        part(lang === 'mermaid' ? { diagram: value } : { code: value, lang: lang ?? '' }),
      );
    },
    mdxJsxTextElement(node, context) {
      const written = writtenPart(node);
      if (written !== null) context.replaceNode(node, part({ name: written.name, of: written.of }));
    },
    mdxJsxFlowElement(node, context) {
      const written = writtenPart(node);
      if (written !== null) context.replaceNode(node, part({ name: written.name, of: written.of }));
      else if (node.name === 'Figure') context.replaceNode(node, figure(node, context.fileURL));
    },
  });
}

function part(attributes: Readonly<Record<string, string>>) {
  return component(
    'GuidePart',
    Object.entries(attributes).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
  );
}

function component(name: string, attributes: MdxJsxFlowElement['attributes']) {
  return { type: 'mdxJsxFlowElement' as const, name, attributes, children: [] };
}
