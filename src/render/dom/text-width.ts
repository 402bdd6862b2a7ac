import { readFileSync } from 'node:fs';

// Advance widths of Inter 4 (rsms.me/inter, SIL OFL 1.1) in thousandths of an em: weight -> runs of
// [first code point, width, width, …]. Written by reading the regular and bold files of @fontsource/inter with fontkitten.
// The site sets its text in the reader's own system font; Inter is as wide as the widest common ones but a few.
interface WidthTable {
  ascent: number;
  descent: number;
  xHeight: number;
  widths: Record<'400' | '700', number[][]>;
}
const table = JSON.parse(readFileSync(new URL('./font-widths.json', import.meta.url), 'utf8')) as WidthTable;

/** Room for system fonts that are wider than the measured one. */
const generous = 1.04;

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}/u;
const combining = /^[\p{M}\p{Cf}]/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const regular = byCode(table.widths['400']);
const bold = byCode(table.widths['700']);
const remembered = new Map<string, number>();

/** The width of one line of text in user units. */
export function textWidth(text: string, size: number, isBold: boolean): number {
  const key = isBold ? `b${text}` : `r${text}`;
  let width = remembered.get(key);
  if (width === undefined) {
    width = measure(decodePlaceholders(text), isBold ? bold : regular);
    if (remembered.size > 20_000) remembered.clear();
    remembered.set(key, width);
  }
  return width * size * generous;
}

// Browsers round both to whole pixels.
export const ascent = (size: number) => Math.round(table.ascent * size);
export const descent = (size: number) => Math.round(table.descent * size);
export const xHeight = (size: number) => table.xHeight * size;

/** Mermaid carries `#58;` and `#amp;` through its parsers in this notation; a reader sees one character. */
export function decodePlaceholders(text: string): string {
  if (!text.includes('ﬂ°')) return text;
  return text
    .replace(/ﬂ°°\+?(\d+)¶ß/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/ﬂ°\w+¶ß/g, '&');
}

function byCode(runs: number[][]): Map<number, number> {
  const widths = new Map<number, number>();
  for (const [first = 0, ...run] of runs)
    for (const [index, width] of run.entries()) widths.set(first + index, width / 1000);
  return widths;
}

function measure(text: string, widths: Map<number, number>): number {
  let sum = 0;
  // Up to here a character is a grapheme, and segmenting is most of the cost.
  if (!/[^\0-\u02ff\u2010-\u2027]/.test(text)) {
    for (let at = 0; at < text.length; at++) sum += widths.get(text.charCodeAt(at)) ?? 0.75;
    return sum;
  }
  for (const { segment } of graphemes.segment(text)) {
    if (emoji.test(segment)) sum += 1.3;
    else
      sum +=
        widths.get(segment.codePointAt(0) ?? 0) ??
        (wide.test(segment) ? 1 : combining.test(segment) ? 0 : 0.75);
  }
  return sum;
}
