import { type Place, type Problem, problem } from '../diagnostic.ts';
import { readYaml, type YamlReading } from '../yaml/read-yaml.ts';
import { collect } from './collect.ts';
import type { Document, SourceText } from './document.ts';
import { findFrontMatter } from './front-matter.ts';
import { limitParagraphs, sizeProblem } from './limits.ts';
import { parseBody } from './parse-body.ts';
import { readSections } from './sections.ts';
import { readSourceText } from './source-text.ts';

/** How a file is read. */
export interface ReadingOptions {
  /** Whether headings may be the sections of a postmortem; in a guide they are only headings. */
  knownSections?: boolean;
  /** Whether the components of guides are known. */
  guideComponents?: boolean;
}

/**
 * Reads one MDX file: what it says and where. Never throws, and never stops at the first problem; whatever can't be read
 * is reported and left out, so that the tree holds nothing but data. Takes time linear in the text's length.
 */
export function readDocument(
  raw: string,
  { knownSections = true, guideComponents = false }: ReadingOptions = {},
): Document {
  const tooLarge = raw.length > 600_000 ? sizeProblem(new TextEncoder().encode(raw).length) : null;
  const { source, problems: textProblems } = readSourceText(tooLarge === null ? raw : '');
  if (tooLarge !== null) return emptyDocument(source, [tooLarge]);

  const block = findFrontMatter(source);
  const frontMatter = block.yaml === null ? null : readYaml(block.yaml, block.firstLine);
  const { value, problem: shapeProblem } = frontMatterValue(frontMatter, block.firstLine);

  const limited = limitParagraphs(source, block.bodyStart);
  const body = block.plain
    ? limited.text
    : limited.text.slice(0, block.bodyStart).replace(/[^\n]/g, ' ') + limited.text.slice(block.bodyStart);
  const parsed = parseBody(source, body, block.bodyStart, {
    frontmatter: block.plain && block.yaml !== null,
    inGuide: guideComponents,
  });
  const collected = collect(parsed, source);
  const {
    sections,
    headings,
    problems: sectionProblems,
  } = readSections(parsed.tree, collected, source, knownSections);

  return {
    source,
    tree: parsed.tree,
    frontMatter: value,
    frontMatterPlace: (path, of): Place => frontMatter?.placeOf(path, of) ?? { line: 1, column: 1 },
    sections,
    links: collected.links,
    fences: collected.fences,
    comments: collected.comments,
    headings,
    anchors: headings.map(({ anchor }) => anchor),
    problems: [
      ...textProblems,
      ...block.problems,
      ...(frontMatter?.problems ?? []),
      ...shapeProblem,
      ...limited.problems,
      ...parsed.problems,
      ...collected.problems,
      ...sectionProblems,
    ],
  };
}

function frontMatterValue(
  reading: YamlReading | null,
  firstLine: number,
): { value: Record<string, unknown> | null; problem: Problem[] } {
  if (reading === null) return { value: null, problem: [] };
  const { value, problems } = reading;
  if (value === null && problems.length === 0) return { value: {}, problem: [] };
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return { value: value as Record<string, unknown>, problem: [] };
  if (problems.length > 0) return { value: null, problem: [] };
  return {
    value: null,
    problem: [
      problem(
        'yaml-syntax',
        { line: firstLine, column: 1 },
        'The front matter holds no keys.',
        'Write one key a line, with a colon and a blank after it, as in title: What happened',
      ),
    ],
  };
}

function emptyDocument(source: SourceText, problems: Problem[]): Document {
  return {
    source,
    tree: { type: 'root', children: [] },
    frontMatter: null,
    frontMatterPlace: () => ({ line: 1, column: 1 }),
    sections: [],
    links: [],
    fences: [],
    comments: [],
    headings: [],
    anchors: [],
    problems,
  };
}
