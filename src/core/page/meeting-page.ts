import type { Catalog, SeverityLevel } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { postmortemPath } from '../catalog/places.ts';
import { stableName } from '../export/site-address.ts';
import { askOf, longGap } from '../meeting/asks.ts';
import { hasMeeting } from '../meeting/which-meetings.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { type Question, questions } from '../vocabulary.ts';
import { postmortemCard } from './card.ts';
import { guideLink } from './guide-link.ts';
import type { MeetingData, MeetingEntry, MeetingPage, MeetingQuestion } from './meeting-model.ts';
import type { SectionModel } from './model.ts';
import { personModel } from './people.ts';
import type { Rendering } from './rendering.ts';
import { sectionModels } from './sections.ts';
import { meetingUrl, postmortemUrl, resolver } from './urls.ts';

/** What the meeting's page shows besides what the postmortem's shows: where both are the same, so is the page. */
export interface MeetingBasis {
  severity: SeverityLevel | null;
  people: Catalog['people'];
  guides: MeetingPage['guides'];
}

/** Null where it has no page. */
export function meetingBasis(index: CatalogIndex, postmortem: Postmortem): MeetingBasis | null {
  if (!hasMeeting(index, postmortem)) return null;
  const severity = index.severities.get(postmortem.facts.severity) ?? null;
  return { severity, people: index.catalog.people, guides: guidesOf(index) };
}

const told: ReadonlySet<SectionModel['slug']> = new Set(['summary', 'impact', 'timeline', ...questions]);

/** What the meeting on one postmortem shows; null where it has no page. */
export function meetingPage(
  index: CatalogIndex,
  postmortem: Postmortem,
  rendering: Rendering,
  siteUrl: string | null,
): MeetingPage | null {
  if (!hasMeeting(index, postmortem)) return null;
  const { id, facts } = postmortem;
  const resolve = resolver(index, postmortemPath(postmortem), postmortemUrl(index, id));
  const writer = rendering.writer(postmortem.document, resolve, { onOtherPage: true });
  const sections = sectionModels(index, postmortem, writer, rendering, (slug) => told.has(slug));
  const timeline = sections.find((section) => section.kind === 'timeline');
  return {
    card: postmortemCard(index, postmortem),
    url: meetingUrl(index, id),
    facilitator: personModel(index, facts.facilitator),
    raisedBy: facts.raisedBy,
    timezone: facts.timezone,
    guides: guidesOf(index),
    summary: proseOf(sections, 'summary'),
    impact: proseOf(sections, 'impact'),
    entries: timeline === undefined ? [] : meetingEntries(timeline),
    timelineIntroduction: timeline?.introductionHtml ?? '',
    questions: questions.map((question) => meetingQuestion(sections, question)),
    data: meetingData(index, postmortem, siteUrl),
  };
}

function guidesOf(index: CatalogIndex): MeetingPage['guides'] {
  return { meeting: guideLink(index, 'meeting'), blameless: guideLink(index, 'blameless') };
}

function proseOf(sections: readonly SectionModel[], slug: SectionModel['slug']): string | null {
  const section = sections.find((other) => other.slug === slug);
  return section?.kind === 'prose' && section.html !== '' ? section.html : null;
}

function meetingEntries({ days }: Extract<SectionModel, { kind: 'timeline' }>): MeetingEntry[] {
  let before: number | null = null;
  return days.flatMap(({ date, entries }) =>
    entries.map((entry) => {
      const start = Date.parse(entry.instant) / 60_000;
      const passed = before === null ? 0 : Math.round(start - before);
      before = start;
      const gap = passed >= longGap ? passed : null;
      return { ...entry, date, ask: askOf(entry.marks, entry.kinds, gap !== null), gap };
    }),
  );
}

function meetingQuestion(sections: readonly SectionModel[], question: Question): MeetingQuestion {
  const section = sections.find((other) => other.kind === 'question' && other.question === question);
  return section?.kind === 'question'
    ? {
        question,
        proseHtml: section.proseHtml,
        ideas: section.ideas,
        // How its date moved is for the backlog.
        improvements: section.improvements.map((improvement) => ({ ...improvement, history: null })),
      }
    : { question, proseHtml: '', ideas: [], improvements: [] };
}

function meetingData(index: CatalogIndex, postmortem: Postmortem, siteUrl: string | null): MeetingData {
  const { id, facts } = postmortem;
  const card = postmortemCard(index, postmortem);
  return {
    key: `${index.basePath}${id}`,
    people: (index.catalog.people ?? []).map(({ handle, name }) => ({ handle, name })),
    improvementDays: index.severities.get(facts.severity)?.improvementDays ?? null,
    written: Object.fromEntries(
      questions.map((question) => {
        const answer = postmortem.questions[question];
        return [
          question,
          {
            ideas: (answer?.ideas ?? []).map(({ anchor, text }) => ({ anchor, text })),
            improvements: (answer?.improvements ?? []).map(({ title }) => ({ text: title })),
          },
        ];
      }),
    ) as MeetingData['written'],
    invitation: {
      uid: stableName(siteUrl, index, `${id}/meeting`),
      title: facts.title,
      url: `${siteUrl ?? ''}${postmortemUrl(index, id)}`,
      facilitator: facts.facilitator === null ? null : personModel(index, facts.facilitator).name,
      raisedBy: facts.raisedBy,
      summary: card.summary,
    },
  };
}
