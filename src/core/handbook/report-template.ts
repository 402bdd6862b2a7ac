import { sectionMeanings } from '../language/meanings.ts';
import { type SectionSlug, sections } from '../vocabulary.ts';

const asked: readonly SectionSlug[] = ['steps-to-reproduce', 'what-happened', 'what-was-expected', 'scope'];

/** What to ask of whoever reports a problem, as text to paste: its headings are those of the format. */
export function reportTemplate(): string {
  return asked.map((slug) => `## ${sections[slug].name}\n\n${sectionMeanings[slug]}\n`).join('\n');
}
