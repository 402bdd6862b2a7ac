import type { Hypothesis } from '../improvement/improvement.ts';
import { mermaidText } from '../mermaid/mermaid-text.ts';
import { type Standing, standingNames, standingOf } from './standing.ts';

/** More than this is a thicket; the table beside it says it all. */
const mostNodes = 40;
const longest = 70;

/** Arrows tell as well: crossed out, thick, plain, dotted. */
const arrows: Readonly<Record<Standing, string>> = {
  'ruled out': '--x',
  confirmed: '==>',
  inconclusive: '-->',
  untested: '-.->',
};

/** Hypotheses and their tests as Mermaid text, left to right; null where there is none, or too many to be read in a drawing. */
export function hypothesisTree(title: string, hypotheses: readonly Hypothesis[]): string | null {
  const count = hypotheses.reduce((sum, { tests }) => sum + 1 + tests.length, 1);
  if (hypotheses.length === 0 || count > mostNodes) return null;
  return [
    '%%{init: {"flowchart": {"padding": 10, "nodeSpacing": 14, "rankSpacing": 40}}}%%',
    'flowchart LR',
    '  accTitle: Hypotheses and what became of them',
    '  accDescr: Each hypothesis with its tests and their results. The table below says the same in words.',
    `  root(["${label(title)}"])`,
    ...hypotheses.flatMap((hypothesis, at) => {
      const standing = standingOf(hypothesis);
      return [
        `  h${at}["${label(hypothesis.text, standing)}"]`,
        `  root ${arrows[standing]} h${at}`,
        ...hypothesis.tests.flatMap(({ text, verdict }, nth) => [
          `  h${at}t${nth}("${label(text, verdict ?? 'untested')}")`,
          `  h${at} ${arrows[verdict ?? 'untested']} h${at}t${nth}`,
        ]),
      ];
    }),
  ].join('\n');
}

function label(text: string, standing?: Standing): string {
  const lines = [shorten(text) || '?', ...(standing === undefined ? [] : [standingNames[standing]])];
  return lines.map(mermaidText).join('<br/>');
}

function shorten(text: string): string {
  const line = text.trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).replace(/[\s,;:.]+$/, '')}…`;
}
