import type { RootContent } from 'mdast';
import type { Postmortem } from '../postmortem/postmortem.ts';

/**
 * The words in which an incident was reported; none where nobody kept them. Only what was quoted, where something was: what
 * stands around a quotation was written when all was known.
 */
export function reportedWords({ sections }: Pick<Postmortem, 'sections'>): RootContent[] {
  const nodes = sections.find(({ slug, tbd }) => slug === 'original-request' && !tbd)?.nodes ?? [];
  const quotes = nodes.filter(({ type }) => type === 'blockquote');
  return quotes.length > 0 ? quotes : nodes;
}
