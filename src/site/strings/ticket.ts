import { type Standing, standingNames } from '../../core/incident/standing.ts';

export const ticket = {
  burning: 'Burning now',
  latest: 'Last entry',
  noEntry: 'The timeline has no entry yet.',
  committed: 'Last change in the repository:',
  notCommitted:
    'The repository knows no change of it yet, so the last entry is all that tells how new this is.',
  since: 'Burning since',
  unknown: 'Not known yet',
  unknownNone: 'Nothing is marked TBD.',
  unknownCount: (count: number) => (count === 1 ? '1 thing' : `${count} things`),
  actions: 'Next actions',
  actionsOpen: (open: number, all: number) => `${open} of ${all} open`,
  hypotheses: 'Hypotheses',
  noneYet: 'none yet',
  forMeeting: 'Wait for the meeting:',
  facts: 'Facts',
  glance: 'At a glance',
  hypothesis: 'Hypothesis',
  test: 'Test',
  result: 'Result',
  noTest: 'No test yet. What could rule it out?',
  around: 'Before and after',
  tableCaption: 'Hypotheses with their tests and what came of them',
};

export { standingNames };

/** `1 confirmed, 2 ruled out, 1 not tested yet` */
export function standingCounts(standings: readonly Standing[]): string {
  const order: Standing[] = ['confirmed', 'inconclusive', 'untested', 'ruled out'];
  return order
    .map((standing) => [standings.filter((other) => other === standing).length, standing] as const)
    .filter(([count]) => count > 0)
    .map(([count, standing]) => `${count} ${standingNames[standing].toLowerCase()}`)
    .join(', ');
}
