import { sectionNamed } from '../document/section-names.ts';
import { addDays } from '../time/dates.ts';
import { entryKinds, marks, questions, type SectionSlug, sections } from '../vocabulary.ts';
import { dueDays, type ProposedDay, pastDays, weekday } from './days.ts';
import { labelMeanings, sectionMeanings, stateMeanings, wordMeanings } from './meanings.ts';
import { entryStart, mentionsOn } from './mentions.ts';
import { type Proposal, type Proposals, personProposals, type Spot, systemProposals } from './proposals.ts';

/** What the text of a postmortem could go on with: sections, labels, people, days and the words of an improvement. */
export function completeBody(spot: Spot): Proposals | null {
  const { before, line, library } = spot;
  const heading = /^(##?[ \t]*)([^#]*)$/.exec(before);
  if (heading !== null) return { typed: before, proposals: sectionProposals(spot) };
  const bold = labelsBeingTyped(spot);
  if (bold !== null) return bold;
  const verdict = line.section === 'hypotheses' ? /\*\*([\p{L} ]*)$/u.exec(before)?.[1] : undefined;
  if (verdict !== undefined) return { typed: verdict, proposals: verdicts };
  const person = /(?<![\p{L}\p{M}\p{N}_.@/:-])@([\p{L}\p{M}\p{N}_.-]*)$/u.exec(before)?.[1];
  if (person !== undefined) return { typed: person, proposals: personProposals(library) };
  const [, key, value = ''] = /(?<!\S)(due|done|dropped|status|system):(\S*)$/.exec(before) ?? [];
  switch (key) {
    case 'due':
      return { typed: value, proposals: dayProposals(dueDays(library.today, expectedDay(spot))) };
    case 'done':
    case 'dropped':
      return { typed: value, proposals: dayProposals(pastDays(library.today)) };
    case 'status':
      return {
        typed: value,
        proposals: (['accepted', 'resolved', 'verified'] as const).map((state) => ({
          label: state,
          kind: 'value',
          documentation: stateMeanings[state],
          text: state,
        })),
      };
    case 'system':
      return {
        typed: value,
        proposals: systemsBeingNamed(spot, before.slice(0, before.length - value.length)),
      };
    default:
      return wordsBeingTyped(spot);
  }
}

/** Sections that are not in the file yet, in the order of the format; the questions with what they ask. */
function sectionProposals({ lines, line }: Spot): Proposal[] {
  const written = new Set(
    lines.flatMap(({ number, text, region }) => {
      const name =
        region === 'text' && number !== line.number ? /^##\s+(.*?)\s*#*$/.exec(text)?.[1] : undefined;
      return name === undefined ? [] : [sectionNamed(name)];
    }),
  );
  return (Object.keys(sections) as SectionSlug[])
    .filter((slug) => !written.has(slug))
    .map((slug) => ({
      label: sections[slug].name,
      kind: 'section',
      documentation: sectionMeanings[slug],
      text: `## ${sections[slug].name}`,
      filter: `## ${sections[slug].name}`,
    }));
}

/** Labels in the bold run after the time of an entry; a mark that stands elsewhere already is none. */
function labelsBeingTyped({ line, lines, before }: Spot): Proposals | null {
  const bold = line.section === 'timeline' ? entryStart.exec(before)?.[3] : undefined;
  const typed = /(?:^|,)\s*([\p{L}]*)$/u.exec(bold ?? '-')?.[1];
  if (bold === undefined || typed === undefined || before.endsWith('**') !== (bold === '')) return null;
  const elsewhere = new Set(
    lines
      .filter(({ number }) => number !== line.number)
      .flatMap((other) => (other.section === 'timeline' ? mentionsOn(other, 'postmortem') : []))
      .flatMap((mention) => (mention.kind === 'label' ? [mention.name] : [])),
  );
  const here = bold
    .split(',')
    .slice(0, -1)
    .map((name) => name.trim().toLowerCase());
  return {
    typed,
    proposals: [...marks.filter((mark) => !elsewhere.has(mark)), ...entryKinds]
      .filter((label) => !here.includes(label))
      .map((label) => ({ label, kind: 'label', documentation: labelMeanings[label], text: label })),
  };
}

const verdicts: Proposal[] = [
  { label: 'ruled out', detail: 'The test shows that it was not this.' },
  { label: 'confirmed', detail: 'The test shows that it was this.' },
  { label: 'inconclusive', detail: 'The test shows neither.' },
].map(({ label, detail }) => ({ label, kind: 'value', detail, text: label }));

/** The day by which the severity expects improvements to be done, counted from the meeting, else from today. */
function expectedDay({ lines, library }: Spot): ProposedDay | null {
  const fact = (key: string): string | undefined =>
    lines
      .find((line) => line.region === 'front-matter' && line.text.startsWith(`${key}:`))
      ?.text.slice(key.length + 1)
      .trim();
  const level = library.catalog.settings.severities.find((own) => `${own.level}` === fact('severity'));
  const days = level?.improvementDays ?? null;
  if (level === undefined || days === null) return null;
  const meeting = /^\d{4}-\d{2}-\d{2}$/.exec(fact('reviewedOn') ?? '')?.[0];
  return {
    date: addDays(meeting ?? library.today, days),
    reason: `${days} days for severity ${level.level}`,
  };
}

function dayProposals(days: readonly ProposedDay[]): Proposal[] {
  return days.map(({ date, reason }) => ({
    label: date,
    kind: 'day',
    detail: `${weekday(date)}, ${reason}`,
    text: date,
    filter: `${date} ${reason}`,
  }));
}

/** Systems that the line does not name yet; for an improvement beside risks, those that the risks name come first. */
function systemsBeingNamed({ library, lines, line }: Spot, before: string): Proposal[] {
  const here = new Set([...before.matchAll(/(?<!\S)system:(\S+)/g)].map(([, name = '']) => name));
  const proposals = systemProposals(library, here);
  if (line.section !== 'other-areas-of-risk' || !box.test(before)) return proposals;
  const named = new Set(
    lines
      .filter((other) => other.section === line.section && !box.test(other.text))
      .flatMap((other) => mentionsOn(other, 'postmortem'))
      .flatMap((mention) => (mention.kind === 'system' ? [mention.name] : [])),
  );
  return proposals.toSorted((a, b) => Number(named.has(b.label)) - Number(named.has(a.label)));
}

const box = /^\s*[-*+]\s+\[[ xX]\]\s/;

/** The keys of words at an improvement's end, once one of them has begun. */
function wordsBeingTyped({ line, before }: Spot): Proposals | null {
  const typed = /^\s*[-*+]\s+\[[ xX]\]\s.*\s([a-z]+)$/.exec(before)?.[1];
  if (typed === undefined || !questions.some((question) => question === line.section)) return null;
  return {
    typed,
    proposals: (Object.keys(wordMeanings) as (keyof typeof wordMeanings)[])
      .filter((key) =>
        key === 'system' ? line.section === 'other-areas-of-risk' : !before.includes(` ${key}:`),
      )
      .filter((key) => key.startsWith(typed))
      .map((key) => ({ label: `${key}:`, kind: 'key', documentation: wordMeanings[key], text: `${key}:` })),
  };
}
