import type { Nodes } from 'mdast';
import type { Catalog, HandbookPage } from '../../core/catalog/catalog.ts';
import { plainText } from '../../core/document/plain-text.ts';
import type { Postmortem } from '../../core/postmortem/postmortem.ts';
import { questions, sections } from '../../core/vocabulary.ts';
import { escapeHtml } from '../html/escape.ts';

/** What the search index is given: whole pages with their headings, and single facts. */
export type SearchRecord =
  | { kind: 'page'; url: string; html: string }
  | {
      kind: 'fact';
      url: string;
      content: string;
      meta: Record<string, string>;
      filters: Record<string, string[]>;
    };

/**
 * Everything that can be found: postmortems and handbook pages by section, improvements and risks by themselves.
 * Addresses are without the base path, which Pagefind adds in the browser.
 */
export function* searchRecords(catalog: Catalog): Generator<SearchRecord> {
  const systems = new Map(catalog.systems.map((system) => [system.id, system]));
  const names = new Map(catalog.people?.map(({ handle, name }) => [handle, name]));
  const severities = new Map(catalog.settings.severities.map(({ level, name }) => [level, name]));
  for (const postmortem of catalog.postmortems) {
    const filters = filtersOf(postmortem, systems);
    const url = `/postmortems/${postmortem.id}/`;
    const severity = `${postmortem.facts.severity} ${severities.get(postmortem.facts.severity) ?? ''}`.trim();
    const meta = {
      title: postmortem.facts.title,
      severity,
      ...(postmortem.date === null ? {} : { date: postmortem.date }),
    };
    yield {
      kind: 'page',
      url,
      html: pageHtml(
        postmortem.facts.title,
        { ...meta, kind: 'postmortem' },
        { ...filters, kind: ['postmortem'] },
        postmortem.document.sections.map((section) => ({
          anchor: section.anchor,
          heading: section.slug === null ? section.heading : sections[section.slug].name,
          nodes: section.nodes,
        })),
      ),
    };
    for (const question of questions) {
      const answer = postmortem.questions[question];
      if (answer === undefined) continue;
      for (const improvement of answer.improvements)
        yield {
          kind: 'fact',
          url: `${url}#${improvement.anchor}`,
          content: `${improvement.title}. ${sections[question].name}. ${postmortem.facts.title}`,
          meta: {
            ...meta,
            title: improvement.title,
            kind: 'improvement',
            incident: postmortem.facts.title,
            state: improvement.state,
            ...(improvement.owner === null
              ? {}
              : { owner: names.get(improvement.owner) ?? `@${improvement.owner}` }),
            ...(improvement.due === null ? {} : { due: improvement.due }),
          },
          filters: { ...filters, kind: ['improvement'] },
        };
      if (question === 'other-areas-of-risk')
        for (const risk of answer.ideas)
          yield {
            kind: 'fact',
            url: `${url}#${risk.anchor}`,
            content: `${risk.text}. ${postmortem.facts.title}`,
            meta: { ...meta, title: risk.text, kind: 'risk', incident: postmortem.facts.title },
            filters: {
              ...filters,
              kind: ['risk'],
              system:
                risk.systems.length > 0
                  ? risk.systems.map((id) => systems.get(id)?.name ?? id)
                  : (filters.system ?? []),
            },
          };
    }
  }
  for (const page of catalog.handbook) yield handbookRecord(page);
}

function handbookRecord(page: HandbookPage): SearchRecord {
  return {
    kind: 'page',
    url: `/handbook/${page.id}/`,
    html: pageHtml(
      page.title,
      { title: page.title, kind: 'handbook' },
      { kind: ['handbook'] },
      page.document.sections.map(({ anchor, heading, nodes }) => ({ anchor, heading, nodes })),
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

interface IndexedSection {
  anchor: string;
  heading: string | null;
  nodes: readonly Nodes[];
}

/** A page with nothing but its words and headings, which is all that Pagefind reads. */
function pageHtml(
  title: string,
  meta: Record<string, string>,
  filters: Record<string, string[]>,
  parts: readonly IndexedSection[],
): string {
  const head = [
    ...Object.entries(meta).map(
      ([key, value]) => `<meta data-pagefind-meta="${key}[content]" content="${escapeHtml(value)}">`,
    ),
    ...Object.entries(filters).flatMap(([key, values]) =>
      values.map((value) => `<meta data-pagefind-filter="${key}[content]" content="${escapeHtml(value)}">`),
    ),
  ];
  const body = parts.map(
    ({ anchor, heading, nodes }) =>
      `${heading === null ? '' : `<h2 id="${escapeHtml(anchor)}">${escapeHtml(heading)}</h2>`}${nodes.map(blockHtml).join('')}`,
  );
  return `<!doctype html><html lang="en"><head>${head.join('')}</head><body data-pagefind-body><h1>${escapeHtml(title)}</h1>${body.join('')}</body></html>`;
}

function blockHtml(node: Nodes): string {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxjsEsm' || node.type === 'definition') return '';
  if (node.type === 'code' && node.lang === 'mermaid') return '';
  if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
    return node.children.map((child) => blockHtml(child)).join('');
  const text = plainText([node]);
  return text === '' ? '' : `<p>${escapeHtml(text)}</p>`;
}
