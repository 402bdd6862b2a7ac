import { type Problem, problem } from '../diagnostic.ts';
import type { SourceText } from './document.ts';

/** Where the front matter lies in the text. */
export interface FrontMatterBlock {
  /** Null where there is none. */
  yaml: string | null;
  /** The line of `yaml`'s first line. */
  firstLine: number;
  /** Where the body begins. */
  bodyStart: number;
  /** The parser finds it by itself; else it must be blanked for it. */
  plain: boolean;
  problems: Problem[];
}

const maximumLength = 20_000;
const top = { line: 1, column: 1 };

/** Finds the front matter, also where its fences are not quite right. */
export function findFrontMatter({ text, placeAt }: SourceText): FrontMatterBlock {
  const opening = /^(\s*?)(-{3,}|\+{3})[ \t]*(?:\n|$)/.exec(text.slice(0, 2_000));
  const missing = (message: string, hint: string): FrontMatterBlock => ({
    yaml: null,
    firstLine: 1,
    bodyStart: 0,
    plain: true,
    problems: [problem('front-matter-missing', top, message, hint)],
  });
  if (opening === null)
    return missing(
      text.trim() === ''
        ? 'This file is empty.'
        : 'This file does not begin with front matter, the few lines between --- and --- that hold its title.',
      'Begin the file with a line ---, a line like title: What happened, and a line --- again.',
    );
  const [whole, before = '', fence] = opening;
  if (fence?.startsWith('+'))
    return missing(
      'The front matter begins with +++, which is TOML; here it is YAML.',
      'Write --- above and below it, and key: value in between.',
    );
  const start = whole.length;
  const problems: Problem[] = [];
  if (before !== '' || fence !== '---')
    problems.push(
      problem(
        'front-matter-fence',
        placeAt(before.length),
        fence === '---'
          ? 'The front matter begins below the first line of the file.'
          : `The front matter begins with ${fence?.slice(0, 20)} instead of ---.`,
        fence === '---'
          ? 'Delete the blank lines above it, so that --- is the first line.'
          : 'Write three hyphens: ---',
      ),
    );
  const closing = /^(?:-{3,}|\.{3})[ \t]*$/m;
  const found = closing.exec(text.slice(start, start + maximumLength + 10));
  const firstLine = placeAt(start).line;
  if (found === null) {
    const end = guessEnd(text, start);
    problems.push(
      problem(
        'front-matter-fence',
        placeAt(before.length),
        text.length - start > maximumLength && !closing.test(text.slice(start))
          ? 'The front matter that begins here is not ended.'
          : text.length - start > maximumLength
            ? `The front matter is longer than ${maximumLength.toLocaleString('en-US')} characters, which is the limit.`
            : 'The front matter that begins here is not ended.',
        'Put a line --- after its last key.',
      ),
    );
    return { yaml: text.slice(start, end), firstLine, bodyStart: end, plain: false, problems };
  }
  const yaml = text.slice(start, start + found.index);
  const bodyStart = Math.min(text.length, start + found.index + found[0].length + 1);
  const plain = whole === '---\n' && found[0] === '---';
  return { yaml, firstLine, bodyStart, plain, problems };
}

/** Where front matter without an end most likely ends: before a blank line or the first heading. */
function guessEnd(text: string, start: number): number {
  const end = /^(?:[ \t]*$|#{2,6} )/m.exec(text.slice(start, start + maximumLength));
  return end === null ? Math.min(text.length, start + maximumLength) : start + end.index;
}
