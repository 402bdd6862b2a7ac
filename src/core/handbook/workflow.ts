import { isOpen } from '../improvement/backlog.ts';
import { writtenStates } from '../improvement/word-problems.ts';
import { stateMeanings, statusMeanings } from '../language/meanings.ts';
import { mermaidText } from '../mermaid/mermaid-text.ts';
import { statusNeeds } from '../postmortem/status-needs.ts';
import {
  type ImprovementState,
  improvementStates,
  type SectionSlug,
  type Status,
  sections,
  statuses,
} from '../vocabulary.ts';
import { wordList } from '../word-list.ts';

/** How something goes from its first state to its last, made from what the product itself goes by. */
export interface Workflow {
  /** As Mermaid text. */
  source: string;
  steps: {
    state: string;
    meaning: string;
    /** What a file must have to be in this state; how an improvement in it is written. */
    asks: string;
  }[];
}

/** The statuses of a postmortem's file, with what `check` asks for at each. */
export function postmortemWorkflow(): Workflow {
  const arrows = statuses.map((status, at) => {
    const from = statuses[at - 1] ?? '[*]';
    return `  ${from} --> ${status} : ${arrowWords(status).map(mermaidText).join('<br/>')}`;
  });
  return {
    source: diagram('How a postmortem goes from a ticket to a reviewed page', 'TB', [
      ...arrows,
      `  ${statuses.at(-1)} --> [*]`,
    ]),
    steps: statuses.map((status) => ({
      state: status,
      meaning: statusMeanings[status],
      asks: asksOf(status).join('; '),
    })),
  };
}

/** The states of an improvement. */
export function improvementWorkflow(): Workflow {
  const way = improvementStates.filter((state) => state !== 'dropped');
  const open = improvementStates.filter((state) => isOpen({ state }));
  return {
    source: diagram('How an improvement goes from new to closed', 'LR', [
      `  [*] --> ${way[0]}`,
      ...way.slice(1).map((state, at) => `  ${way[at]} --> ${state}`),
      ...open.map((state) => `  ${state} --> dropped`),
    ]),
    steps: improvementStates.map((state) => ({
      state,
      meaning: stateMeanings[state],
      asks: writtenForm(state),
    })),
  };
}

/** What a status asks for that the one before it does not. */
function asksOf(status: Status): string[] {
  const { oneOf, written, marks, questions } = statusNeeds[status];
  return [
    ...(oneOf.length === 0 ? [] : [wordList(named(oneOf), 'or')]),
    ...(written.length === 0 ? [] : [`${wordList(named(written), 'and')}, written`]),
    ...(marks.length === 0 ? [] : [`the marks ${wordList(marks, 'and')}`]),
    ...(questions
      ? ['all five questions, answered', 'an owner and a date on every improvement', 'the day of the meeting']
      : []),
  ];
}

/** The same, as short as an arrow wants it. */
function arrowWords(status: Status): string[] {
  const { oneOf, written, marks, questions } = statusNeeds[status];
  return [
    ...(oneOf.length === 0 ? [] : [wordList(named(oneOf), 'or')]),
    ...named(written),
    ...marks,
    ...(questions ? ['five questions', 'owners, dates', 'the meeting'] : []),
  ];
}

/** How an improvement in a state looks in a file. */
function writtenForm(state: ImprovementState): string {
  if (state === 'closed') return '- [x] Words done:2026-11-18';
  if (state === 'dropped') return '- [x] Words dropped:2026-11-18';
  return writtenStates.some((written) => written === state) ? `- [ ] Words status:${state}` : '- [ ] Words';
}

function named(slugs: readonly SectionSlug[]): string[] {
  return slugs.map((slug) => sections[slug].name);
}

function diagram(title: string, direction: 'TB' | 'LR', lines: readonly string[]): string {
  return [
    'stateDiagram-v2',
    `  direction ${direction}`,
    `  accTitle: ${title}`,
    '  accDescr: Each arrow leads to the next state. The table says the same in words.',
    ...lines,
  ].join('\n');
}
