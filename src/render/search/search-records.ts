import type { Nodes } from 'mdast';
import type { Catalog, HandbookPage } from '../../core/catalog/catalog.ts';
import type { Section } from '../../core/document/document.ts';
import { plainText } from '../../core/document/plain-text.ts';
import type { Postmortem } from '../../core/postmortem/postmortem.ts';
import { type ImprovementState, questions, sections } from '../../core/vocabulary.ts';
import { escapeHtml } from '../html/escape.ts';

/** A page as the search index is given it: an address without the base path, and HTML with nothing but words and headings. */
export interface SearchRecord {
  url: string;
  html: string;
}

/**
 * Everything that can be found: postmortems and guides by section, and beside each postmortem one record for its
 * improvements and one for its risks, with a heading a piece. One record a piece would be nearer at hand, but costs the
 * build three seconds in a thousand postmortems and the reader's first search 120 kB.
 */
export function* searchRecords(catalog: Catalog): Generator<SearchRecord> {
  const systems = new Map(catalog.systems.map((system) => [system.id, system]));
  const names = new Map(catalog.people?.map(({ handle, name }) => [handle, name]));
  const severities = new Map(catalog.settings.severities.map(({ level, name }) => [level, name]));
  const nameOf = (system: string): string => systems.get(system)?.name ?? system;
  for (const postmortem of catalog.postmortems) {
    const { facts, date, document, id } = postmortem;
    const url = `/postmortems/${id}/`;
    const filters = filtersOf(postmortem, systems);
    const meta = {
      severity: `${facts.severity} ${severities.get(facts.severity) ?? ''}`.trim(),
      ...(date === null ? {} : { date }),
    };
    yield {
      url,
      html: pageHtml(
        { ...meta, title: facts.title, kind: 'postmortem' },
        { ...filters, kind: ['postmortem'] },
        `<h1>${escapeHtml(facts.title)}</h1>${document.sections.map(sectionHtml).join('')}`,
      ),
    };
    const answers = questions.flatMap((question) => postmortem.questions[question] ?? []);
    const improvements = answers.flatMap((answer) =>
      answer.improvements.map((improvement) => ({ improvement, question: sections[answer.question].name })),
    );
    if (improvements.length > 0)
      yield {
        url: `${url}#improvements`,
        html: pageHtml(
          { ...meta, title: 'Improvements', kind: 'improvement', incident: facts.title },
          { ...filters, kind: ['improvement'] },
          improvements
            .map(({ improvement: { anchor, title, owner, state }, question }) => {
              const person = owner === null ? '' : `, ${names.get(owner) ?? `@${owner}`}`;
              return pieceHtml(anchor, title, `${question}${person}, ${stateWords[state]}`);
            })
            .join(''),
        ),
      };
    const risks = postmortem.questions['other-areas-of-risk']?.ideas ?? [];
    if (risks.length > 0) {
      const threatened = [...new Set(risks.flatMap((risk) => risk.systems))].map(nameOf);
      yield {
        url: `${url}#risks`,
        html: pageHtml(
          { ...meta, title: 'Risks', kind: 'risk', incident: facts.title },
          { ...filters, kind: ['risk'], system: [...new Set([...(filters.system ?? []), ...threatened])] },
          risks
            .map((risk) => pieceHtml(risk.anchor, risk.text, risk.systems.map(nameOf).join(', ')))
            .join(''),
        ),
      };
    }
  }
  for (const page of catalog.handbook) yield handbookRecord(page);
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
      `<h1>${escapeHtml(title)}</h1>${document.sections.map(sectionHtml).join('')}`,
    ),
  };
}

function filtersOf(
  { facts, date }: Postmortem,
  systems: ReadonlyMap<string, { name: string; team: string | null }>,
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

function pageHtml(meta: Record<string, string>, filters: Record<string, string[]>, body: string): string {
  const head = [
    ...Object.entries(meta).map(
      ([key, value]) => `<meta data-pagefind-meta="${key}[content]" content="${escapeHtml(value)}">`,
    ),
    ...Object.entries(filters).flatMap(([key, values]) =>
      values.map((value) => `<meta data-pagefind-filter="${key}[content]" content="${escapeHtml(value)}">`),
    ),
  ];
  return `<!doctype html><html lang="en"><head>${head.join('')}</head><body data-pagefind-body>${body}</body></html>`;
}

function sectionHtml({ anchor, slug, heading, nodes }: Section): string {
  const name = slug === null ? heading : sections[slug].name;
  const title = name === null ? '' : `<h2 id="${escapeHtml(anchor)}">${escapeHtml(name)}</h2>`;
  return title + nodes.map(blockHtml).join('');
}

/** The heading is what a result shows and links to. */
function pieceHtml(anchor: string, title: string, about: string): string {
  return `<h3 id="${escapeHtml(anchor)}">${escapeHtml(title)}</h3><p>${escapeHtml(about)}</p>`;
}

function blockHtml(node: Nodes): string {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxjsEsm' || node.type === 'definition') return '';
  if (node.type === 'code' && node.lang === 'mermaid') return '';
  if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
    return node.children.map((child) => blockHtml(child)).join('');
  const text = plainText([node]);
  return text === '' ? '' : `<p>${escapeHtml(text)}</p>`;
}
