/** The one door between pages and content: every page model comes through here. */

import { getEntry, render } from 'astro:content';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { handlesOf } from '../core/catalog/handles.ts';
import { backlogCsv } from '../core/export/backlog-csv.ts';
import { backlogIcs, personIcs, teamIcs } from '../core/export/backlog-ics.ts';
import { backlogJson } from '../core/export/backlog-json.ts';
import { backlogCsvRows } from '../core/export/backlog-rows.ts';
import { feedXml } from '../core/export/feed-xml.ts';
import { jiraCsv } from '../core/export/jira-csv.ts';
import { onDutyIcs } from '../core/export/on-duty-ics.ts';
import { overdueXml } from '../core/export/overdue-xml.ts';
import { postmortemsJson } from '../core/export/postmortems-json.ts';
import type { BacklogExportRow, PostmortemRow } from '../core/export/schemas.ts';
import { type WheelIncident, wheelOfMisfortune } from '../core/export/wheel-of-misfortune.ts';
import type { Figure, FigureId } from '../core/metrics/figures.ts';
import type { BacklogPage } from '../core/page/backlog-model.ts';
import { backlogPage } from '../core/page/backlog-page.ts';
import { type BriefPage, briefAddress, briefPage } from '../core/page/brief-page.ts';
import type {
  HandbookGroup,
  HandbookPageModel,
  HandbookPart,
  OnDutyPage,
} from '../core/page/handbook-model.ts';
import { handbookGroups, handbookPage } from '../core/page/handbook-page.ts';
import type { WrittenPart } from '../core/page/handbook-part.ts';
import { homePage } from '../core/page/home-page.ts';
import type { MeetingPage } from '../core/page/meeting-model.ts';
import { meetingBasis, meetingPage } from '../core/page/meeting-page.ts';
import type { MetricsPage } from '../core/page/metrics-model.ts';
import { metricsPage } from '../core/page/metrics-page.ts';
import { hasOwnPage } from '../core/page/metrics-table.ts';
import type {
  Html,
  PostmortemListPage,
  PostmortemPage,
  QuestionPage,
  SiteModel,
  SystemPage,
} from '../core/page/model.ts';
import { onDutyPage } from '../core/page/on-duty-page.ts';
import { peoplePage, teamsPage } from '../core/page/people-page.ts';
import { personPage } from '../core/page/person-page.ts';
import { postmortemListPage } from '../core/page/postmortem-list-page.ts';
import { questionPage } from '../core/page/question-page.ts';
import type { QueuesPage } from '../core/page/queues-model.ts';
import { queuesPage } from '../core/page/queues-page.ts';
import { type RecurringPage, recurringPage } from '../core/page/recurring-page.ts';
import type { ReplayPage } from '../core/page/replay-model.ts';
import { replayBasis, replayPage } from '../core/page/replay-page.ts';
import { type RisksPage, risksPage } from '../core/page/risks-page.ts';
import { type RuleEntry, type RulesPage, rulePages, rulesPage } from '../core/page/rules-page.ts';
import { siteModel } from '../core/page/site-model.ts';
import { systemPage } from '../core/page/system-page.ts';
import type { SystemsMapPage } from '../core/page/systems-map-page.ts';
import { teamPage } from '../core/page/team-page.ts';
import type { TrainingPage } from '../core/page/training-model.ts';
import { trainingPage } from '../core/page/training-page.ts';
import {
  briefUrl,
  meetingUrl,
  personUrl,
  postmortemUrl,
  replayUrl,
  systemUrl,
  teamUrl,
} from '../core/page/urls.ts';
import type { HomePage, PeoplePage, PersonPage, TeamPage, TeamsPage } from '../core/page/week-model.ts';
import { questions } from '../core/vocabulary.ts';
import type { Gone } from './live/changes.ts';
import type { FileText, Notices } from './live/live.ts';
import { knowledgeBase } from './native.ts';
import { path } from './paths.ts';
import { chartWords } from './strings.ts';

export async function site(): Promise<SiteModel> {
  return siteModel((await knowledgeBase()).index);
}

