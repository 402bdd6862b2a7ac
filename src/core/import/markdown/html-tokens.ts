/** A piece of HTML as people put it into Markdown. */
export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'comment'; text: string; raw: string }
  | {
      kind: 'open' | 'close';
      /** Lower case. */
      name: string;
      attributes: ReadonlyMap<string, string>;
      alone: boolean;
      raw: string;
    }
  /** `<!doctype>`, `<?php ?>`, `<![CDATA[ ]]>` */
  | { kind: 'other'; raw: string };

const form =
  /<!--([\s\S]*?)-->|<(\/?)([a-zA-Z][\w:-]*)((?:\s+[^\s"'=<>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>|<[!?][^>]*>/g;

/** Parts HTML into tags, comments and text; joined, the raw texts are the whole again. Linear but for broken tags. */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let at = 0;
  const textUntil = (end: number): void => {
    if (end > at) tokens.push({ kind: 'text', text: html.slice(at, end) });
  };
  for (const found of html.matchAll(form)) {
    textUntil(found.index);
    at = found.index + found[0].length;
    const [raw, comment, slash, name, attributes = '', alone] = found;
    if (comment !== undefined) tokens.push({ kind: 'comment', text: comment.trim(), raw });
    else if (name === undefined) tokens.push({ kind: 'other', raw });
    else
      tokens.push({
        kind: slash === '/' ? 'close' : 'open',
        name: name.toLowerCase(),
        attributes: attributesOf(attributes),
        alone: alone === '/' || voids.has(name.toLowerCase()),
        raw,
      });
  }
  textUntil(html.length);
  return tokens;
}

const voids = new Set(['br', 'hr', 'img', 'input', 'wbr']);

function attributesOf(written: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of written.matchAll(
    /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g,
  ))
    attributes.set(name.toLowerCase(), decoded(double ?? single ?? bare ?? ''));
  return attributes;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Character references of HTML as the characters they stand for; an unknown one stays as it is. */
export function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}
