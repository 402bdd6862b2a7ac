import type { ListItem } from 'mdast';
import type { Fix } from '../../diagnostic.ts';
import type { SourceText } from '../../document/document.ts';
import { fixAt } from '../../fix/fix.ts';
import { isList, readItem } from '../../improvement/item.ts';
import type { Lead } from '../../improvement/lead.ts';
import type { Finding, LintRule } from '../lint-rule.ts';

export const whyAnswer: LintRule = {
  guide: {
    rule: 'why-answer',
    title: 'Answers that run on from their question',
    why: 'The answer to a why is what is nested below its bullet. Behind the question mark, or on the next line without a bullet, Markdown takes it for more of the question: the page shows both as one, and says below that the answer is still to be found out.',
    examples: [
      {
        place: 'body',
        wrong:
          '## Whys\n\n- Why did nobody see it earlier? We look at the lag only.\n- Why does it start from the beginning?\n  That is the default.',
        right:
          '## Whys\n\n- Why did nobody see it earlier?\n  - We look at the lag only.\n- Why does it start from the beginning?\n  - That is the default.',
      },
    ],
  },
  weight: 'warning',
  mended: true,
  cues: ['whys'],
  find({ document: { sections, source } }) {
    const section = sections.find(({ slug }) => slug === 'whys');
    return (section?.nodes ?? [])
      .filter(isList)
      .flatMap(({ children }) => children.flatMap((item) => judge(item, source) ?? []));
  },
};

function judge(node: ListItem, source: SourceText): Finding | null {
  const { lead, blocks } = readItem(node, source);
  if (lead === null || blocks.length > 0) return null;
  const text = lead.text.trimEnd();
  const [gap, ...others] = text.matchAll(/(?<=\?)\s+(?:[-–—→:]+>?\s+)?(?=\S)/g);
  if (gap === undefined || text.endsWith('?')) return null;
  const start = gap.index + gap[0].length;
  if (!saysSomething(text.slice(start))) return null;
  const fix = others.length > 0 ? null : nest(node, { lead, text, gap: gap.index, start }, source);
  return {
    place: lead.placeAt(start),
    message: 'This why has no answer of its own: what stands after the `?` reads as part of the question.',
    hint: 'Put it in a bullet below, indented by two blanks: `  - …`.',
    ...(fix === null ? {} : { fix }),
  };
}

/** Whether it is more than a remark on the question: who asks it, its ticket, a link, a bracket, that nobody knows. */
function saysSomething(rest: string): boolean {
  if (/\bTBD\b/.test(rest) || /^\([^()]*\)$/.test(rest)) return false;
  return /\p{L}/u.test(rest.replace(/(?<!\S)(?:@\S+|[a-z]+:\S+)/g, ''));
}

/** Only where the answer plainly begins: on a line of its own, or like a sentence. */
function nest(
  { position }: ListItem,
  { lead, text, gap, start }: { lead: Lead; text: string; gap: number; start: number },
  source: SourceText,
): Fix | null {
  const between = text.slice(gap, start);
  if (!between.includes('\n') && !/^(?:[^\p{Ll}]|because\b)/u.test(text.slice(start))) return null;
  const marker = /^(?:[-*+]|\d{1,9}[.)]) +/.exec(source.text.slice(position?.start.offset))?.[0];
  if (marker === undefined || position === undefined) return null;
  const indent = `\n${' '.repeat(position.start.column - 1 + marker.length)}`;
  const edits = lead.editsAt([
    { start: gap, end: start, text: `${indent}- ` },
    ...[...text.slice(start).matchAll(/\n[ \t]*/g)].map(({ index, 0: lineBreak }) => ({
      start: start + index,
      end: start + index + lineBreak.length,
      text: `${indent}  `,
    })),
  ]);
  return edits && fixAt(source, 'Put the answer into a bullet below', ...edits);
}
