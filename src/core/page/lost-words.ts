/** Pages that a postmortem has beside its own, and what a web server calls its own. */
const beside = new Set(['brief', 'meeting', 'replay', 'index', '404']);

/**
 * What somebody looked for who came to an address that leads nowhere: the words of its last part that says something.
 *
 * @param address a path below the site's first page, percent-encoded.
 * @returns null where it says nothing.
 */
export function lostWords(address: string): string | null {
  for (const part of address.split('/').reverse()) {
    const words = decoded(part)
      .replace(/\.(?:html?|mdx?)$/i, '')
      .replace(/^\d{4}-\d{2}-\d{2}-?/, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim();
    if (words !== '' && !beside.has(words)) return words.slice(0, longest).trim();
  }
  return null;
}

/** An address may be anything, and a link is read. */
const longest = 80;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