export async function home(): Promise<HomePage> {
  return homePage((await knowledgeBase()).index);
}

export async function postmortemList(): Promise<PostmortemListPage> {
  return postmortemListPage((await knowledgeBase()).index);
}

/** Ids of the postmortems whose pages are to be made; the others stand as the last build left them. */
export async function postmortemIds(): Promise<string[]> {
  const { live, ...base } = await knowledgeBase();
  return [...base.pagesToMake(), ...(live?.unreadable() ?? [])];
}

/**
 * A postmortem's page; in `dev` its file's text where it has never been readable.
 *
 * @throws Error where there is no such postmortem.
 */
export async function postmortem(
  id: string,
): Promise<{ page: PostmortemPage; unreadable: null } | { page: null; unreadable: FileText }> {
  const { index, live, ...base } = await knowledgeBase();
  const page = await base.page(id);
  if (page !== null) return { page, unreadable: null };
  const unreadable = live?.text(postmortemUrl(index, id));
  if (!unreadable) throw new Error(`There is no postmortem "${id}".`);
  return { page, unreadable };
}

/** The ids of the incidents whose replay a build must make. */
export async function changedReplays(): Promise<string[]> {
  const { index, changedBeside } = await knowledgeBase();
  return changedBeside(
    (postmortem) => replayBasis(index, postmortem),
    (id) => replayUrl(index, id),
  );
}

/** @throws Error where there is no such replay. */
export async function replay(id: string): Promise<ReplayPage> {
  const { index, rendering } = await knowledgeBase();
  const postmortem = index.postmortems.get(id);
  const page = postmortem && replayPage(index, postmortem, rendering);
  if (!page) throw new Error(`There is no replay of "${id}".`);
  return page;
}

export async function training(): Promise<TrainingPage> {
  return trainingPage((await knowledgeBase()).index);
}

/** The ids of the postmortems whose meeting's page a build must make. */
export async function changedMeetings(): Promise<string[]> {
  const { index, changedBeside } = await knowledgeBase();
  return changedBeside(
    (postmortem) => meetingBasis(index, postmortem),
    (id) => meetingUrl(index, id),
  );
}

/** @throws Error where there is no such meeting. */
export async function meeting(id: string): Promise<MeetingPage> {
  const { index, rendering, workspace } = await knowledgeBase();
  const postmortem = index.postmortems.get(id);
  const page = postmortem && meetingPage(index, postmortem, rendering, workspace.project.siteUrl);
  if (!page) throw new Error(`There is no meeting on "${id}".`);
  return page;
}

/** What a page says about its files while somebody writes; null in a build. */
export async function notices(address: string): Promise<Notices | null> {
  return (await knowledgeBase()).live?.notices(decodeURI(address)) ?? null;
}

/** What stood at an address while somebody wrote; null where nothing did. */
export async function gone(address: string): Promise<Gone | null> {
  return (await knowledgeBase()).live?.gone(decodeURI(address)) ?? null;
}

export async function backlog(): Promise<BacklogPage> {
  return backlogPage((await knowledgeBase()).index);
}

/** All systems, with how they hang together. */
export async function systemsMap(): Promise<SystemsMapPage> {
  return (await knowledgeBase()).systemsMap();
}

/** The pages of systems that a build must make, as for each of the functions below whose name begins so. */
export async function changedSystemPages(): Promise<SystemPage[]> {
  const { index, rendering, changed } = await knowledgeBase();
  const pages = index.catalog.systems.flatMap(({ id }) => systemPage(index, id, rendering) ?? []);
  return changed(pages, ({ id }) => systemUrl(index, id));
}

export async function people(): Promise<PeoplePage> {
  const { index } = await knowledgeBase();
  return peoplePage(index, handlesOf(index));
}

export async function changedPersonPages(): Promise<PersonPage[]> {
  const { index, rendering, changed } = await knowledgeBase();
  const pages = handlesOf(index).map((handle) => personPage(index, handle, rendering));
  return changed(pages, ({ person }) => personUrl(index, person.handle));
}

