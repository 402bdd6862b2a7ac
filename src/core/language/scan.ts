import { findFrontMatter } from '../document/front-matter.ts';
import { sectionNamed } from '../document/section-names.ts';
import { sourceText } from '../document/source-text.ts';
import type { SectionSlug } from '../vocabulary.ts';
import { linesOf } from './lines.ts';

/** What a file below the content folder is to the product, by its path. */
export type FileKind = 'postmortem' | 'guide' | 'settings' | 'systems' | 'people' | 'other';

export function kindOf(path: string): FileKind {
  if (/^postmortems\/.+\.mdx$/.test(path)) return 'postmortem';
  if (/^handbook\/.+\.mdx$/.test(path)) return 'guide';
  const name = /^(settings|systems|people)\.yaml$/.exec(path)?.[1];
  return (name as 'settings' | 'systems' | 'people' | undefined) ?? 'other';
}

/** One line, and what it belongs to. */
export interface ScannedLine {
  /** From 1. */
  number: number;
  text: string;
  /** `code` is fenced code and comments, where nothing is said in the words of the format. */
  region: 'front-matter' | 'text' | 'code';
  /** The known section it stands in; its heading counts. */
  section: SectionSlug | null;
  /** In YAML, the key at the left margin that its value belongs to. */
  key: string | null;
}

/**
 * Goes through a file line by line. Knows less than the parser, but also of a text that is half written; takes time linear in
 * its length.
 */
export function scan(path: string, text: string): ScannedLine[] {
  const kind = kindOf(path);
  const lines = linesOf(text);
  if (kind === 'other') return [];
  if (kind !== 'postmortem' && kind !== 'guide') return scanYaml(lines, 1, lines.length);
  const { yaml, firstLine } = findFrontMatter(sourceText(lines.join('\n')));
  const yamlLines = yaml === null ? 0 : yaml.split('\n').length - (yaml.endsWith('\n') ? 1 : 0);
  const last = yaml === null ? 0 : firstLine - 1 + yamlLines;
  return [
    ...lines.slice(0, firstLine - 1).map((line, at) => outside(at + 1, line)),
    ...scanYaml(lines, firstLine, last),
    ...scanBody(lines, Math.max(last, firstLine - 1) + 1, kind === 'postmortem'),
  ];
}

function outside(number: number, text: string): ScannedLine {
  return { number, text, region: 'code', section: null, key: null };
}

function scanYaml(lines: readonly string[], first: number, last: number): ScannedLine[] {
  let key: string | null = null;
  return lines.slice(first - 1, last).map((text, at) => {
    const own = /^([\p{L}\p{N}_-]+)\s*:/u.exec(text)?.[1];
    if (own !== undefined) key = own;
    else if (/^[^\s#-]/.test(text)) key = null;
    return { number: first + at, text, region: 'front-matter', section: null, key };
  });
}

function scanBody(lines: readonly string[], first: number, hasSections: boolean): ScannedLine[] {
  let fence: string | null = null;
  let inComment = false;
  let section: SectionSlug | null = null;
  return lines.slice(first - 1).map((text, at) => {
    const number = first + at;
    const line = (region: 'text' | 'code'): ScannedLine => ({ number, text, region, section, key: null });
    if (fence !== null) {
      const closing = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(text)?.[1];
      if (closing?.startsWith(fence)) fence = null;
      return line('code');
    }
    if (inComment) {
      if (text.includes('*/}')) inComment = false;
      return line('code');
    }
    fence = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})[^`]*$/.exec(text)?.[1] ?? null;
    if (fence !== null || (at === 0 && /^(?:-{3,}|\.{3})\s*$/.test(text))) return line('code');
    inComment = /\{\/\*(?!.*\*\/\})/.test(text);
    if (inComment && /^\s*\{\/\*/.test(text)) return line('code');
    const heading = /^ {0,3}##(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(text);
    if (heading !== null) section = hasSections ? sectionNamed((heading[1] ?? '').trim()) : null;
    return line('text');
  });
}
