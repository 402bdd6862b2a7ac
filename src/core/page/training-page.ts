import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { compareText } from '../diagnostic.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { readingTime } from '../replay/length.ts';
import { safeTitle } from '../replay/safe-title.ts';
import { type Candidate, firstWeek, mostPoints, sum } from '../training/first-week.ts';
import { questions } from '../vocabulary.ts';
import { severityBadge, systemLinks } from './card.ts';
import { isReplayable } from './replay-page.ts';
import type { TrainingIncident, TrainingPage, WhyModel } from './training-model.ts';
import { postmortemUrl, replayUrl } from './urls.ts';

/** Enough to begin with; all of them stand on the pages of systems and questions. */
const mostInGroup = 3;

/** Where newcomers begin: what to replay and to read, of the incidents whose meeting was held. */
export function trainingPage(index: CatalogIndex): TrainingPage {
  const reviewed = index.catalog.postmortems.filter(({ facts }) => facts.status === 'reviewed');
  const known = new Map<Postmortem, TrainingIncident>();
  const incidentOf = (postmortem: Postmortem): TrainingIncident => {
    const incident = known.get(postmortem) ?? trainingIncident(index, postmortem);
    known.set(postmortem, incident);
    return incident;
  };
  const steps = weekOf(index, reviewed).map(({ postmortem, why }) => ({
    incident: incidentOf(postmortem),
    why,
  }));
  const best = bestFirst(index, reviewed);
  const calendar = calendarOf(index, reviewed);
  return {
    week: {
      isChosen: index.catalog.settings.firstWeek.length > 0,
      steps,
      minutes: steps.reduce((all, { incident: { minutes } }) => all + (minutes.replay ?? minutes.read), 0),
    },
    bySystem: bySystem(index, best).map(({ id, own }) => ({
      system: systemLinks(index, [id])[0] ?? { text: id, url: '' },
      count: own.length,
      incidents: own.slice(0, mostInGroup).map(incidentOf),
    })),
    byQuestion: questions.flatMap((question) => {
      const rich = best
        .flatMap((postmortem) => {
          const { ideas = [], improvements = [] } = postmortem.questions[question] ?? {};
          const counts = { ideas: ideas.length, improvements: improvements.length };
          return ideas.length + improvements.length === 0 ? [] : [{ postmortem, ...counts }];
        })
        .sort((a, b) => b.ideas + b.improvements - a.ideas - a.improvements)
        .slice(0, mostInGroup);
      if (rich.length === 0) return [];
      const incidents = rich.map(({ postmortem, ...counts }) => ({
        incident: incidentOf(postmortem),
        ...counts,
      }));
      return [{ question, incidents }];
    }),
    calendar,
    count: calendar.reduce((all, { incidents }) => all + incidents.length, 0),
  };
}

/** What settings choose, each that there is; else the proposal. */
function weekOf(
  index: CatalogIndex,
  reviewed: readonly Postmortem[],
): { postmortem: Postmortem; why: WhyModel | null }[] {
  const { firstWeek: chosen } = index.catalog.settings;
  const found = (id: string): Postmortem[] => [index.postmortems.get(id) ?? []].flat();
  if (chosen.length > 0) return chosen.flatMap(found).map((postmortem) => ({ postmortem, why: null }));
  return firstWeek(
    reviewed.map((postmortem) => candidate(index, postmortem)),
    levelsOf(index),
  ).flatMap((step) =>
    found(step.id).map((postmortem) => ({
      postmortem,
      why: {
        points: { ...step.points, all: sum(step) },
        linkedFrom: step.linkedFrom,
        newSystems: systemLinks(index, step.newSystems),
      },
    })),
  );
}

function candidate(index: CatalogIndex, { id, facts }: Postmortem): Candidate {
  const linkedFrom = index.backlinks.get(id)?.length ?? 0;
  return { id, severity: facts.severity, systems: facts.systems, linkedFrom };
}

/** The worst first. */
function levelsOf(index: CatalogIndex): number[] {
  return [...index.severities.keys()].sort((a, b) => a - b);
}

/** By severity, then by links from others; equals stay newest first. */
function bestFirst(index: CatalogIndex, reviewed: readonly Postmortem[]): Postmortem[] {
  const links = ({ id }: Postmortem): number => Math.min(mostPoints, index.backlinks.get(id)?.length ?? 0);
  return reviewed.toSorted((a, b) => a.facts.severity - b.facts.severity || links(b) - links(a));
}

function bySystem(index: CatalogIndex, best: readonly Postmortem[]): { id: string; own: Postmortem[] }[] {
  const groups = new Map<string, Postmortem[]>();
  for (const postmortem of best)
    for (const id of new Set(postmortem.facts.systems))
      groups.set(id, [...(groups.get(id) ?? []), postmortem]);
  const name = (id: string): string => index.systems.get(id)?.name ?? id;
  return [...groups]
    .map(([id, own]) => ({ id, own }))
    .sort((a, b) => b.own.length - a.own.length || compareText(name(a.id), name(b.id)));
}

function calendarOf(index: CatalogIndex, reviewed: readonly Postmortem[]): TrainingPage['calendar'] {
  const dated = reviewed
    .flatMap((postmortem) => {
      const { id, date } = postmortem;
      return date === null ? [] : [{ id, date, ...leadTo(index, postmortem) }];
    })
    // By the day of the year, and of one day the newest first.
    .sort((a, b) => compareText(a.date.slice(5), b.date.slice(5)) || compareText(b.date, a.date));
  return Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => {
    const incidents = dated.filter(({ date }) => Number(date.slice(5, 7)) === month);
    return incidents.length === 0 ? [] : [{ month, incidents }];
  });
}

function leadTo(index: CatalogIndex, postmortem: Postmortem): { title: string; url: string } {
  return isReplayable(index, postmortem)
    ? { title: safeTitle(postmortem), url: replayUrl(index, postmortem.id) }
    : { title: postmortem.facts.title, url: postmortemUrl(index, postmortem.id) };
}

function trainingIncident(index: CatalogIndex, postmortem: Postmortem): TrainingIncident {
  const { id, facts, date } = postmortem;
  const canReplay = isReplayable(index, postmortem);
  const { read, replay } = readingTime(postmortem);
  return {
    id,
    title: leadTo(index, postmortem).title,
    replayUrl: canReplay ? replayUrl(index, id) : null,
    url: postmortemUrl(index, id),
    severity: severityBadge(index, facts.severity),
    date,
    minutes: { read, replay: canReplay ? replay : null },
  };
}
