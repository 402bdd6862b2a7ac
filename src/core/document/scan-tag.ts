/** An attribute as it stands in a tag. */
export interface WrittenAttribute {
  /** Null for `{...spread}`. */
  name: string | null;
  kind: 'flag' | 'text' | 'expression' | 'spread';
  start: number;
  /** Of the value, quotes or braces included; equals `end` for a flag. */
  valueStart: number;
  end: number;
}

/** A tag that is written to its end: `<Callout type="note">`, `</sub>`, `<br />`. */
export interface WrittenTag {
  name: string;
  kind: 'open' | 'close' | 'alone';
  start: number;
  /** Past its `>`. */
  end: number;
  attributes: WrittenAttribute[];
}

/** How far a tag may reach: enough for a long caption, little enough that a text full of `<a b="` takes linear time. */
const maximumTag = 2_000;

/** How far braces in a tag may reach. They are an error anyway. */
const maximumBraces = 300;

/** Reads the tag that begins at `start`, or gives null where none does or it has no end. */
export function scanTag(text: string, start: number): WrittenTag | null {
  const limit = Math.min(text.length, start + maximumTag);
  let at = start + 1;
  const closing = text[at] === '/';
  if (closing) at += 1;
  const name = match(nameForm, text, at);
  at += name.length;
  const attributes: WrittenAttribute[] = [];
  while (at < limit) {
    const blanks = match(blankForm, text, at).length;
    at += blanks;
    const character = text[at];
    if (character === '>') return { name, kind: closing ? 'close' : 'open', start, end: at + 1, attributes };
    if (character === '/' && text[at + 1] === '>' && !closing)
      return { name, kind: 'alone', start, end: at + 2, attributes };
    if (closing || name === '' || (blanks === 0 && attributes.length === 0 && name !== '')) return null;
    const attribute = scanAttribute(text, at, limit);
    if (attribute === null) return null;
    attributes.push(attribute);
    at = attribute.end;
  }
  return null;
}

/** The offset past the brace that closes the one at `start`, or null where that is not on the next lines. */
export function braceEnd(
  text: string,
  start: number,
  limit = Math.min(text.length, start + maximumTag),
): number | null {
  let depth = 0;
  for (let at = start; at < limit; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x7b) depth += 1;
    else if (character === 0x7d) {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (character === 0x0a && text.charCodeAt(at + 1) === 0x0a) return null;
  }
  return null;
}

// No colon or dot at a name's end: `<https://…>` and `<Dr. No>` are no tags.
const nameForm = /[A-Za-z_$][\w$-]*(?:[.:][A-Za-z_$][\w$-]*)*/y;
const attributeForm = /[A-Za-z_$][\w$:.-]*/y;
const blankForm = /[ \t\n]*/y;

function match(form: RegExp, text: string, at: number): string {
  form.lastIndex = at;
  return form.exec(text)?.[0] ?? '';
}

function scanAttribute(text: string, start: number, limit: number): WrittenAttribute | null {
  if (text[start] === '{') {
    const end = braceEnd(text, start, Math.min(limit, start + maximumBraces));
    return end === null ? null : { name: null, kind: 'spread', start, valueStart: start, end };
  }
  const name = match(attributeForm, text, start);
  if (name === '') return null;
  const past = start + name.length;
  const equals = past + match(blankForm, text, past).length;
  if (text[equals] !== '=') return { name, kind: 'flag', start, valueStart: past, end: past };
  const valueStart = equals + 1 + match(blankForm, text, equals + 1).length;
  const quote = text[valueStart];
  if (quote === '{') {
    const end = braceEnd(text, valueStart, Math.min(limit, valueStart + maximumBraces));
    return end === null ? null : { name, kind: 'expression', start, valueStart, end };
  }
  if (quote !== '"' && quote !== "'") return null;
  const closing = text.indexOf(quote, valueStart + 1);
  if (closing === -1 || closing >= limit) return null;
  // A blank line ends the paragraph, and with it the tag.
  if (/\n[ \t]*\n/.test(text.slice(valueStart, closing))) return null;
  return { name, kind: 'text', start, valueStart, end: closing + 1 };
}
