import type { Nodes, Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { type Problem, problem } from '../diagnostic.ts';
import type { SourceText } from './document.ts';
import { explainMarkup, type Offence } from './explain-markup.ts';
import { type Masked, maskMarkup, type Unfit } from './markup.ts';
import type { WrittenTag } from './scan-tag.ts';
import { offsetAt } from './source-text.ts';

/** A body as a tree without code: braces, imports and unknown tags are the text that they look like. */
export interface ParsedBody {
  tree: Root;
  problems: Problem[];
  /** The tags behind the tree's MDX elements, by where they begin. */
  tags: ReadonlyMap<number, WrittenTag>;
}

/** How much text is parsed, all rounds together, before the search for unmatched tags is given up. */
const budget = 3_000_000;
const maximumRounds = 40;

/**
 * Parses a body in which any markup may be wrong. Takes more than one round only where the ends of tags don't match.
 *
 * @param text The source's text, or a copy of the same length.
 * @param from Where the body begins.
 */
export function parseBody(
  source: SourceText,
  text: string,
  from: number,
  { frontmatter, inGuide }: { frontmatter: boolean; inGuide: boolean },
): ParsedBody {
  const unfit = new Map<number, Unfit>();
  const rounds = Math.max(2, Math.min(maximumRounds, Math.floor(budget / (text.length + 1))));
  const problems: Problem[] = [];
  for (let round = 1; ; round += 1) {
    const masked = maskMarkup(text, from, unfit, inGuide);
    if (masked.tooManyAt !== null && problems.length === 0)
      problems.push(
        problem(
          'mdx-syntax',
          source.placeAt(masked.tooManyAt),
          'With this tag there are more than 50 without an end, or more than 1,000 in all, so none of them was read.',
          'End each tag, as in <kbd>Ctrl</kbd>, and show code between backticks or lines of ```.',
        ),
      );
    const parsed = parse(masked.text, frontmatter);
    if ('tree' in parsed) {
      const inCode = restore(parsed.tree, masked);
      for (const start of inCode) unfit.set(start, 'code');
      if (inCode.length > 0) continue;
      const offences = offencesIn(parsed.tree, masked, unfit);
      return {
        tree: parsed.tree,
        problems: [...problems, ...explainMarkup(source, offences)],
        tags: masked.tags,
      };
    }
    const offset = offsetAt(text, parsed);
    const culprit = culpritOf(masked, parsed.message, offset);
    if (culprit !== null && round < rounds) {
      unfit.set(culprit.start, culprit.why);
      continue;
    }
    if (problems.length === 0)
      problems.push(
        problem(
          'mdx-syntax',
          source.placeAt(offset),
          'From here on the tags of this file could not be matched, so more may be wrong with them.',
          'Mend the tags that are reported, then check again.',
        ),
      );
    // First without any tag, then without any comment. Then nothing is left that the parser could dislike.
    const before = unfit.size;
    for (const start of masked.tags.keys()) unfit.set(start, 'unchecked');
    if (unfit.size === before)
      for (let at = text.indexOf('{', from); at !== -1; at = text.indexOf('{', at + 1))
        if (!unfit.has(at)) unfit.set(at, 'unchecked');
    if (unfit.size === before) return { tree: { type: 'root', children: [] }, problems, tags: new Map() };
  }
}

interface ParseError {
  message: string;
  line: number;
  column: number;
}

const withFrontMatter = { frontmatter: true };
const noFrontMatter = { frontmatter: false };

function parse(text: string, frontmatter: boolean): { tree: Root } | ParseError {
  try {
    return { tree: mdxToMdast(text, { features: frontmatter ? withFrontMatter : noFrontMatter }) as Root };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, column] = /^(\d+):(\d+): /.exec(message) ?? [];
    return { message, line: Number(line ?? 1), column: Number(column ?? 1) };
  }
}

