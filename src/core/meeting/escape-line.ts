import { ideaGrammar, readWords, riskGrammar, type WordGrammar } from '../improvement/words.ts';
import type { Question } from '../vocabulary.ts';

/** Signs that begin something wherever they stand in a line. */
const anywhere = /[\\`*<{[~]/g;

/** An underscore inside a word is a letter to Markdown. */
const underscore = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** What makes a block of a line that begins with it. */
const blockStart = /^(?:[=#>|:]|[-+](?=[-+\s]|$))/;

/**
 * One line as Markdown that reads as the same words: after a bullet, with words of the format behind it or without.
 *
 * @param line from `oneLine`.
 */
export function escapeLine(line: string): string {
  // A bare address becomes a link by its letters alone, and a backslash in it would be one of them.
  const isAwkward = /(?:https?:|www\.|\w@)\S*[\\`*<{}[\]~_&]/i.test(line);
  const escaped = line
    .replace(anywhere, '\\$&')
    .replace(underscore, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');
  const apart = isAwkward
    ? escaped.replace(/(?<=https?|ftp|mailto|xmpp)(?=:)|(?<=www)(?=\.)|(?=@)/gi, '\\')
    : escaped;
  if (/^\d/.test(apart)) return apart.replace(/^(\d{1,9})([.)])/, '$1\\$2');
  return blockStart.test(apart) ? `\\${apart}` : apart;
}

/**
 * A bullet's line with words of the format at its end and none in its text, whatever the text looks like.
 *
 * @param words such as `@ana` and `due:2018-06-01`.
 */
export function itemLine(text: string, words: readonly string[], grammar: WordGrammar): string {
  const plain = escapeLine(text);
  const whole = [plain, ...words].join(' ');
  // As a reader of the file sees it: `\_done:` is `_done:`.
  const shown = plain.replace(/\\([_*~])/g, '$1');
  const { text: read, words: found, faults } = readWords([shown, ...words].join(' '), grammar);
  if (read === shown && found.length === words.length && faults.length === 0) return whole;
  // A backslash would be one of a bare address's letters, so none may be left in the line.
  const apart = plain
    .replace(/(?<!\\)@/g, '\\@')
    .replace(/(?<!\\):/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.');
  return [apart, ...words].join(' ');
}

export function ideaGrammarOf(question: Question): WordGrammar {
  return question === 'other-areas-of-risk' ? riskGrammar : ideaGrammar;
}
