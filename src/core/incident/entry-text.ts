/** What happened, as Markdown: the line of the entry, and the lines that stand below it, not yet indented. */
export interface EntryText {
  line: string;
  below: string[];
}

/**
 * What a person or a bot typed, as Markdown that MDX reads as words: most like it was typed first, most guarded last. Markdown
 * in it stays Markdown, save in the last two, where every sign is a sign and what follows the first line is a code block.
 *
 * @param text Must hold something other than blanks.
 */
export function entryTexts(text: string): EntryText[] {
  const [first = '', ...rest] = plainLines(text);
  const below = rest.slice(rest.findIndex((line) => line !== ''));
  const open: EntryText = { line: safeLine(withoutCode(first)), below: safeBlocks(below) };
  const guarded: EntryText = { line: safeLine(literal(first)), below: codeBlock(below) };
  // A first word such as "pm" or "to" would be read as part of the time before it, unless it is marked as words.
  const word = /^[\p{L}\p{N}–—-]+(?=\s|$)/u.exec(first)?.[0];
  const marked =
    word === undefined
      ? []
      : [{ ...open, line: safeLine(`*${word}*${withoutCode(first.slice(word.length))}`) }];
  const [sign = ''] = first.split(/\s/);
  const last = { ...guarded, line: safeLine(`*${literal(sign)}*${literal(first.slice(sign.length))}`) };
  return [open, ...marked, guarded, last];
}

/** Lines without what is no text; the first one and the last one hold something. */
export function plainLines(text: string): string[] {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g, '')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/^\s+|\s+$/g, '')
      .split('\n')
  );
}

/** `<` and `{` begin code in MDX; between backticks, and behind a backslash, they are signs already. */
function withoutCode(text: string): string {
  return text.replace(/\\[\s\S]|(`+)(?!`)[\s\S]*?[^`]\1(?!`)|[<{}]/g, (found) =>
    found === '<' ? '&lt;' : found === '{' || found === '}' ? `\\${found}` : found,
  );
}

/** Every sign that Markdown or MDX could take for its own, as that sign. */
function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]&~!|]/g, '\\$&').replaceAll('<', '&lt;');
}

/** A run of `#` at the end of a heading would be taken for its end. */
function safeLine(line: string): string {
  return line.replace(/(?<=^|\s)#+$/, '\\$&');
}

const blockStart = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|>|\||`{3}|~{3})|^(?: {4}|\t)/;

/** Lines stay lines, and nothing becomes a heading or an import. Lists, quotes and fenced code are what they are. */
function safeBlocks(lines: readonly string[]): string[] {
  const safe: string[] = [];
  let fence: string | null = null;
  for (const [at, line] of lines.entries()) {
    const run = /^\s{0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      safe.push(line);
      if (run?.startsWith(fence) && line.trim() === run) fence = null;
    } else if (run !== null) {
      fence = run;
      safe.push(line);
    } else {
      const next = lines[at + 1] ?? '';
      const isBroken = line !== '' && next !== '' && !blockStart.test(line) && !blockStart.test(next);
      const words = withoutCode(line)
        .replace(/^(\s*)(#|---|===|\*\*\*|___)/, '$1\\$2')
        .replace(/^(im|ex)(?=port\b)/, (start) => `&#${start.charCodeAt(0)};${start.slice(1)}`);
      safe.push(isBroken && !words.endsWith('\\') ? `${words}\\` : words);
    }
  }
  return fence === null ? safe : [...safe, fence];
}

function codeBlock(lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const longest = Math.max(2, ...(lines.join('\n').match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...lines, fence];
}
