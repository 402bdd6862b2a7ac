import { distance } from 'fastest-levenshtein';
import type { BlockContent, ListItem, Nodes, PhrasingContent, Strong } from 'mdast';
import { type Problem, problem } from '../diagnostic.ts';
import type { Section, SourceText } from '../document/document.ts';
import { isComment, plainText, walk } from '../document/plain-text.ts';
import type { Hypothesis, HypothesisTest, Verdict } from './improvement.ts';
import { isList, readItem } from './item.ts';

const verdicts: readonly Verdict[] = ['ruled out', 'confirmed', 'inconclusive'];

/** What else people write in bold for a verdict. */
const otherWords =
  /^(?:yes|yep|true|right|correct|proven|proved|it was this|this was it|that was it|no|nope|false|wrong|not it|not this|excluded|rejected|refuted|disproved|disproven|not confirmed|maybe|perhaps|unclear|unknown|undecided)$/;

/** Reads the bullets under "Hypotheses": each is one, the bullets nested in it are its tests. */
export function readHypotheses(
  section: Section,
  { source }: { source: SourceText },
): { hypotheses: Hypothesis[]; prose: BlockContent[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const nodes = section.nodes.filter((node) => !isComment(node));
  const hypotheses = nodes.filter(isList).flatMap((list) =>
    list.children.flatMap((child): Hypothesis[] => {
      const { place, lead, blocks, empty } = readItem(child, source);
      if (empty) return [];
      const phrasing = lead?.phrasingUntil(lead.text.length) ?? [];
      return [
        {
          place,
          text: plainText(lead ? phrasing : blocks),
          phrasing,
          tests: blocks
            .filter(isList)
            .flatMap((tests) => tests.children.map((test) => readTest(test, source, problems))),
          blocks: blocks.filter((block) => !isList(block)),
        },
      ];
    }),
  );
  return { hypotheses, prose: nodes.filter((node) => !isList(node)) as BlockContent[], problems };
}

function readTest(node: ListItem, source: SourceText, problems: Problem[]): HypothesisTest {
  const { place, lead, blocks } = readItem(node, source);
  const bold = lastBold([node]);
  const words = bold ? plainText([bold]).toLowerCase().replace(/[.!]$/, '') : '';
  const verdict = verdicts.find((known) => known === words) ?? null;
  const isNear = isNearVerdict(words);
  if (bold && !verdict && (isNear || otherWords.test(words))) {
    problems.push(
      problem(
        'hypothesis-verdict',
        source.placeAt(bold.position?.start.offset ?? 0),
        `\`**${plainText([bold])}**\` is ${isNear ? 'nearly a verdict, but not one' : 'not understood as a verdict'}.`,
        'Write `**confirmed**` where it was this, `**ruled out**` where it was not, or `**inconclusive**`.',
      ),
    );
  }
  const written = lead?.phrasingUntil(lead.text.length) ?? [];
  const phrasing = verdict && bold ? withoutEnd(written, bold) : written;
  return { place, text: plainText(lead ? phrasing : blocks), phrasing, blocks, verdict };
}

function lastBold(nodes: readonly Nodes[]): Strong | null {
  let last: Strong | null = null;
  walk(nodes, (node) => {
    if (node.type === 'strong') last = node;
  });
  return last;
}

function isNearVerdict(words: string): boolean {
  return words.length < 20 && verdicts.some((known) => distance(words, known) <= 2);
}

/** The nodes without the bold words, and the dash or colon before them, where nothing but a full stop follows. */
function withoutEnd(nodes: PhrasingContent[], bold: Strong): PhrasingContent[] {
  const at = nodes.indexOf(bold);
  if (at === -1 || !/^[.!]?$/.test(plainText(nodes.slice(at + 1)))) return nodes;
  const kept = nodes.slice(0, at);
  const last = kept.at(-1);
  if (last?.type !== 'text') return kept;
  const value = last.value.trimEnd().replace(/(?:\s[-–—→]|[:–—→])$/u, '');
  return value === '' ? kept.slice(0, -1) : [...kept.slice(0, -1), { ...last, value: value.trimEnd() }];
}
