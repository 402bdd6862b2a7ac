import { createHash } from 'node:crypto';
import { lintRules } from '../../src/core/lint/registry.ts';
import { passagesOf } from '../../src/core/lint/passage.ts';
import type { Postmortem } from '../../src/core/postmortem/postmortem.ts';
import { defaultSettings } from '../../src/core/catalog/settings.ts';
import type { Weight } from '../../src/core/diagnostic.ts';

/** What a rule found, with enough around it for a person to say whether it is right. */
export interface LintFinding {
  rule: string;
  weight: Weight;
  file: string;
  line: number;
  sentence: string;
  /** Of the sentence's words: tells the same finding again without carrying anybody's text. */
  digest: string;
  message: string;
}

/** Asks every rule, those that are off too. What comments disable in the file is found all the same. */
export function findingsIn(postmortem: Postmortem, rules: readonly string[] | null = null): LintFinding[] {
  const { document, facts, file } = postmortem;
  const input = {
    postmortem,
    document,
    passages: passagesOf(document, facts.title),
    settings: defaultSettings,
    people: null,
  };
  return lintRules
    .filter(({ guide }) => rules === null || rules.includes(guide.rule))
    .flatMap(({ guide: { rule }, weight, find }) =>
      find(input).map(({ place, message }) => {
        const sentence = sentenceAt(document.source.text, place.line, place.column);
        return { rule, weight, file, line: place.line, sentence, digest: digestOf(sentence), message };
      }),
    );
}

/** The sentence, or the part of a list or a table, that stands at a place; blanks and line breaks made one. */
function sentenceAt(text: string, line: number, column: number): string {
  const lines = text.split('\n');
  const isWall = (at: number): boolean => /^\s*(?:$|[-*+] |\d+[.)] |#|\||```)/.test(lines[at] ?? '');
  let first = line - 1;
  while (first > 0 && !isWall(first) && (lines[first - 1] ?? '').trim() !== '') first -= 1;
  let last = line - 1;
  while (last + 1 < lines.length && !isWall(last + 1)) last += 1;
  const block = lines.slice(first, last + 1).join('\n');
  const at = lines.slice(first, line - 1).join('\n').length + (line - 1 > first ? 1 : 0) + column - 1;
  const from = Math.max(0, ...[...block.slice(0, at).matchAll(/[.!?]\s+/g)].map((end) => end.index + end[0].length));
  const stop = /[.!?](?=\s|$)/.exec(block.slice(at));
  return block
    .slice(from, stop === null ? undefined : at + stop.index + 1)
    .replace(/\s+/g, ' ')
    .trim();
}

function digestOf(sentence: string): string {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 16);
}
