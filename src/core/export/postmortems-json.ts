import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { postmortemUrl } from '../page/urls.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { type Question, questions } from '../vocabulary.ts';
import type { PostmortemRow } from './schemas.ts';

/** The rows of `postmortems.json`, newest first. `siteUrl` is the site's origin; without one, URLs begin at its root. */
export function postmortemsJson(index: CatalogIndex, siteUrl: string | null): PostmortemRow[] {
  return index.catalog.postmortems.map((postmortem) => {
    const { id, facts, date, durations, timeline } = postmortem;
    return {
      id,
      url: `${siteUrl ?? ''}${postmortemUrl(index, id)}`,
      title: facts.title,
      status: facts.status,
      severity: facts.severity,
      date,
      systems: facts.systems,
      tags: facts.tags,
      raisedBy: facts.raisedBy,
      triage: facts.triage,
      durations,
      entries: timeline?.entries.length ?? 0,
      questions: answersOf(postmortem),
      foreseenBy: (index.foreseenBy.get(id) ?? []).map((match) => ({
        postmortem: match.postmortem,
        risk: match.risk.text,
      })),
      backlinks: [...(index.backlinks.get(id) ?? [])],
    };
  });
}

function answersOf(postmortem: Postmortem): PostmortemRow['questions'] {
  const count = (question: Question) => ({
    ideas: postmortem.questions[question]?.ideas.length ?? 0,
    improvements: postmortem.questions[question]?.improvements.length ?? 0,
  });
  return Object.fromEntries(
    questions.map((question) => [question, count(question)]),
  ) as PostmortemRow['questions'];
}
