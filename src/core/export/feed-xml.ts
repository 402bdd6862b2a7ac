import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { compareText } from '../diagnostic.ts';
import { postmortemCard } from '../page/card.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';

const longest = 50;

/**
 * The latest postmortems as an Atom feed (RFC 4287). An entry is as new as its meeting, else its incident; the ones
 * without any date are left out. Ids stay the same for as long as the site's address and the postmortem's id do.
 *
 * @param siteUrl The site's origin; without one, links begin at its root and ids name no host.
 */
export function feedXml(index: CatalogIndex, siteUrl: string | null): string {
  const entries = index.catalog.postmortems
    .flatMap((postmortem) => {
      const updated = postmortem.facts.reviewedOn ?? postmortem.date;
      return updated === null ? [] : [{ postmortem, updated }];
    })
    .sort((a, b) => compareText(b.updated, a.updated))
    .slice(0, longest);
  const name = index.catalog.settings.organisation ?? 'Fire Marshal';
  const home = absolute(siteUrl, index.basePath);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
${element('id', identifier(siteUrl, index.basePath))}
${element('title', `${name}: postmortems`)}
${element('updated', `${entries[0]?.updated ?? index.today}T00:00:00Z`)}
<link rel="alternate" type="text/html" href="${escapeXml(home)}"/>
<link rel="self" type="application/atom+xml" href="${escapeXml(`${home}feed.xml`)}"/>
<author>${element('name', name)}</author>
${entries.map(({ postmortem, updated }) => entry(index, siteUrl, postmortem, updated)).join('')}</feed>
`;
}

function entry(index: CatalogIndex, siteUrl: string | null, postmortem: Postmortem, updated: string): string {
  const { url, title, severity, summary, date, systems, tags } = postmortemCard(index, postmortem);
  const lines = [
    element('id', identifier(siteUrl, url)),
    element('title', title),
    element('updated', `${updated}T00:00:00Z`),
    ...(date === null ? [] : [element('published', `${date}T00:00:00Z`)]),
    `<link rel="alternate" type="text/html" href="${escapeXml(absolute(siteUrl, url))}"/>`,
    ...(summary === null ? [] : [element('summary', summary)]),
    ...[`Severity ${severity.level}`, ...systems.map(({ text }) => text), ...tags].map(
      (term) => `<category term="${escapeXml(term)}"/>`,
    ),
  ];
  return `<entry>\n${lines.join('\n')}\n</entry>\n`;
}

function absolute(siteUrl: string | null, path: string): string {
  return `${siteUrl ?? ''}${path}`;
}

function identifier(siteUrl: string | null, path: string): string {
  return siteUrl === null ? `tag:fire-marshal.invalid,2026:${path}` : `${siteUrl}${path}`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Makes any text safe in XML 1.0, in elements and attributes; characters that XML can't hold are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] as string);
}
