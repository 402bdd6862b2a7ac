import type { Nodes } from 'mdast';
import type { HandbookPage } from '../../core/catalog/catalog.ts';
import type { CatalogIndex } from '../../core/catalog/catalog-index.ts';
import type { Section } from '../../core/document/document.ts';
import { plainText } from '../../core/document/plain-text.ts';
import type { QuestionAnswer } from '../../core/improvement/improvement.ts';
import type { Postmortem } from '../../core/postmortem/postmortem.ts';
import type { Timeline, TimelineEntry } from '../../core/timeline/timeline.ts';
import { type ImprovementState, questions, sections } from '../../core/vocabulary.ts';
import { escapeHtml } from '../html/escape.ts';
import { namedRecords } from './named-records.ts';
import { pageHtml, type SearchRecord, wordsHtml } from './record-html.ts';

/**
 * Everything that can be found: a record for each postmortem and each guide, with a heading for each section, and a short
 * one for each system, team and person. An improvement is a third-level heading in it, a risk a fourth-level one: that
 * is how the search tells them apart.
 */
export function* searchRecords(index: CatalogIndex): Generator<SearchRecord> {
  const { catalog, severities } = index;
  for (const postmortem of catalog.postmortems) {
    const { facts, date, document, id, timeline } = postmortem;
    const kinds = ['postmortem'];
    const answers = Object.values(postmortem.questions);
    if (answers.some(({ improvements }) => improvements.length > 0)) kinds.push('improvement');
    if (postmortem.questions['other-areas-of-risk']?.ideas.length) kinds.push('risk');
    yield {
      url: `/postmortems/${id}/`,
      html: pageHtml(
        {
          severity: `${facts.severity} ${severities.get(facts.severity)?.name ?? ''}`.trim(),
          ...(date === null ? {} : { date }),
          title: facts.title,
          kind: 'postmortem',
        },
        { ...filtersOf(postmortem, index), kind: kinds },
        document.sections
          .map((section) => {
            const question = questions.find((name) => name === section.slug);
            const answer = question && postmortem.questions[question];
            if (answer) return answerHtml(section, answer, index);
            return section.slug === 'timeline' && timeline
              ? headingHtml(section) + timelineHtml(timeline)
              : sectionHtml(section);
          })
          .join(''),
      ),
    };
  }
  for (const page of catalog.handbook) yield handbookRecord(page);
  const named = [...namedRecords(index)];
  yield* named;
  // Of no pages Pagefind makes an index that its own script can't open.
  if (catalog.postmortems.length + catalog.handbook.length + named.length === 0)
    yield { url: '/', html: pageHtml({ title: 'The first page' }, {}, '<p>No postmortem yet.</p>') };
}

const stateWords: Record<ImprovementState, string> = {
  new: 'new',
  accepted: 'accepted',
  resolved: 'resolved',
  verified: 'verified',
  closed: 'done',
  dropped: 'dropped',
};

function handbookRecord({ id, title, document }: HandbookPage): SearchRecord {
  return {
    url: id === 'index' ? '/handbook/' : `/handbook/${id}/`,
    html: pageHtml(
      { title, kind: 'handbook' },
      { kind: ['handbook'] },
      document.sections.map(sectionHtml).join(''),
    ),
  };
}

function filtersOf(
  { facts, date }: Postmortem,
  { systems }: Pick<CatalogIndex, 'systems'>,
): Record<string, string[]> {
  const teams = new Set(facts.systems.flatMap((id) => systems.get(id)?.team ?? []));
  return {
    severity: [String(facts.severity)],
    status: [facts.status],
    ...(date === null ? {} : { year: [date.slice(0, 4)] }),
    ...(facts.systems.length === 0 ? {} : { system: facts.systems.map((id) => systems.get(id)?.name ?? id) }),
    ...(teams.size === 0 ? {} : { team: [...teams] }),
    ...(facts.tags.length === 0 ? {} : { tag: facts.tags }),
  };
}

function sectionHtml(section: Section): string {
  return headingHtml(section) + section.nodes.map(blockHtml).join('');
}

/** What was committed to stands behind all else of its question: a heading owns the words up to the next one. */
function answerHtml(section: Section, answer: QuestionAnswer, { systems, people }: CatalogIndex): string {
  const { question, prose, ideas, improvements } = answer;
  const isRisks = question === 'other-areas-of-risk';
  const { name } = sections[question];
  const pieces = [
    headingHtml(section),
    ...prose.map(blockHtml),
    ...(isRisks ? [] : ideas.map(({ text, blocks }) => wordsHtml(text) + blocks.map(blockHtml).join(''))),
    ...improvements.map(({ anchor, title, owner, state, ticket, blocks }) => {
      const person = owner === null ? null : (people.get(owner)?.name ?? `@${owner}`);
      const about = [name, person, stateWords[state], ticket].filter((word) => word !== null).join(', ');
      return pieceHtml('h3', anchor, title, about) + blocks.map(blockHtml).join('');
    }),
    ...(isRisks ? ideas : []).map(({ anchor, text, systems: threatened, blocks }) => {
      const names = threatened.map((id) => systems.get(id)?.name ?? id).join(', ');
      return pieceHtml('h4', anchor, text, names) + blocks.map(blockHtml).join('');
    }),
  ];
  return pieces.join('');
}

/** Written anew, so that an excerpt tells the labels of an entry from what happened. */
function timelineHtml({ introduction, entries }: Timeline): string {
  let day = '';
  const written = entries.map((entry) => {
    const { date } = entry.time;
    const first = date === day ? entryWords(entry) : `${date} ${entryWords(entry)}`;
    day = date;
    return wordsHtml(first) + entry.blocks.map(blockHtml).join('');
  });
  return introduction.map(blockHtml).join('') + written.join('');
}

function entryWords({ time, marks, kinds, text }: TimelineEntry): string {
  const until = time.endClock === null ? '' : `–${time.endClock}`;
  const clock = `${time.approximate ? '~' : ''}${time.clock}${until}`;
  const labels = [...marks, ...kinds].join(', ');
  return `${clock}${labels && ` ${labels}:`} ${text}`.trim();
}

function headingHtml({ anchor, slug, heading }: Section): string {
  const name = slug === null ? heading : sections[slug].name;
  return name === null ? '' : `<h2 id="${escapeHtml(anchor)}">${escapeHtml(name)}</h2>`;
}

/** The heading is what a result shows and links to. */
function pieceHtml(level: 'h3' | 'h4', anchor: string, title: string, about: string): string {
  return `<${level} id="${escapeHtml(anchor)}">${escapeHtml(title)}</${level}>${wordsHtml(about)}`;
}

function blockHtml(node: Nodes): string {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxjsEsm' || node.type === 'definition') return '';
  if (node.type === 'code' && node.lang === 'mermaid') return '';
  if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
    return node.children.map((child) => blockHtml(child)).join('');
  return wordsHtml(plainText([node]));
}
