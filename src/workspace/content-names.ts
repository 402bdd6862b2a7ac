import type { Diagnostic } from '../core/diagnostic.ts';

const yamlFiles = ['settings', 'systems', 'people'];

/** Warns of files that look meant for the product but would be passed over. */
export function checkNames(paths: readonly string[], shown: (path: string) => string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const add = (path: string, severity: Diagnostic['severity'], rule: string, message: string, hint: string) =>
    diagnostics.push({ file: shown(path), line: 1, column: 1, severity, rule, message, hint });
  for (const path of paths) {
    const name = path.split('/').at(-1) ?? path;
    const inPosts = path.startsWith('postmortems/') || path.startsWith('handbook/');
    if (inPosts && /\.(md|markdown|mdx)$/i.test(path) && !path.endsWith('.mdx'))
      add(
        path,
        'error',
        'file-ending',
        `${name} would be left out: postmortems and handbook pages end in .mdx.`,
        `Rename it to ${name.replace(/\.\w+$/, '.mdx')}.`,
      );
    else if (!inPosts && /\.mdx?$/i.test(path) && !/(^|\/)README\.md$/i.test(path))
      add(
        path,
        'warning',
        'file-place',
        `${path} lies outside postmortems/ and handbook/, so no page is made of it.`,
        `Move it to postmortems/${name} or handbook/${name}.`,
      );
    else if (
      !path.includes('/') &&
      /\.ya?ml$/i.test(path) &&
      !yamlFiles.some((file) => path === `${file}.yaml`)
    )
      add(
        path,
        'warning',
        'file-place',
        `${path} is not one of settings.yaml, systems.yaml and people.yaml, so it is not read.`,
        yamlFiles.some((file) => path === `${file}.yml`)
          ? `Rename it to ${path.replace(/yml$/, 'yaml')}.`
          : 'Rename or remove it.',
      );
  }
  return diagnostics;
}

/** Checks that the paths of MDX files can be ids and URLs, and that no two differ by case only. */
export function checkIds(mdx: readonly string[], shown: (path: string) => string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, string>();
  for (const path of mdx) {
    const id = path.slice(0, -'.mdx'.length);
    const proposal = proposeId(id);
    const other = seen.get(id.toLowerCase());
    if (other !== undefined)
      diagnostics.push({
        file: shown(path),
        line: 1,
        column: 1,
        severity: 'error',
        rule: 'file-id',
        message: `This file's name differs from ${other} by capital letters only, and both would get the same address.`,
        hint: 'Give one of them another name.',
      });
    else if (id !== proposal)
      diagnostics.push({
        file: shown(path),
        line: 1,
        column: 1,
        severity: 'error',
        rule: 'file-id',
        message: `"${path}" can't be an address: paths are lower-case letters, digits, "-", "_" and "/".`,
        hint: `Rename it to ${proposal}.mdx.`,
      });
    seen.set(id.toLowerCase(), path);
  }
  return diagnostics;
}

function proposeId(id: string): string {
  return id
    .split('/')
    .map((part) => {
      const plain = part
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9_-]+/g, '-')
        .replace(/^-+|-+$/g, '');
      return /^[a-z0-9_-]+$/.test(part) ? part : plain || 'untitled';
    })
    .join('/');
}

/** An SVG is served from the site's own address, so it must hold no script. */
export function checkVectorImage(text: string, file: string): Diagnostic[] {
  const match = /<script|\son\w+\s*=|javascript:|<foreignObject|<!ENTITY|<iframe|<embed|<object/i.exec(text);
  if (match === null) return [];
  const before = text.slice(0, match.index).split(/\r\n?|\n/);
  return [
    {
      file,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      severity: 'error',
      rule: 'image-script',
      message: `This image holds "${match[0].trim()}", which could run as code when somebody opens it.`,
      hint: 'Export it again as a plain SVG, or as PNG.',
    },
  ];
}