/** Made while it was found out which of them a build must make. */
const briefs = new Map<string, BriefPage>();

/** The ids of the postmortems whose briefs are to be made. */
export async function briefIds(): Promise<string[]> {
  const { index, changed, live } = await knowledgeBase();
  const { postmortems } = index.catalog;
  // Whoever writes looks at one, so only that one is made.
  if (live !== null)
    return postmortems.flatMap((postmortem) => (briefAddress(index, postmortem) ? postmortem.id : []));
  const pages = postmortems.flatMap(({ id }) => briefPage(index, id) ?? []);
  const toMake = changed(pages, ({ brief: { id } }) => briefUrl(index, id));
  for (const page of toMake) briefs.set(page.brief.id, page);
  return toMake.map(({ brief: { id } }) => id);
}

/**
 * What stakeholders are told of an incident.
 *
 * @throws Error where it has no brief.
 */
export async function brief(id: string): Promise<BriefPage> {
  const page = briefs.get(id) ?? briefPage((await knowledgeBase()).index, id);
  briefs.delete(id);
  if (page === null) throw new Error(`There is no brief of "${id}".`);
  return page;
}

export async function teams(): Promise<TeamsPage> {
  return teamsPage((await knowledgeBase()).index);
}

export async function changedTeamPages(): Promise<TeamPage[]> {
  const { index, rendering, changed } = await knowledgeBase();
  const pages = [...index.teams.values()].map((team) => teamPage(index, team, rendering));
  return changed(pages, ({ slug }) => teamUrl(index, slug));
}

/** The risk register. */
export async function risks(): Promise<RisksPage> {
  const { index, rendering } = await knowledgeBase();
  return risksPage(index, rendering);
}

/** Every message of `check`, explained. */
export async function rules(): Promise<RulesPage> {
  return rulesPage((await knowledgeBase()).index);
}

export async function changedRulePages(): Promise<RuleEntry[]> {
  const { index, changed } = await knowledgeBase();
  return changed(rulePages(index), ({ rule }) => path(`/rules/${rule}/`));
}

/** What happened more than once. */
export async function recurring(): Promise<RecurringPage> {
  const { index, rendering } = await knowledgeBase();
  return recurringPage(index, rendering);
}

export async function questionPages(): Promise<QuestionPage[]> {
  const { index, rendering } = await knowledgeBase();
  return questions.map((question) => questionPage(index, question, rendering));
}

export async function changedQuestionPages(): Promise<QuestionPage[]> {
  const { changed } = await knowledgeBase();
  return changed(await questionPages(), ({ question }) => path(`/questions/${question}/`));
}

/** The figures, and a drawing for each that has cases enough. */
export async function metrics(): Promise<{ page: MetricsPage; charts: ReadonlyMap<FigureId, Html> }> {
  const base = await knowledgeBase();
  const page = metricsPage(base.index);
  const drawable = page.figures.flatMap(({ id, chart }) => (chart === null ? [] : [{ id, chart }]));
  const drawn = await base.charts(drawable.map(({ id, chart }) => ({ chart, words: chartWords(id, page) })));
  return { page, charts: new Map(drawable.map(({ id }, at) => [id, drawn[at] ?? ''])) };
}

/** The figures whose table is too large for the page of all figures, each with what else its own page says. */
export async function changedMetricPages(): Promise<{ figure: Figure; page: MetricsPage }[]> {
  const { index, changed } = await knowledgeBase();
  const all = metricsPage(index);
  const page = { ...all, figures: [] };
  const pages = all.figures.filter(hasOwnPage).map((figure) => ({ figure, page }));
  return changed(pages, ({ figure }) => path(`/metrics/${figure.id}/`));
}

/** The guides as their list has them. */
export async function handbook(): Promise<HandbookGroup[]> {
  return handbookGroups((await knowledgeBase()).index);
}

/** Who is on duty; null where no file says it, and there is no such page. */
export async function onDuty(): Promise<OnDutyPage | null> {
  return onDutyPage((await knowledgeBase()).index);
}

