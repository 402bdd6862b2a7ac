import { escapeHtml } from '../html/escape.ts';

/** A page as the search index is given it: an address without the base path, and HTML with nothing but words and headings. */
export interface SearchRecord {
  url: string;
  html: string;
}

/**
 * @param meta what a result shows; the words of `name` count more than all others.
 * @param weight of the title's words, up to 10; left out, as much as a heading's.
 */
export function pageHtml(
  meta: Record<string, string> & { title: string },
  filters: Record<string, string[]>,
  body: string,
  weight: number | null = null,
): string {
  const head = [
    ...Object.entries(meta).map(
      ([key, value]) => `<meta data-pagefind-meta="${key}[content]" content="${escapeHtml(value)}">`,
    ),
    ...Object.entries(filters).flatMap(([key, values]) =>
      values.map((value) => `<meta data-pagefind-filter="${key}[content]" content="${escapeHtml(value)}">`),
    ),
  ];
  return `<!doctype html><html lang="en"><head>${head.join('')}</head><body data-pagefind-body><h1${weight === null ? '' : ` data-pagefind-weight="${weight}"`}>${escapeHtml(meta.title)}</h1>${body}</body></html>`;
}

/** A paragraph; nothing where there is no text. */
export function wordsHtml(text: string): string {
  return text === '' ? '' : `<p>${escapeHtml(text)}</p>`;
}
