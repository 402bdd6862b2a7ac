import { distance } from 'fastest-levenshtein';
import GithubSlugger, { slug as slugOf } from 'github-slugger';
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { type Place, type Problem, problem } from '../diagnostic.ts';
import { sections as knownSections, type SectionSlug } from '../vocabulary.ts';
import type { Collected } from './collect.ts';
import type { DocumentHeading, Section, SourceText } from './document.ts';
import { maySayTbd, plainText, saysTbd } from './plain-text.ts';

/** Every name of a known section in lower case, aliases too. */
const slugsByName = new Map<string, SectionSlug>(
  (Object.keys(knownSections) as SectionSlug[]).flatMap((slug) => {
    const { name, aliases } = knownSections[slug];
    return [name, ...aliases].map((known) => [known.toLowerCase(), slug] as const);
  }),
);

/** The known section that a heading is, by its name or an alias, in any case. */
export function sectionNamed(heading: string): SectionSlug | null {
  return slugsByName.get(heading.toLowerCase()) ?? null;
}

/** Words near the name of a section that mean something of their own. */
const otherWords = new Set([
  'defect',
  'defects',
  'reach',
  'present',
  'slope',
  'event',
  'reaction',
  'summaries',
  'why',
]);

/** Cuts the tree at its `##` headings and gives every heading its anchor. */
export function readSections(
  tree: Root,
  { headings, filled }: Pick<Collected, 'headings' | 'filled'>,
  source: SourceText,
  known: boolean,
): { sections: Section[]; headings: DocumentHeading[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const texts = new Map(headings.map((node) => [node, plainText(node.children)]));
  const slugs = new Map<Heading, SectionSlug>();
  const firsts = new Map<SectionSlug, Heading>();

  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    const text = texts.get(node) ?? '';
    if (node.depth === 1)
      problems.push(
        problem(
          'heading-title',
          placeOf(node),
          'A heading with one # is a title, and the title of this file stands in its front matter.',
          text === '' ? 'Delete this line.' : `Write ## ${text}`,
        ),
      );
    if (!known || node.depth !== 2) continue;
    const slug = sectionNamed(text);
    if (slug === null) {
      const meant = nearName(text);
      if (meant !== null)
        problems.push({
          rule: 'section-name',
          severity: 'warning',
          place: placeOf(node),
          message: `"${text}" is no section that is understood; it looks like "${meant}".`,
          hint: `If that is what you mean, write ## ${meant}`,
        });
      continue;
    }
    const first = firsts.get(slug);
    if (first === undefined) {
      firsts.set(slug, node);
      slugs.set(node, slug);
      continue;
    }
    const name = texts.get(first) ?? '';
    const { line } = placeOf(first);
    problems.push(
      problem(
        'section-duplicate',
        placeOf(node),
        name.toLowerCase() === text.toLowerCase()
          ? `The section ${text} stands here a second time; the first is on line ${line}.`
          : `${text} is the same section as ${name} on line ${line}, and a section stands in a file once.`,
        `Move what it says below line ${line}, and delete this heading.`,
      ),
    );
  }

  const anchors = anchorsOf(headings, texts, slugs);
  const sections: Section[] = [];
  let open: { heading: Heading | null; nodes: RootContent[] } = { heading: null, nodes: [] };
  const close = (): void => {
    const { heading, nodes } = open;
    const first = nodes[0];
    if (heading === null && first === undefined) return;
    const empty = !nodes.some((node) => node.type !== 'heading' && filled.has(node as Nodes));
    sections.push({
      slug: heading === null ? null : (slugs.get(heading) ?? null),
      heading: heading === null ? null : (texts.get(heading) ?? ''),
      anchor: heading === null ? '' : (anchors.get(heading) ?? ''),
      place: heading === null ? placeOf(first) : placeOf(heading),
      nodes,
      tbd: empty || (maySayTbd(nodes, source) && saysTbd(nodes)),
      empty,
    });
  };
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) {
      close();
      open = { heading: node, nodes: [] };
    } else open.nodes.push(node);
  }
  close();

  return {
    sections: withOpeningAnchor(sections, new Set(anchors.values())),
    headings: headings.map((node) => ({
      node,
      depth: node.depth,
      text: texts.get(node) ?? '',
      anchor: anchors.get(node) ?? '',
      place: placeOf(node),
    })),
    problems,
  };
}

function placeOf(node: RootContent | undefined): Place {
  const { line = 1, column = 1 } = node?.position?.start ?? {};
  return { line, column };
}

/** Known sections have their own name first, so that no other heading can take it from them. */
function anchorsOf(
  headings: readonly Heading[],
  texts: ReadonlyMap<Heading, string>,
  slugs: ReadonlyMap<Heading, SectionSlug>,
): Map<Heading, string> {
  const slugger = new GithubSlugger();
  for (const slug of slugs.values()) slugger.occurrences[slug] = 0;
  return new Map(
    headings.map((heading) => [
      heading,
      slugs.get(heading) ?? slugger.slug(speakableSlug(texts.get(heading) ?? '')),
    ]),
  );
}

/** A heading of signs alone has no letters to make an anchor of. */
function speakableSlug(text: string): string {
  return slugOf(text) === '' ? 'section' : text;
}

/** What stands before the first heading needs an anchor that no heading has. */
function withOpeningAnchor(sections: Section[], taken: ReadonlySet<string>): Section[] {
  const [first] = sections;
  if (first === undefined || first.heading !== null) return sections;
  let anchor = 'opening';
  for (let n = 1; taken.has(anchor); n += 1) anchor = `opening-${n}`;
  return [{ ...first, anchor }, ...sections.slice(1)];
}

/** The known name that a heading is one or two slips away from. */
function nearName(text: string): string | null {
  const bare = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (bare.length < 4 || bare.length > 30 || otherWords.has(bare)) return null;
  let best: string | null = null;
  let least = bare.length > 6 ? 3 : 2;
  for (const name of slugsByName.keys()) {
    const away = Math.abs(name.length - bare.length) < least ? distance(bare, name) : least;
    if (away < least) {
      best = name;
      least = away;
    }
  }
  return best === null ? null : `${best[0]?.toUpperCase()}${best.slice(1)}`;
}
