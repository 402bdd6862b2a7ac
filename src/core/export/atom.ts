/** So many entries reach any reader that asks now and then; more only weigh. */
export const mostEntries = 50;

/** An Atom feed (RFC 4287). Instants are RFC 3339 in UTC. */
export interface Feed {
  id: string;
  title: string;
  updated: string;
  /** Address of the page it is about. */
  page: string;
  /** Its own address. */
  self: string;
  author: string;
  /** In the order they are written. */
  entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Never changes and is never used again. */
  id: string;
  title: string;
  updated: string;
  published: string | null;
  url: string;
  summary: string | null;
  categories: string[];
}

export function atom({ id, title, updated, page, self, author, entries }: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
${element('id', id)}
${element('title', title)}
${element('updated', updated)}
<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
<author>${element('name', author)}</author>
${entries.map(entryXml).join('')}</feed>
`;
}

function entryXml({ id, title, updated, published, url, summary, categories }: FeedEntry): string {
  const lines = [
    element('id', id),
    element('title', title),
    element('updated', updated),
    ...(published === null ? [] : [element('published', published)]),
    `<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    ...(summary === null ? [] : [element('summary', summary)]),
    ...categories.map((term) => `<category term="${escapeXml(term)}"/>`),
  ];
  return `<entry>\n${lines.join('\n')}\n</entry>\n`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Makes any text safe in XML 1.0, in elements and attributes; characters that XML can't hold are left out. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] as string);
}
