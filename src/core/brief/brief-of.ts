import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Section } from '../document/document.ts';
import { sentencesOf } from '../document/sentences.ts';
import { compareForBacklog, doneLateBy, isOpen, isOverdue } from '../improvement/backlog.ts';
import type { Improvement } from '../improvement/improvement.ts';
import { isElsewhere } from '../metrics/cases.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Timeline, TimelineEntry } from '../timeline/timeline.ts';
import { type Mark, marks, type Question, type SectionSlug } from '../vocabulary.ts';
import type { Brief, BriefLine, BriefStep, BriefTimeline, Passage } from './brief.ts';
import { tellingEntries } from './five-lines.ts';
import { plainSpeech } from './internal-words.ts';
import { atWord, onOnePage } from './one-page.ts';
import { type Teller, teller } from './passage.ts';

/** Whether there is something to tell stakeholders in writing: the fire is out, and it was ours. */
export function hasBrief(postmortem: Postmortem): boolean {
  return postmortem.facts.status !== 'open' && !isElsewhere(postmortem);
}

/** The six things of one incident, on one page. Nothing is said that its file doesn't say. */
export function briefOf(index: CatalogIndex, postmortem: Postmortem): Brief {
  const { id, facts, date, timeline } = postmortem;
  const speech = plainSpeech(index);
  const tell = teller(speech);
  const told = (...slugs: SectionSlug[]): Passage | null => {
    const sections = slugs.flatMap((slug) => writtenSection(postmortem, slug) ?? []);
    return tell.passage(sections.flatMap(({ nodes }) => nodes));
  };
  const happened = told('summary') ?? told('what-happened') ?? told('symptoms');
  const affected = told('impact') ?? told('scope');
  const brief: Omit<Brief, 'checks'> = {
    id,
    title: speech.prose(facts.title),
    organisation: index.catalog.settings.organisation,
    date,
    isReviewed: facts.status === 'reviewed',
    happened,
    affected,
    isAffectedInSummary: affected === null && happened !== null,
    cause: told('root-causes'),
    stabilised: told('fixes-for-symptoms') ?? stabilising(timeline, tell),
    timeline:
      timeline === null || timeline.entries.length === 0 ? null : timelineOf(postmortem, timeline, tell),
    remediation: remediationOf(index, postmortem, told('fixes-for-root-causes'), tell),
  };
  const checks = { code: [...tell.code], replaced: speech.replaced(), omitted: tell.omitted() };
  return onOnePage({ ...brief, checks });
}

/** A section that says something; what is still to be found out is not known yet. */
function writtenSection({ sections }: Postmortem, slug: SectionSlug): Section | null {
  const section = sections.find((one) => one.slug === slug);
  return section === undefined || section.tbd ? null : section;
}

/** What the timeline says of the end: how it stopped hurting, and how it was over. */
function stabilising(timeline: Timeline | null, tell: Teller): Passage | null {
  const entries = timeline?.entries ?? [];
  const ends = entries.filter(({ marks: own }) => own.includes('mitigated') || own.includes('resolved'));
  const items = ends.flatMap(({ phrasing }) => tell.sentence(phrasing) || []);
  return items.length === 0
    ? null
    : { blocks: items.map((text) => ({ kind: 'paragraph', text })), isShortened: false };
}

function timelineOf({ facts, durations }: Postmortem, { entries }: Timeline, tell: Teller): BriefTimeline {
  const known = { detect: durations.detect, mitigate: durations.mitigate, resolve: durations.resolve };
  return {
    lines: tellingEntries(entries).map((entry) => lineOf(entry, tell)),
    timezone: facts.timezone,
    durations: (['detect', 'mitigate', 'resolve'] as const).flatMap((name) => {
      const duration = known[name];
      return duration === null ? [] : [{ name, ...duration }];
    }),
  };
}

function lineOf({ time, marks: own, phrasing }: TimelineEntry, tell: Teller): BriefLine {
  return {
    date: time.date,
    clock: time.clock.slice(0, 5),
    endClock: time.endDate === time.date ? (time.endClock?.slice(0, 5) ?? null) : null,
    approximate: time.approximate,
    mark: lastMark(own),
    text: inOneLine(tell.sentence(phrasing)),
  };
}

function lastMark(own: readonly Mark[]): Mark | null {
  return marks.findLast((mark) => own.includes(mark)) ?? null;
}

const longestLine = 105;

/** As many whole sentences as fit, else as many words. */
function inOneLine(text: string): string {
  if (text.length <= longestLine) return text;
  let line = '';
  for (const sentence of sentencesOf(text)) {
    if ((line + sentence).trimEnd().length > longestLine) break;
    line += sentence;
  }
  return line === '' ? `${atWord(text, longestLine)} …` : line.trimEnd();
}

/** What prevents comes first where not all steps fit; the brief tells them by day. */
const foremost: readonly Question[] = ['prevent', 'quick-fix', 'detect', 'react', 'other-areas-of-risk'];
const mostSteps = 8;

function remediationOf(
  index: CatalogIndex,
  postmortem: Postmortem,
  text: Passage | null,
  tell: Teller,
): Brief['remediation'] {
  const all = (index.backlogByPostmortem.get(postmortem.id) ?? []).map(({ improvement }) => improvement);
  const taken = all.filter(({ state }) => state !== 'dropped');
  const shown = taken
    .toSorted((a, b) => foremost.indexOf(a.question) - foremost.indexOf(b.question))
    .slice(0, mostSteps)
    .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || compareForBacklog(index.today)(a, b));
  return {
    text,
    steps: shown.map((improvement) => stepOf(index, improvement, tell)),
    more: taken.length - shown.length,
    done: taken.filter((improvement) => !isOpen(improvement)).length,
    of: taken.length,
    dropped: all.length - taken.length,
  };
}

function stepOf({ today }: CatalogIndex, improvement: Improvement, tell: Teller): BriefStep {
  const { phrasing, due, done } = improvement;
  const text = tell.sentence(phrasing);
  if (done !== null) {
    const planned = doneLateBy(improvement) === null ? null : due;
    return { text, state: { kind: 'done', on: done, planned } };
  }
  if (due === null) return { text, state: { kind: 'undated' } };
  return { text, state: { kind: isOverdue(improvement, today) ? 'late' : 'planned', for: due } };
}
