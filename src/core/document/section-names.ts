import { distance } from 'fastest-levenshtein';
import { capitalized } from '../capitalized.ts';
import { sections as knownSections, type SectionSlug } from '../vocabulary.ts';

/** Every name of a known section in lower case, aliases too. */
const slugsByName = new Map<string, SectionSlug>(
  (Object.keys(knownSections) as SectionSlug[]).flatMap((slug) => {
    const { name, aliases } = knownSections[slug];
    return [name, ...aliases].map((known) => [known.toLowerCase(), slug] as const);
  }),
);

/** What people who know the subject but not these names call the sections. */
const otherNames: ReadonlyMap<string, SectionSlug> = new Map([
  ['tldr', 'summary'],
  ['tl dr', 'summary'],
  ['executive summary', 'summary'],
  ['incident summary', 'summary'],
  ['overview', 'summary'],
  ['customer impact', 'impact'],
  ['user impact', 'impact'],
  ['business impact', 'impact'],
  ['chronology', 'timeline'],
  ['timeline of events', 'timeline'],
  ['event timeline', 'timeline'],
  ['incident timeline', 'timeline'],
  ['root cause analysis', 'root-causes'],
  ['cause', 'root-causes'],
  ['causes', 'root-causes'],
  ['rca', 'root-causes'],
  ['detection', 'detect'],
  ['detecting', 'detect'],
  ['reaction', 'react'],
  ['reacting', 'react'],
  ['response', 'react'],
  ['quick fixing', 'quick-fix'],
  ['prevention', 'prevent'],
  ['preventing', 'prevent'],
  ['areas of risk', 'other-areas-of-risk'],
  ['other risk areas', 'other-areas-of-risk'],
  ['other risks', 'other-areas-of-risk'],
  ['risks', 'other-areas-of-risk'],
]);

/** Words near the name of a section that mean something of their own. */
const otherWords = new Set(['defect', 'defects', 'reach', 'present', 'slope', 'event', 'summaries', 'why']);

/** The known section that a heading is, by its name or an alias, in any case. */
export function sectionNamed(heading: string): SectionSlug | null {
  return slugsByName.get(heading.toLowerCase()) ?? null;
}

/** A section that a heading most likely stands for. */
export interface MeantSection {
  slug: SectionSlug;
  /** As it is to be written: the section's name, or the alias that was nearly written. */
  name: string;
  /** The name with signs around it, as in `Detect:`; one with a slip in it; or another word for the same thing. */
  kind: 'same' | 'slip' | 'other';
}

/** What a heading that names no section was most likely meant to name; null where it means something of its own. */
export function sectionMeant(heading: string): MeantSection | null {
  const aside = asideOf(heading);
  const bare = heading
    .slice(0, heading.length - aside.length)
    .toLowerCase()
    .replace(/^\s*\d{1,2}[.):]\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const same = slugsByName.get(bare);
  // What stands in brackets would be lost.
  if (same !== undefined)
    return { slug: same, name: capitalized(bare), kind: aside === '' ? 'same' : 'slip' };
  const other = otherNames.get(bare);
  if (other !== undefined) return { slug: other, name: knownSections[other].name, kind: 'other' };
  if (bare.length < 4 || bare.length > 30 || otherWords.has(bare)) return null;
  let best: MeantSection | null = null;
  let least = bare.length > 6 ? 3 : 2;
  for (const [name, slug] of slugsByName) {
    const away = Math.abs(name.length - bare.length) < least ? distance(bare, name) : least;
    if (away >= least) continue;
    best = { slug, name: capitalized(name), kind: 'slip' };
    least = away;
  }
  return best;
}

/** How a heading is to be written, and where what stands in brackets goes: `## Timeline (UTC)` says a time zone. */
export function renamed(heading: string, name: string): string {
  const aside = asideOf(heading).trim();
  if (aside === '') return `## ${name}`;
  return name === knownSections.timeline.name
    ? `## ${name}, and what ${aside} says below it; a time zone goes into the front matter, like timezone: UTC`
    : `## ${name}, and what ${aside} says below it`;
}

function asideOf(heading: string): string {
  return /\s*\([^()]*\)\s*$/.exec(heading)?.[0] ?? '';
}
