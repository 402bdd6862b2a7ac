import { scanTag, type WrittenTag } from './scan-tag.ts';
import { tagRule, voidElements } from './tags.ts';

/** Why a tag that looks fine can't stand where it does. */
export type Unfit = 'unclosed' | 'stray' | 'code' | 'unchecked';

/**
 * A body in which only what a postmortem may hold still looks like markup to the MDX parser: comments and known tags.
 * Every other `<`, `{`, `import` and `export` has a stand-in of the same length, so that the parser never fails on it,
 * never runs wild on it (unfinished `<a b={` costs it exponential time), and every place stays true.
 */
export interface Masked {
  text: string;
  /** Stand-ins and what they stand for. Empty where nothing was masked. */
  standIns: ReadonlyMap<string, string>;
  /** The tags that the parser sees, by where they begin. */
  tags: ReadonlyMap<number, WrittenTag>;
  /** Stand-ins that belong to something reported already: the inside of an HTML comment, an `import`, a bad tag. */
  silent: ReadonlySet<number>;
  /** The tag with which there were too many for the parser to be given any; null where there were not. */
  tooManyAt: number | null;
}

/** How many opening tags the parser is given, and how many without an end; its time grows with the square of both. */
const maximumTags = 1_000;
const maximumOpen = 50;

