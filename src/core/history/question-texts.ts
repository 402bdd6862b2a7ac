import { type Question, questions, sections } from '../vocabulary.ts';

const questionsByName = new Map<string, Question>(
  questions.map((question) => [sections[question].name.toLowerCase(), question]),
);

/**
 * Cuts the sections of the five questions out of a file by its lines alone, which takes a fraction of the time that
 * reading it takes.
 *
 * @param text With `\n` at its line ends.
 * @returns The text of each section with its heading; null where lines alone can't tell, and the file has to be read.
 */
export function questionTexts(text: string): Map<Question, string> | null {
  // What a link or a note refers to may stand in any section.
  if (/^[ \t]*\[[^\]\n]+\]:/m.test(text)) return null;
  const found = new Map<Question, string>();
  let open: { question: Question; start: number } | null = null;
  const close = (end: number): void => {
    if (open !== null && !found.has(open.question)) found.set(open.question, text.slice(open.start, end));
  };
  const surroundings = createSurroundings();
  for (let start = bodyStart(text), end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    const line = text.slice(start, end);
    const heading = /^([ \t]*)##(?!#)(?:[ \t]+(.*))?$/.exec(line);
    if (heading === null) {
      if (!surroundings.see(line)) return null;
      continue;
    }
    const [, indent, written = ''] = heading;
    const name = indent === '' && surroundings.isOutside() ? plainName(written) : null;
    if (name === null) return null;
    close(start);
    const question = questionsByName.get(name.toLowerCase());
    open = question === undefined ? null : { question, start };
    surroundings.see('');
  }
  close(text.length);
  return found;
}

/** The text of a heading; null where it has to be read as Markdown. */
function plainName(written: string): string | null {
  if (written.length > 200 || /[*_`[\]<>&\\{}~|]/.test(written)) return null;
  return written.replace(/(?:^|[ \t]+)#+[ \t]*$/, '').trim();
}

/** What lines stand in. */
interface Surroundings {
  /** Takes the next line; false where one line does not tell what it begins or ends. */
  see(line: string): boolean;
  /** Whether a line that follows stands in no code, comment or component. */
  isOutside(): boolean;
}

function createSurroundings(): Surroundings {
  let fence: string | null = null;
  let inComment = false;
  let depth = 0;
  let isText = false;
  return {
    isOutside: () => fence === null && !inComment && depth === 0,
    see(line) {
      const wasText = isText;
      isText = line.trim() !== '';
      const [, signs = '', rest = ''] = /^[ \t]*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
      // Deep in a list, where code ends is the list's business.
      if (signs !== '' && /^(?: {4}|[ \t]*\t)/.test(line)) return false;
      if (fence !== null) {
        if (signs.startsWith(fence) && rest.trim() === '') fence = null;
        return true;
      }
      if (signs !== '' && !(signs.startsWith('`') && rest.includes('`'))) {
        fence = signs;
        return true;
      }
      // A heading that is written with a line below it.
      if (wasText && /^[ \t]*(?:-+|=+)[ \t]*$/.test(line)) return false;
      if (line.includes('{/*') || inComment)
        inComment = line.lastIndexOf('{/*') > line.lastIndexOf('*/}') || (inComment && !line.includes('*/}'));
      if (!line.includes('<')) return true;
      for (const [tag] of line.matchAll(/<\/?[A-Z]\w*[^>]*>?/g)) {
        if (!tag.endsWith('>')) return false;
        if (!tag.endsWith('/>')) depth += tag.startsWith('</') ? -1 : 1;
      }
      return true;
    },
  };
}

/** Where the front matter is over. */
function bodyStart(text: string): number {
  if (!text.startsWith('---\n')) return 0;
  const end = /^---[ \t]*$/m.exec(text.slice(4));
  return end === null ? 0 : 4 + end.index + end[0].length + 1;
}
