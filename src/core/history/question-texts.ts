import { type Question, questions, sections } from '../vocabulary.ts';

const questionsByName = new Map<string, Question>(
  questions.map((question) => [sections[question].name.toLowerCase(), question]),
);

/**
 * Cuts the sections of the five questions out of a file by its lines alone, which takes a hundredth of the time that
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
  let fence: string | null = null;
  let inComment = false;
  let depth = 0;
  let previous = '';
  for (let start = bodyStart(text), end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    const line = text.slice(start, end);
    const before = previous;
    previous = line;
    const heading = /^([ \t]*)##(?!#)(?:[ \t]+(.*))?$/.exec(line);
    if (heading !== null) {
      // Inside of a comment, code or a component, or in a list, it may be none.
      if (fence !== null || inComment || depth !== 0 || heading[1] !== '') return null;
      const name = (heading[2] ?? '').replace(/(?:^|[ \t]+)#+[ \t]*$/, '').trim();
      if (/[*_`[\]<>&\\{}~|]/.test(name)) return null;
      close(start);
      const question = questionsByName.get(name.toLowerCase());
      open = question === undefined ? null : { question, start };
      continue;
    }
    const mark = /^[ \t]*(`{3,}|~{3,})(.*)$/.exec(line);
    // Deep in a list, where it ends is the list's business.
    if (mark !== null && /^(?: {4}|[ \t]*\t)/.test(line)) return null;
    if (fence !== null) {
      const [, signs = '', rest = ''] = mark ?? [];
      if (signs.startsWith(fence) && rest.trim() === '') fence = null;
      continue;
    }
    if (mark !== null && !(mark[1]?.startsWith('`') && mark[2]?.includes('`'))) {
      fence = mark[1] ?? null;
      continue;
    }
    // A heading that is written with a line below it.
    if (/^[ \t]*(?:-+|=+)[ \t]*$/.test(line) && before.trim() !== '') return null;
    if (line.includes('{/*') || inComment)
      inComment = line.lastIndexOf('{/*') > line.lastIndexOf('*/}') || (inComment && !line.includes('*/}'));
    if (line.includes('<'))
      for (const [tag] of line.matchAll(/<\/?[A-Z]\w*[^>]*>?/g)) {
        if (!tag.endsWith('>')) return null;
        if (!tag.endsWith('/>')) depth += tag.startsWith('</') ? -1 : 1;
      }
  }
  close(text.length);
  return found;
}

/** Where the front matter is over. */
function bodyStart(text: string): number {
  if (!text.startsWith('---\n')) return 0;
  const end = /^---[ \t]*$/m.exec(text.slice(4));
  return end === null ? 0 : 4 + end.index + end[0].length + 1;
}
