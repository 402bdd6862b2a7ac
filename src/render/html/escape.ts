const unsafe = /[&<>"]/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Makes any text safe between tags and inside an attribute in double quotes: the one escaper of everything that is HTML.
 * Attributes are never in single quotes, so an apostrophe may stay one.
 */
export function escapeHtml(text: string): string {
  return text.replace(unsafe, (character) => entities[character] as string);
}