const candidates = /[<{]|^(?:import|export)(?=[ \t{*"'\n]|$)/gm;
const codeAfterImport =
  /^(?:import\s*(?:["'{*]|[\w$]+\s*,|(?:type\s+)?[\w$]+\s+from\b)|export\s*(?:[{*]|(?:default|const|let|var|function|class|async|type|interface)\b))/;

/** @param unfit Tags that an earlier round found out of place. */
export function maskMarkup(
  text: string,
  from: number,
  unfit: ReadonlyMap<number, Unfit>,
  inGuide: boolean,
): Masked {
  const fits = (tag: WrittenTag): boolean =>
    tagRule(tag.name, inGuide) !== null && !(tag.kind !== 'alone' && voidElements.has(tag.name));
  const masked = maskWith(text, from, unfit, fits, true);
  return masked.tooManyAt === null
    ? masked
    : { ...maskWith(text, from, unfit, fits, false), tooManyAt: masked.tooManyAt };
}

function maskWith(
  text: string,
  from: number,
  unfit: ReadonlyMap<number, Unfit>,
  fits: (tag: WrittenTag) => boolean,
  keepTags: boolean,
): Masked {
  const tags = new Map<number, WrittenTag>();
  const silent = new Set<number>();
  const edits: [offset: number, length: number, replacement: string][] = [];
  let standIns: Map<string, string> | null = null;
  const mask = (offset: number, quiet = false): void => {
    standIns ??= chooseStandIns(text);
    const character = text[offset] as string;
    for (const [standIn, original] of standIns) if (original === character) edits.push([offset, 1, standIn]);
    if (quiet) silent.add(offset);
  };
  const maskWithin = (start: number, end: number, quiet: boolean): void => {
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x3c || code === 0x7b) mask(at, quiet);
    }
  };
  const nextCommentEnd = finder(text, '*/');
  const nextHtmlCommentEnd = finder(text, '-->');
  let begun = 0;
  const open = new Map<string, number>();
  let openNow = 0;

  const forms = new RegExp(candidates);
  forms.lastIndex = from;
  for (let found = forms.exec(text); found !== null; found = forms.exec(text)) {
    const at = found.index;
    if (escaped(text, at)) continue;
    if (found[0] === '{') {
      const end = commentEnd(text, at, nextCommentEnd);
      if (end === null || unfit.has(at)) {
        mask(at);
        continue;
      }
      maskWithin(at + 1, end, false);
      forms.lastIndex = end;
    } else if (found[0] === '<') {
      const following = text[at + 1];
      if (following === ' ' || following === '\n' || following === '\t' || isDestination(text, at)) continue;
      if (text.startsWith('<!--', at)) {
        mask(at);
        const end = nextHtmlCommentEnd(at + 4);
        if (end === -1) continue;
        maskWithin(at + 1, end, true);
        forms.lastIndex = end + 3;
        continue;
      }
      const tag = scanTag(text, at);
      if (tag !== null && fits(tag) && keepTags && !unfit.has(at)) {
        const openOfName = open.get(tag.name) ?? 0;
        if (tag.kind === 'open') {
          begun += 1;
          openNow += 1;
          open.set(tag.name, openOfName + 1);
        } else if (tag.kind === 'close' && openOfName > 0) {
          openNow -= 1;
          open.set(tag.name, openOfName - 1);
        }
        if (begun > maximumTags || openNow > maximumOpen)
          return { text, standIns: new Map(), tags, silent, tooManyAt: at };
        tags.set(at, tag);
        for (const { kind, valueStart, end } of tag.attributes) {
          if (kind === 'text') maskWithin(valueStart, end, false);
          // The parser must not see the code, only that something stands there.
          if (kind === 'expression')
            edits.push([valueStart, end - valueStart, `"${'x'.repeat(end - valueStart - 2)}"`]);
          if (kind === 'spread') edits.push([valueStart, end - valueStart, 'x'.repeat(end - valueStart)]);
        }
        forms.lastIndex = tag.end;
        continue;
      }
      mask(at, !keepTags && tag !== null && fits(tag));
      if (tag === null) continue;
      maskWithin(at + 1, tag.end, true);
      forms.lastIndex = tag.end;
    } else {
      mask(at);
      if (!isImport(text, at)) continue;
      const blank = text.indexOf('\n\n', at);
      const end = blank === -1 ? text.length : blank;
      maskWithin(at, end, true);
      forms.lastIndex = Math.max(end, at + 1);
    }
  }
  return { text: apply(text, edits), standIns: standIns ?? new Map(), tags, silent, tooManyAt: null };
}

/** Whether the line is an `import` or `export`, and no sentence that begins with that word. */
export function isImport(text: string, at: number): boolean {
  return codeAfterImport.test(text.slice(at, at + 200));
}

/** The offset past a comment that begins at `start`, or null where none does. */
export function commentEnd(
  text: string,
  start: number,
  next: (from: number) => number = (from) => text.indexOf('*/', from),
): number | null {
  const lead = /^\{\s{0,20}\/\*/.exec(text.slice(start, start + 24))?.[0].length;
  if (lead === undefined) return null;
  const end = next(start + lead);
  if (end === -1) return null;
  const brace = /^\s{0,20}\}/.exec(text.slice(end + 2, end + 24))?.[0].length;
  return brace === undefined ? null : end + 2 + brace;
}

function escaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** `[text](<a file.mdx>)` and `[name]: <a file.mdx>` are links. */
function isDestination(text: string, at: number): boolean {
  return (
    (text.startsWith('](', at - 2) || /\]:[ \t]*$/.test(text.slice(Math.max(0, at - 8), at))) &&
    /^<[^<>\n"=]{0,500}>/.test(text.slice(at, at + 502))
  );
}

/** Remembers where the last search ended, so that many searches over one text stay linear. */
function finder(text: string, wanted: string): (from: number) => number {
  let known = -2;
  return (from) => {
    if (known === -1 || known >= from) return known;
    known = text.indexOf(wanted, from);
    return known;
  };
}

/** Characters of the private use area that the text itself doesn't use. To the parser they are letters. */
function chooseStandIns(text: string): Map<string, string> {
  const standIns = new Map<string, string>();
  let code = 0xf4a0;
  for (const original of ['<', '{', 'i', 'e']) {
    while (text.includes(String.fromCharCode(code))) code += 1;
    standIns.set(String.fromCharCode(code), original);
    code += 1;
  }
  return standIns;
}

function apply(text: string, edits: [offset: number, length: number, replacement: string][]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let written = 0;
  for (const [offset, length, replacement] of edits) {
    pieces.push(text.slice(written, offset), replacement);
    written = offset + length;
  }
  pieces.push(text.slice(written));
  return pieces.join('');
}
