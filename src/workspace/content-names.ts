import type { Diagnostic } from '../core/diagnostic.ts';
import { dataFiles } from '../core/vocabulary.ts';

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
        `Rename it to ${proposeId(name.replace(/\.\w+$/, ''))}.mdx.`,
      );
    else if (!inPosts && /\.mdx?$/i.test(path) && !/(^|\/)README\.md$/i.test(path))
      add(
        path,
        'warning',
        'file-place',
        `${path} lies outside postmortems/ and handbook/, so no page is made of it.`,
        `Move it to postmortems/${name} or handbook/${name}.`,
      );
    else if (!path.includes('/') && /\.ya?ml$/i.test(path) && !dataFiles.includes(path))
      add(
        path,
        'warning',
        'file-place',
        `${path} is not one of settings.yaml, systems.yaml, people.yaml and on-duty.yaml, so it is not read.`,
        dataFiles.includes(path.replace(/yml$/, 'yaml'))
          ? `Rename it to ${path.replace(/yml$/, 'yaml')}.`
          : 'Rename or remove it.',
      );
  }
  return diagnostics;
}

/** Checks that the paths of MDX files can be ids and URLs, and that no two get the same one. */
export function checkIds(mdx: readonly string[], shown: (path: string) => string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, string>();
  const paths = new Set(mdx);
  const refuse = (path: string, message: string, hint: string): void => {
    diagnostics.push({
      file: shown(path),
      line: 1,
      column: 1,
      severity: 'error',
      rule: 'file-id',
      message,
      hint,
    });
  };
  for (const path of mdx) {
    const id = path.slice(0, -'.mdx'.length);
    const proposal = proposeId(id);
    const other = seen.get(id.toLowerCase());
    if (other !== undefined)
      refuse(
        path,
        `This file's name differs from ${other} by capital letters only, and both would get the same address.`,
        'Give one of them another name.',
      );
    else if (id !== proposal)
      refuse(
        path,
        `"${path}" can't be an address: paths are lower-case letters, digits, "-", "_" and "/".`,
        `Rename it to ${proposal}.mdx.`,
      );
    const [, parent, page] = companionPath.exec(id) ?? [];
    if (page !== undefined && paths.has(`${parent}.mdx`))
      refuse(
        path,
        `This file's address is taken: ${parent}.mdx has its ${page} page there.`,
        `Give it another name, such as ${id}-notes.mdx.`,
      );
    seen.set(id.toLowerCase(), path);
  }
  return diagnostics;
}

/** Where a postmortem's pages for the meeting, the replay and the brief are. */
const companionPath = /^(postmortems\/.+)\/(meeting|replay|brief)$/;

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
  const match =
    /<(?:[\w.-]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener)\b|\son\w+\s*=|<!ENTITY|<!ATTLIST|<\?xml-stylesheet/i.exec(
      text,
    ) ??
    scriptAddress(text) ??
    otherEncoding.exec(text);
  if (match === null) return [];
  const before = text.slice(0, match.index).split(/\r\n?|\n/);
  const found = match[0] === '\0' ? 'bytes that are no UTF-8 text' : `"${match[0].trim()}"`;
  return [
    {
      file,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      severity: 'error',
      rule: 'image-script',
      message: `This image holds ${found}, which could run as code when somebody opens it.`,
      hint: 'Export it again as a plain SVG, or as PNG.',
    },
  ];
}

/** UTF-16 read as UTF-8: a browser would read another text. */
const otherEncoding = /\0/;

/** `javascript:`, however its letters are written: XML knows `&#115;`, and browsers leave out blanks in addresses. */
function scriptAddress(text: string): RegExpExecArray | null {
  const blank = '(?:\\s|&#(?:x0*[9ad]|0*(?:9|10|13));|&(?:Tab|NewLine);)*';
  const letters = [...'javascript', ':'].map((letter) => {
    const codes = [letter.toLowerCase(), letter.toUpperCase()].map((form) => form.charCodeAt(0));
    const numbers = codes.flatMap((code) => [`0*${code}`, `x0*${code.toString(16)}`]).join('|');
    return `(?:${letter}|&#(?:${numbers});${letter === ':' ? '|&colon;' : ''})`;
  });
  return new RegExp(letters.join(blank), 'i').exec(text);
}