/** Support work and improvements side by side; null where the settings name no capacity, and there is no such page. */
export async function queues(): Promise<QueuesPage | null> {
  return queuesPage((await knowledgeBase()).index);
}

/** The text of `on-duty.ics`; null where there is no such file. */
export async function onDutyCalendar(): Promise<string | null> {
  const { index, workspace } = await knowledgeBase();
  return onDutyIcs(index, workspace.project.siteUrl);
}

export async function handbookPages(): Promise<HandbookPageModel[]> {
  const base = await knowledgeBase();
  const pages: HandbookPageModel[] = [];
  for (const { id, document } of base.index.catalog.handbook) {
    const page = handbookPage(base.index, id, await base.guides.rendering(document));
    if (page !== null) pages.push(page);
  }
  return pages;
}

/** What one of the product's own components shows in a guide that holds code. */
export async function guidePart(part: WrittenPart): Promise<HandbookPart> {
  return (await knowledgeBase()).guides.part(part);
}

/** A diagram of a guide that holds code, as a figure. */
export async function guideDiagram(source: string): Promise<Html> {
  return (await knowledgeBase()).guides.diagram(source);
}

/**
 * A guide that holds code, as a component; null in `dev` while it can't be compiled.
 *
 * @throws Error where there is no such guide.
 */
export async function guideComponent(id: string): Promise<AstroComponentFactory | null> {
  try {
    const entry = await getEntry('handbook', id);
    if (entry === undefined) throw new Error(`There is no guide "${id}".`);
    return (await render(entry)).Content;
  } catch (error) {
    if ((await knowledgeBase()).live === null) throw error;
    return null;
  }
}

/** The rows of `postmortems.json`. */
export async function postmortemsData(): Promise<PostmortemRow[]> {
  const { index, workspace } = await knowledgeBase();
  return postmortemsJson(index, workspace.project.siteUrl);
}

/** The rows of `backlog.json`. */
export async function backlogData(): Promise<BacklogExportRow[]> {
  return backlogJson((await knowledgeBase()).index);
}

/** The text of `backlog.csv`. */
export async function backlogSheet(): Promise<string> {
  const { index, workspace } = await knowledgeBase();
  return backlogCsv(backlogCsvRows(index, workspace.project.siteUrl));
}

/** The text of `backlog-jira.csv`. */
export async function jiraSheet(): Promise<string> {
  const { index, workspace } = await knowledgeBase();
  return jiraCsv(backlogCsvRows(index, workspace.project.siteUrl));
}

/** The Atom feed of new postmortems. */
export async function feed(): Promise<string> {
  const { index, workspace } = await knowledgeBase();
  return feedXml(index, workspace.project.siteUrl);
}

/** The incidents of `wheel-of-misfortune.json`. */
export async function wheelData(): Promise<WheelIncident[]> {
  const { index, rendering, workspace } = await knowledgeBase();
  return wheelOfMisfortune(index, workspace.project.siteUrl, rendering);
}

/** The Atom feed of what became overdue. */
export async function overdueFeed(): Promise<string> {
  const { index, workspace } = await knowledgeBase();
  return overdueXml(index, workspace.project.siteUrl);
}

/** The text of `backlog.ics`. */
export async function backlogCalendar(): Promise<string> {
  const { index, workspace } = await knowledgeBase();
  return backlogIcs(index, workspace.project.siteUrl);
}

/** The calendar of everyone who has a page. */
export async function personCalendars(): Promise<{ handle: string; text: string }[]> {
  const { index, workspace } = await knowledgeBase();
  const { siteUrl } = workspace.project;
  return handlesOf(index).map((handle) => ({ handle, text: personIcs(index, handle, siteUrl) }));
}

export async function teamCalendars(): Promise<{ slug: string; text: string }[]> {
  const { index, workspace } = await knowledgeBase();
  const { siteUrl } = workspace.project;
  return [...index.teams.values()].map((team) => ({ slug: team.slug, text: teamIcs(index, team, siteUrl) }));
}
