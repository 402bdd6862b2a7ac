/**
 * The todo.txt words at the end of an item, as a grammar over plain strings: `@ana due:2018-06-01 ticket:OPS-142`.
 * It says which words stand where and what is odd about them; whether a date exists is not its business.
 */
import { mentionForm, type Question } from '../vocabulary.ts';
import { emptyKey, joinDays, readApart, readNear } from './word-slips.ts';

export const improvementKeys = ['owner', 'due', 'ticket', 'status', 'done', 'dropped', 'id'] as const;
export type WordKey = (typeof improvementKeys)[number] | 'system';

/** One word. `start` and `end` are offsets of all of it in the text that was read. */
export interface Word {
  key: WordKey;
  /** What stands after `@` or `key:`; never empty. Blanks stand only in a day that is told in words, `next Friday`. */
  value: string;
  start: number;
  end: number;
}

export type WordFault =
  /** Words with text after them: they belong at the end. One fault for words that stand together. */
  | { kind: 'early'; words: Word[] }
  /** A second word of a key that may stand once. */
  | { kind: 'twice'; word: Word; first: Word }
  /** A key that is nearly a known one; `word.key` is the known one, `written` the other. */
  | { kind: 'near'; word: Word; written: string }
  /** `due: 2018-06-01` */
  | { kind: 'blank'; word: Word }
  /** `due:` and nothing after it. */
  | { kind: 'empty'; key: WordKey; start: number; end: number }
  /** A word that another kind of item ends with. */
  | { kind: 'foreign'; word: Word };

export interface WordGrammar {
  keys: readonly WordKey[];
  /** Keys of other kinds of items: read where they stand at the end, and reported. */
  foreign: readonly WordKey[];
  /** Keys that may stand more than once. */
  repeatable: readonly WordKey[];
}

export const improvementGrammar: WordGrammar = {
  keys: improvementKeys,
  foreign: ['system'],
  repeatable: [],
};
/** Of an improvement among risks, which may say whose risk it answers. */
export const riskImprovementGrammar: WordGrammar = {
  keys: [...improvementKeys, 'system'],
  foreign: [],
  repeatable: ['system'],
};
export const riskGrammar: WordGrammar = {
  keys: ['system'],
  foreign: ['owner', 'due', 'done', 'dropped'],
  repeatable: ['system'],
};
export const ideaGrammar: WordGrammar = {
  keys: [],
  foreign: ['due', 'done', 'dropped', 'system'],
  repeatable: [],
};
/** Words of the backlog mean nothing in a next action, but its owner may stand among them. */
export const actionGrammar: WordGrammar = {
  keys: ['owner'],
  foreign: ['due', 'ticket', 'status', 'done', 'dropped', 'id'],
  repeatable: ['owner'],
};

export function improvementGrammarOf(question: Question): WordGrammar {
  return question === 'other-areas-of-risk' ? riskImprovementGrammar : improvementGrammar;
}

export interface ReadWords {
  /** The text without the words at its end. */
  text: string;
  /** The words that count, in the order written: at most one of a key that may stand once. */
  words: Word[];
  /** In the order written. */
  faults: WordFault[];
}

/** Letters between blanks, and where they stand; a day in several words, `due:next Friday`, is one. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/** Reads a text and the words at its end. Takes linear time and never throws. */
export function readWords(line: string, grammar: WordGrammar): ReadWords {
  // A word has one of the two signs in it.
  if (!line.includes(':') && !line.includes('@')) return { text: line.trim(), words: [], faults: [] };
  const tokens: Token[] = [];
  const form = /\S+/g;
  for (let found = form.exec(line); found !== null; found = form.exec(line))
    tokens.push({ text: found[0], start: found.index, end: form.lastIndex });
  return readTokens(line.includes('d') ? joinDays(tokens, line) : tokens, line, grammar);
}

function readTokens(tokens: readonly Token[], line: string, grammar: WordGrammar): ReadWords {
  const { first, found, faults } = readEnd(tokens, grammar);
  const words: Word[] = [];
  const seen = new Map<WordKey, Word>();
  const count = (word: Word): boolean => {
    const before = grammar.repeatable.includes(word.key) ? undefined : seen.get(word.key);
    if (before) faults.push({ kind: 'twice', word, first: before });
    else words.push(word);
    if (!before) seen.set(word.key, word);
    return !before;
  };
  for (const word of found) count(word);
  const hasOwner = seen.has('owner');
  // An `@name` alone is text, so without a colon there is nothing to find.
  const hasEarly = line.lastIndexOf(':', (tokens[first]?.start ?? line.length) - 1) !== -1;
  for (const run of hasEarly ? readEarly(tokens.slice(0, first), grammar) : []) {
    // Beside an owner at the end, an earlier `@name` is text.
    const early = run.filter((word) => !(word.key === 'owner' && hasOwner) && count(word));
    if (early.length > 0) faults.push({ kind: 'early', words: early });
  }
  words.sort((a, b) => a.start - b.start);
  return {
    text: line.slice(0, tokens[first - 1]?.end ?? 0).trimStart(),
    words,
    faults: onePerSlip(faults, new Set(words)).sort((a, b) => startOf(a) - startOf(b)),
  };
}

