import { type SectionSlug, sections } from '../vocabulary.ts';

/** What to ask of whoever reports a problem; its headings are those of the format. */
const asked: readonly (readonly [SectionSlug, string])[] = [
  ['what-happened', 'What did you see? The exact words on the screen, or a picture.'],
  ['what-was-expected', 'What should have happened instead?'],
  ['steps-to-reproduce', 'What did you do just before? Does it happen each time?'],
  ['scope', 'Since when? Does anybody else have it? Can you work in the meantime?'],
];

/** The questions as text to paste, and to answer below each. */
export function reportTemplate(): string {
  return asked.map(([slug, question]) => `## ${sections[slug].name}\n\n${question}\n`).join('\n');
}
