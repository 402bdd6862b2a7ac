import { defaultSettings } from '../../src/core/catalog/settings.ts';
import { readDocument } from '../../src/core/document/read-document.ts';
import { sectionNamed } from '../../src/core/document/section-names.ts';
import type { Postmortem } from '../../src/core/postmortem/postmortem.ts';
import { readPostmortem } from '../../src/core/postmortem/read-postmortem.ts';
import { sections } from '../../src/core/vocabulary.ts';

type SpokenHeading = readonly [RegExp, string];

/** Headings of other people's reports, and the section of ours that says the same. */
const spoken: readonly [SpokenHeading, ...SpokenHeading[]] = [
  [
    /\b(?:action|follow[- ]?ups?|next steps|to-?dos?|remediation|corrective|prevent|improvements?)\b/i,
    'Prevent',
  ],
  [/\b(?:timeline|chronology)\b/i, 'Timeline'],
  [/\b(?:detect|detection)\b/i, 'Detect'],
  [/\b(?:summary|overview|tl;?dr)\b/i, 'Summary'],
  [/\bimpact\b/i, 'Impact'],
  [/\b(?:root )?causes?\b/i, 'Root causes'],
];

/** Ways to read somebody's report as a postmortem of ours: what a rule judges has to be there for it to judge. */
export type ForeignReading =
  /** Its sections under our names where they say the same, its action items as improvements. */
  | 'ours'
  /** As somebody pastes it: its headings say what they said, and its lists of actions have the boxes they had. */
  | 'pasted'
  /** As `ours`, but its action items as the bullets that they are. */
  | 'ideas'
  /** All of it as risks. */
  | 'risks'
  /** Its action items, what was learnt and what went wrong as boxes among risks. */
  | 'risk-boxes';

/**
 * Reads anybody's Markdown report well enough for the rules that judge what is said. Lines count five more than in the report,
 * for the front matter that it gets.
 */
export function readForeignReport(name: string, report: string, how: ForeignReading = 'ours'): Postmortem {
  return read(name, report, translations[how]);
}

const learnt = /\b(?:lessons|went (?:wrong|badly|poorly)|could have gone|lucky|risks?)\b/i;

const translations: Readonly<Record<ForeignReading, (body: string) => string>> = {
  ours: (body) => translated(body, 'Prevent'),
  pasted: (body) => withLevels(body, (words) => words),
  ideas: (body) => translated(body, null),
  risks: (body) => asRisks(body, () => false),
  'risk-boxes': (body) => asRisks(body, (heading) => learnt.test(heading) || spoken[0][0].test(heading)),
};

function read(name: string, report: string, inOurs: (body: string) => string): Postmortem {
  const { title, body } = withoutFrontMatter(report.replace(/\r\n?/g, '\n'));
  const text = `---\ntitle: ${JSON.stringify(title ?? name)}\nstatus: resolved\nseverity: 1\n---\n${inOurs(body)}`;
  const document = readDocument(text);
  const { postmortem } = readPostmortem({
    id: 'report',
    file: name,
    document,
    settings: defaultSettings,
    systemIds: null,
    handles: null,
  });
  if (postmortem === null) throw new Error(`${name} can't be read as a postmortem.`);
  return postmortem;
}

function withoutFrontMatter(text: string): { title: string | null; body: string } {
  const block = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const written = /^title:\s*(.+)$/m.exec(block?.[1] ?? '')?.[1] ?? /^#\s+(.+)$/m.exec(text)?.[1];
  return {
    title: written?.replace(/^(["'])(.*)\1$/, '$2').trim() ?? null,
    body: block === null ? text : '\n'.repeat(block[0].split('\n').length - 1) + text.slice(block[0].length),
  };
}

/** @param withBoxes The section whose items get boxes. */
function translated(body: string, withBoxes: string | null): string {
  const taken = new Set<string>();
  let section: string | null = null;
  return withLevels(
    body,
    (words) => {
      section = sectionFor(words, taken);
      return section ?? words;
    },
    (line) => (section === withBoxes ? boxed(line) : line),
  );
}

/** @param isBoxed Whether the items under a heading get boxes. */
function asRisks(body: string, isBoxed: (heading: string) => boolean): string {
  let heading = '';
  const inOne = withLevels(
    body,
    (words) => {
      heading = words;
      return words;
    },
    (line) => (isBoxed(heading) ? boxed(line) : line),
  );
  return `## Other areas of risk\n${inOne.replace(/^##(?= )/gm, '###')}`;
}

function boxed(line: string): string {
  return line.replace(/^(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?(?=\S)/, '- [ ] ');
}

/** Puts the sections of a report at `##`, each under the words that are given for its own. */
function withLevels(
  body: string,
  sectionName: (words: string) => string,
  lineOf: (line: string) => string = (line) => line,
): string {
  const depths = body
    .replace(/^ *(```|~~~)[\s\S]*?^ *\1/gm, '')
    .split('\n')
    .flatMap((line) => /^(#+)\s/.exec(line)?.[1]?.length ?? []);
  // A report with one # heading has its title there; one with several has its sections there.
  const top = depths.filter((depth) => depth === 1).length > 1 ? 1 : 2;
  let fenced = false;
  return body
    .split('\n')
    .map((line) => {
      if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
      if (fenced) return line;
      const heading = /^(#+)\s+(.*?)#*$/.exec(line);
      if (heading?.[1] === undefined) return lineOf(line);
      const depth = heading[1].length - top + 2;
      if (depth < 2) return '';
      const words = (heading[2] ?? '').trim();
      return depth > 2 ? `${'#'.repeat(Math.min(6, depth))} ${words}` : `## ${sectionName(words)}`;
    })
    .join('\n');
}

function sectionFor(heading: string, taken: Set<string>): string | null {
  const known = sectionNamed(heading);
  const name =
    known === null ? (spoken.find(([form]) => form.test(heading))?.[1] ?? null) : sections[known].name;
  if (name === null || taken.has(name)) return null;
  taken.add(name);
  return name;
}