/** A word that stands too often is not blamed for its spelling as well, and the same slip is told once. */
function onePerSlip(faults: readonly WordFault[], counted: ReadonlySet<Word>): WordFault[] {
  const told = new Set<string>();
  return faults.filter((fault) => {
    if (fault.kind === 'early') return true;
    if (fault.kind === 'near' || fault.kind === 'blank') return counted.has(fault.word);
    const slip = `${fault.kind} ${fault.kind === 'empty' ? fault.key : fault.word.key}`;
    const isNew = !told.has(slip);
    told.add(slip);
    return isNew;
  });
}

/** Writes a text with words at its end; reading it gives both again. */
export function printWords(text: string, words: readonly Pick<Word, 'key' | 'value'>[]): string {
  return [...(text === '' ? [] : [text]), ...words.map(printWord)].join(' ');
}

export function printWord({ key, value }: Pick<Word, 'key' | 'value'>): string {
  return key === 'owner' ? `@${value}` : `${key}:${value}`;
}

/** Where a fault is to be shown. */
export function startOf(fault: WordFault): number {
  if (fault.kind === 'empty') return fault.start;
  return fault.kind === 'early' ? (fault.words[0]?.start ?? 0) : fault.word.start;
}

/** The last run of words: the index of its first token, and what it holds. */
function readEnd(
  tokens: readonly Token[],
  grammar: WordGrammar,
): { first: number; found: Word[]; faults: WordFault[] } {
  const found: Word[] = [];
  const faults: WordFault[] = [];
  let first = tokens.length;
  while (first > 0) {
    const read = readLast(tokens[first - 1] as Token, tokens[first - 2], grammar);
    if (!read) break;
    if (read.word) found.push(read.word);
    if (read.fault) faults.push(read.fault);
    first -= read.fault?.kind === 'blank' ? 2 : 1;
  }
  // Where no word stands beside it, an `@name` is text, as it is anywhere else in the line.
  if (found.length === 0 && faults.every(isForeignOwner))
    return { first: tokens.length, found: [], faults: [] };
  return { first, found: found.reverse(), faults: faults.reverse() };
}

const isForeignOwner = (fault: WordFault): boolean => fault.kind === 'foreign' && fault.word.key === 'owner';

/** A token as a word, or as what was nearly one; null for text. */
function readLast(
  token: Token,
  before: Token | undefined,
  { keys, foreign }: WordGrammar,
): { word?: Word; fault?: WordFault } | null {
  const word = readWord(token, keys);
  if (word) return { word };
  const stranger = readWord(token, foreign);
  if (stranger) return { fault: { kind: 'foreign', word: stranger } };
  const near = readNear(token, keys);
  if (near) return { word: near.word, fault: { kind: 'near', ...near } };
  const apart = readApart(before, token, keys);
  if (apart) return { word: apart, fault: { kind: 'blank', word: apart } };
  const key = emptyKey(token, keys);
  return key ? { fault: { kind: 'empty', key, start: token.start, end: token.end } } : null;
}

/** Runs of words with text after them that hold at least one `key:value`; an `@name` alone is text. */
function readEarly(tokens: readonly Token[], grammar: WordGrammar): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = (): void => {
    if (run.length === 0) return;
    if (run.some((word) => word.key !== 'owner')) runs.push(run);
    run = [];
  };
  for (const token of tokens) {
    const word = readWord(token, grammar.keys);
    if (word) run.push(word);
    else close();
  }
  close();
  return runs;
}

function readWord({ text, start, end }: Token, keys: readonly WordKey[]): Word | null {
  if (text.startsWith('@')) {
    if (!keys.includes('owner') || !mentionForm.test(text.slice(1))) return null;
    return { key: 'owner', value: text.slice(1), start, end };
  }
  const colon = text.indexOf(':');
  if (colon === -1) return null;
  const key = keys.find((known) => known !== 'owner' && known === text.slice(0, colon));
  if (!key || colon + 1 === text.length) return null;
  return { key, value: text.slice(colon + 1).trimStart(), start, end };
}
