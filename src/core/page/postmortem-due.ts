import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { PostmortemDue } from '../catalog/postmortems-due.ts';
import { teamOf } from '../catalog/teams.ts';
import { postmortemCard } from './card.ts';
import { personModel, teamLink } from './people.ts';
import type { PostmortemDueModel } from './week-model.ts';

export function postmortemDueModel(
  index: CatalogIndex,
  { postmortem, days, dueOn, daysLeft }: PostmortemDue,
): PostmortemDueModel {
  return {
    postmortem: postmortemCard(index, postmortem),
    team: teamLink(index, teamOf(index, postmortem, { owner: null })),
    facilitator: personModel(index, postmortem.facts.facilitator),
    days,
    dueOn,
    daysLeft,
  };
}
