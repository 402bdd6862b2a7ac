import GithubSlugger, { slug as slugOf } from 'github-slugger';
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { type Fix, type Place, type Problem, problem } from '../diagnostic.ts';
import { fixAt, withFix } from '../fix/fix.ts';
import type { SectionSlug } from '../vocabulary.ts';
import type { Collected } from './collect.ts';
import type { DocumentHeading, Section, SourceText } from './document.ts';
import { indentedHeadings, indentedProblems } from './indented-headings.ts';
import { maySayTbd, plainText, saysTbd } from './plain-text.ts';
import { type MeantSection, renamed, sectionMeant, sectionNamed } from './section-names.ts';

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
  const slips: { node: Heading; text: string; meant: MeantSection }[] = [];

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
      const meant = sectionMeant(text);
      if (meant !== null) slips.push({ node, text, meant });
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

  for (const { node, text, meant } of slips) {
    const found = nameProblem(node, text, meant);
    if (!firsts.has(meant.slug)) problems.push(withFix(found, renaming(node, meant, source)));
    // Beside React, Response is a heading like any other.
    else if (meant.kind !== 'other') problems.push(found);
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

  const all = headings.map((node) => ({
    node,
    depth: node.depth,
    text: texts.get(node) ?? '',
    anchor: anchors.get(node) ?? '',
    place: placeOf(node),
  }));
  if (known) problems.push(...indentedProblems(indentedHeadings(tree, all, source), source));
  return {
    sections: withOpeningAnchor(sections, new Set(anchors.values())),
    headings: all,
    problems,
  };
}

function placeOf(node: RootContent | undefined): Place {
  const { line = 1, column = 1 } = node?.position?.start ?? {};
  return { line, column };
}

function nameProblem(node: Heading, text: string, { name }: MeantSection): Problem {
  return {
    rule: 'section-name',
    severity: 'warning',
    place: placeOf(node),
    message: `"${text}" is no section that is understood; it looks like "${name}".`,
    hint: `If that is what you mean, write ${renamed(text, name)}`,
  };
}

function renaming(node: Heading, { name, kind }: MeantSection, source: SourceText): Fix | null {
  const [start, end] = [node.children[0]?.position?.start.offset, node.children.at(-1)?.position?.end.offset];
  if (kind !== 'same' || start === undefined || end === undefined) return null;
  return fixAt(source, `Write ## ${name}`, { start, end, text: name });
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
