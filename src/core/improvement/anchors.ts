import GithubSlugger from 'github-slugger';

/**
 * The anchors of one page. Ids that authors wrote have the first say, so reserve those of the whole file
 * before the first slug is made.
 */
export interface Anchors {
  /**
   * Takes an id that an author wrote. Gives the anchor: the id itself, or with `-1` where a section has it already.
   * Null where an author wrote the same id before.
   */
  reserve(id: string): string | null;
  /**
   * Takes the slug of a text as github-slugger makes it, with `-1`, `-2` where it is taken. Never empty.
   * The `kind` stands in for a text without letters, and before the text of ideas and risks: they have names of
   * their own, so that a new idea never changes an improvement's id.
   */
  take(text: string, kind: 'improvement' | 'idea' | 'risk'): string;
}

/** @param taken The anchors that the page's headings make. */
export function createAnchors(taken: Iterable<string>): Anchors {
  const slugger = new GithubSlugger();
  for (const anchor of taken) slugger.occurrences[anchor] = 0;
  const written = new Set<string>();
  return {
    reserve(id) {
      if (written.has(id)) return null;
      written.add(id);
      return slugger.slug(id);
    },
    take(text, kind) {
      if (!/[\p{L}\p{N}]/u.test(text)) return slugger.slug(kind);
      return slugger.slug(kind === 'improvement' ? text : `${kind} ${text}`);
    },
  };
}
