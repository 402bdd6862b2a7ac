/** Words that YAML reads as something else than text. */
const keywords = new Set(['null', 'true', 'false']);
const line = /^([A-Za-z]{1,40}): +(\S.*?) *$/;
const whole = /^(?:0|[1-9]\d{0,14})$/;
const dayOrEffort = /^(?:\d{4}-\d{2}-\d{2}|\d{1,6}(?:\.\d{1,4})?h|(?:\d{1,6}h)?\d{1,6}m)$/;
// Neither a colon before a blank nor #, brackets, quotes, tabs or what else YAML might take for its own.
const plain = /^\p{L}(?:[\p{L}\p{N} ()!?.,;+*%&=/'’–—_-]|:(?=[\p{L}\p{N}]))*$/u;
const quoted = /^(?:"[^"\\[\]{}\p{Cc}]*"|'[^'[\]{}\p{Cc}]*')$/u;
const item = /^[A-Za-z][\w./-]*(?: [A-Za-z\d][\w./-]*)*$/;

/**
 * Reads YAML in which every line is a key and a simple value on it: text, a whole number, a day, an effort, or a list of
 * words in brackets. Most front matter is no more than that, and the YAML parser takes ten times as long for it.
 *
 * @returns Null where any line is anything else. Then the parser has the say; it would give the same for all that is read here.
 */
export function readPlainLines(text: string): Record<string, unknown> | null {
  const values: Record<string, unknown> = {};
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const [, key, written] = line.exec(text.slice(start, end === -1 ? text.length : end)) ?? [];
    if (key === undefined || written === undefined) return null;
    if (keywords.has(key.toLowerCase()) || Object.hasOwn(values, key)) return null;
    const value = written.startsWith('[') ? listOf(written) : scalarOf(written);
    if (value === null) return null;
    values[key] = value;
    start = end === -1 ? text.length : end + 1;
  }
  return start === 0 ? null : values;
}

function scalarOf(written: string): string | number | null {
  if (whole.test(written)) return Number(written);
  if (plain.test(written)) return keywords.has(written.toLowerCase()) ? null : written;
  if (dayOrEffort.test(written)) return written;
  return quoted.test(written) ? written.slice(1, -1) : null;
}

function listOf(written: string): string[] | null {
  if (!written.endsWith(']')) return null;
  const items = written
    .slice(1, -1)
    .split(',')
    .map((text) => text.trim());
  return items.every((text) => item.test(text) && !keywords.has(text.toLowerCase())) ? items : null;
}
