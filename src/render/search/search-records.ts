import type { Nodes } from 'mdast';
import type { Catalog, HandbookPage, System } from '../../core/catalog/catalog.ts';
import type { Section } from '../../core/document/document.ts';
import { plainText } from '../../core/document/plain-text.ts';
import type { QuestionAnswer } from '../../core/improvement/improvement.ts';
import type { Postmortem } from '../../core/postmortem/postmortem.ts';
import { type ImprovementState, questions, sections } from '../../core/vocabulary.ts';
import { escapeHtml } from '../html/escape.ts';

/** A page as the search index is given it: an address without the base path, and HTML with nothing but words and headings. */
export interface SearchRecord {
  url: string;
  html: string;
}

/**
 * Everything that can be found: a record for each postmortem and each guide, with a heading for each section. An
 * improvement is a third-level heading in it, a risk a fourth-level one: that is how the search tells them apart.
 */
export function* searchRecords(catalog: Catalog): Generator<SearchRecord> {
  const context: Context = {
    systems: new Map(catalog.systems.map((system) => [system.id, system])),
    people: new Map(catalog.people?.map(({ handle, name }) => [handle, name])),
  };
  const severities = new Map(catalog.settings.severities.map(({ level, name }) => [level, name]));
  for (const postmortem of catalog.postmortems) {
    const { facts, date, document, id } = postmortem;
    const kinds = ['postmortem'];
    const answers = Object.values(postmortem.questions);
    if (answers.some(({ improvements }) => improvements.length > 0)) kinds.push('improvement');
    if (postmortem.questions['other-areas-of-risk']?.ideas.length) kinds.push('risk');
    yield {
      url: `/postmortems/${id}/`,
      html: pageHtml(
        {
          severity: `${facts.severity} ${severities.get(facts.severity) ?? ''}`.trim(),
          ...(date === null ? {} : { date }),
          title: facts.title,
          kind: 'postmortem',
        },
        { ...filtersOf(postmortem, context), kind: kinds },
        document.sections
          .map((section) => {
            const question = questions.find((name) => name === section.slug);
            const answer = question && postmortem.questions[question];
            return answer ? answerHtml(section, answer, context) : sectionHtml(section);
          })
          .join(''),
      ),
    };
  }
  for (const page of catalog.handbook) yield handbookRecord(page);
  // Of no pages Pagefind makes an index that its own script can't open.
  if (catalog.postmortems.length + catalog.handbook.length === 0)
    yield { url: '/', html: pageHtml({ title: 'The first page' }, {}, '<p>No postmortem yet.</p>') };
}

interface Context {
  systems: ReadonlyMap<string, System>;
  /** Names by handle. */
  people: ReadonlyMap<string, string>;
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

function filtersOf({ facts, date }: Postmortem, { systems }: Context): Record<string, string[]> {
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

function pageHtml(
  meta: Record<string, string> & { title: string },
  filters: Record<string, string[]>,
  body: string,
): string {
  const head = [
    ...Object.entries(meta).map(
      ([key, value]) => `<meta data-pagefind-meta="${key}[content]" content="${escapeHtml(value)}">`,
    ),
    ...Object.entries(filters).flatMap(([key, values]) =>
      values.map((value) => `<meta data-pagefind-filter="${key}[content]" content="${escapeHtml(value)}">`),
    ),
  ];
  return `<!doctype html><html lang="en"><head>${head.join('')}</head><body data-pagefind-body><h1>${escapeHtml(meta.title)}</h1>${body}</body></html>`;
}

function sectionHtml(section: Section): string {
  return headingHtml(section) + section.nodes.map(blockHtml).join('');
}

/** What was committed to stands behind all else of its question: a heading owns the words up to the next one. */
function answerHtml(section: Section, answer: QuestionAnswer, { systems, people }: Context): string {
  const { question, prose, ideas, improvements } = answer;
  const isRisks = question === 'other-areas-of-risk';
  const { name } = sections[question];
  const pieces = [
    headingHtml(section),
    ...prose.map(blockHtml),
    ...(isRisks ? [] : ideas.map(({ text, blocks }) => wordsHtml(text) + blocks.map(blockHtml).join(''))),
    ...improvements.map(({ anchor, title, owner, state, ticket, blocks }) => {
      const person = owner === null ? null : (people.get(owner) ?? `@${owner}`);
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

function headingHtml({ anchor, slug, heading }: Section): string {
  const name = slug === null ? heading : sections[slug].name;
  return name === null ? '' : `<h2 id="${escapeHtml(anchor)}">${escapeHtml(name)}</h2>`;
}

/** The heading is what a result shows and links to. */
function pieceHtml(level: 'h3' | 'h4', anchor: string, title: string, about: string): string {
  return `<${level} id="${escapeHtml(anchor)}">${escapeHtml(title)}</${level}>${wordsHtml(about)}`;
}

function wordsHtml(text: string): string {
  return text === '' ? '' : `<p>${escapeHtml(text)}</p>`;
}

function blockHtml(node: Nodes): string {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxjsEsm' || node.type === 'definition') return '';
  if (node.type === 'code' && node.lang === 'mermaid') return '';
  if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
    return node.children.map((child) => blockHtml(child)).join('');
  return wordsHtml(plainText([node]));
}
