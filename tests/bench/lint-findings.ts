import { createHash } from 'node:crypto';
import type { Person } from '../../src/core/catalog/catalog.ts';
import { defaultSettings } from '../../src/core/catalog/settings.ts';
import type { Weight } from '../../src/core/diagnostic.ts';
import { lint } from '../../src/core/lint/lint.ts';
import { lintRules } from '../../src/core/lint/registry.ts';
import type { Postmortem } from '../../src/core/postmortem/postmortem.ts';

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

/** Asks every rule, those that are off too. */
export function findingsIn(postmortem: Postmortem, people: readonly Person[] | null = null): LintFinding[] {
  const { document, file } = postmortem;
  return lint(postmortem, { settings: { ...defaultSettings, rules: allOn }, people, systems: [] })
    .filter(({ rule }) => weights.has(rule))
    .map(({ rule, place, message }) => {
      const sentence = sentenceAt(document.source.text, place.line, place.column);
      const weight = weights.get(rule) ?? 'off';
      return { rule, weight, file, line: place.line, sentence, digest: digestOf(sentence), message };
    });
}

const weights = new Map(lintRules.map(({ guide, weight }) => [guide.rule, weight]));
const allOn = Object.fromEntries(
  [...weights].map(([rule, weight]) => [rule, weight === 'off' ? 'advice' : weight]),
);

/** The sentence, or the part of a list or a table, that stands at a place; blanks and line breaks made one. */
function sentenceAt(text: string, line: number, column: number): string {
  const lines = text.split('\n');
  const isWall = (at: number): boolean => /^\s*(?:$|[-*+] |\d+[.)] |#|\||```)/.test(lines[at] ?? '');
  let first = line - 1;
  while (first > 0 && !isWall(first) && (lines[first - 1] ?? '').trim() !== '') first -= 1;
  let last = line - 1;
  // A heading stands for what is said under it.
  if (/^#/.test(lines[last] ?? ''))
    return lines
      .slice(last, last + 8)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 300);
  while (last + 1 < lines.length && !isWall(last + 1)) last += 1;
  const block = lines.slice(first, last + 1).join('\n');
  const at = lines.slice(first, line - 1).join('\n').length + (line - 1 > first ? 1 : 0) + column - 1;
  const from = Math.max(
    0,
    ...[...block.slice(0, at).matchAll(/[.!?]\s+/g)].map((end) => end.index + end[0].length),
  );
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