/** What the parser stumbled over, and what is wrong with it; null where that is neither tag nor comment. */
function culpritOf(
  { tags, text }: Masked,
  message: string,
  offset: number,
): { start: number; why: Unfit } | null {
  const mismatch =
    /^\d+:\d+: Unexpected closing tag `<\/[^`]*`, expected corresponding closing tag for `<([^`>]*)>` \((\d+):(\d+)\)/.exec(
      message,
    );
  if (mismatch !== null) {
    const open = offsetAt(text, { line: Number(mismatch[2]), column: Number(mismatch[3]) });
    // `<Details><Callout></Details></Callout>`: whichever has its partner later is the one to keep.
    const partnerFollows = text.includes(`</${mismatch[1]}>`, offset + 1);
    if (!partnerFollows && tags.has(open)) return { start: open, why: 'unclosed' };
    if (tags.has(offset)) return { start: offset, why: 'stray' };
    if (tags.has(open)) return { start: open, why: 'unclosed' };
  }
  const tag = tags.get(offset);
  if (tag !== undefined) return { start: offset, why: tag.kind === 'close' ? 'stray' : 'unclosed' };
  // A comment that a blank line tears apart begins at a brace.
  if (text[offset] === '{' || text[offset] === '<') return { start: offset, why: 'unclosed' };
  return null;
}

/** Puts back what the stand-ins stand for, but in text, and gives the tags that turn out to lie in code. */
function restore(tree: Root, { standIns, tags }: Masked): number[] {
  const altered = [...tags.values()].filter(({ attributes }) =>
    attributes.some(({ kind }) => kind === 'expression' || kind === 'spread'),
  );
  if (standIns.size === 0 && altered.length === 0) return [];
  const inCode: number[] = [];
  const form = standIns.size === 0 ? null : new RegExp(`[${[...standIns.keys()].join('')}]`, 'g');
  const original = (value: string): string =>
    form === null ? value : value.replace(form, (standIn) => standIns.get(standIn) ?? standIn);
  visit(tree, (node) => {
    if (node.type === 'code' || node.type === 'inlineCode') {
      const [start, end] = range(node);
      for (const tag of altered) if (tag.start >= start && tag.start < end) inCode.push(tag.start);
    }
    const fields = node as unknown as Record<string, unknown>;
    for (const key in fields) {
      const value = fields[key];
      if (typeof value === 'string' && key !== 'type') fields[key] = original(value);
    }
    if ('attributes' in node)
      for (const attribute of node.attributes as unknown as { value?: unknown }[])
        if (typeof attribute.value === 'string') attribute.value = original(attribute.value);
  });
  return inCode;
}

/** The stand-ins that ended up as text, where the author meant none. */
function offencesIn(
  tree: Root,
  { standIns, silent, text }: Masked,
  unfit: ReadonlyMap<number, Unfit>,
): Offence[] {
  if (standIns.size === 0) return [];
  const form = new RegExp(`[${[...standIns.keys()].join('')}]`, 'g');
  const offences: Offence[] = [];
  visit(tree, (node, parent) => {
    if (node.type !== 'text' && node.type !== 'image') return;
    const [start, end] = range(node);
    const alt = node.type === 'image' ? node.alt : null;
    form.lastIndex = start;
    for (let found = form.exec(text); found !== null && found.index < end; found = form.exec(text)) {
      const offset = found.index;
      const stands = standIns.get(found[0]);
      if (silent.has(offset) || (alt !== null && !alt?.includes(stands ?? ''))) continue;
      const word = stands === 'i' || stands === 'e';
      // Only at the beginning of a paragraph does MDX take these words for code.
      if (word && !(offset === start && parent?.type === 'paragraph' && range(parent)[0] === start)) continue;
      offences.push({ offset, why: unfit.get(offset) ?? null });
    }
  });
  return offences.sort((a, b) => a.offset - b.offset);
}

function visit(root: Root, see: (node: Nodes, parent: Nodes | null) => void): void {
  const stack: [node: Nodes, parent: Nodes | null][] = [[root, null]];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [node, parent] = top;
    see(node, parent);
    if ('children' in node) for (const child of node.children) stack.push([child as Nodes, node]);
  }
}

function range(node: Nodes): [start: number, end: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
