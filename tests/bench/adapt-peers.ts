import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type CorpusSize, contentFiles } from './generate.ts';

/**
 * Writes the same postmortems as plain Markdown for another generator, with an index page that links to each.
 *
 * @param folder where that generator reads its pages from; replaced.
 * @param pictures where it takes files from that are served at the site's root.
 */
export function adaptPeers(folder: string, pictures: string, size: CorpusSize): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const titles: string[] = [];
  for (const [path, text] of contentFiles(size)) {
    if (path.endsWith('.svg')) write(join(pictures, posix.basename(path)), text);
    if (!path.endsWith('.mdx')) continue;
    const page = plainMarkdown(path, text);
    write(join(folder, page.path), page.text);
    if (path.startsWith('postmortems/'))
      titles.push(`- [${page.title}](/${page.path.slice(0, -'.md'.length)}/)`);
  }
  write(join(folder, 'index.md'), `---\ntitle: Postmortems\n---\n\n${titles.join('\n')}\n`);
}

/** A page of ours in the Markdown that every generator reads: no components, no comments, links as addresses. */
export function plainMarkdown(path: string, text: string): { path: string; title: string; text: string } {
  const title = /^title: "?(.*?)"?$/m.exec(text)?.[1] ?? path;
  const date = /\d{4}-\d{2}-\d{2}/.exec(posix.basename(path))?.[0];
  return {
    path: path.replace(/\.mdx$/, '.md'),
    title,
    text: text
      .replace(/^status: .*$/m, (line) => (date === undefined ? line : `date: ${date}\n${line}`))
      .replaceAll(/\{\/\*.*?\*\/\}\n*/gs, '')
      .replaceAll(/^<\/?Callout[^>]*>\n+/gm, '')
      .replaceAll(/^<Details summary="(.*?)">$/gm, '<details><summary>$1</summary>')
      .replaceAll(/^<\/Details>$/gm, '</details>')
      .replaceAll(/^<Figure src="(.*?)" alt="(.*?)" caption="(.*?)" \/>$/gm, '![$2]($1)\n\n*$3*')
      .replaceAll(/\]\((\.\.?\/[^)]+)\)/g, (_, target: string) => `](${addressOf(path, target)})`),
  };
}

function addressOf(from: string, target: string): string {
  const file = posix.join(posix.dirname(from), target);
  return file.includes('.mdx') ? `/${file.replace('.mdx', '/')}` : `/${posix.basename(file)}`;
}
