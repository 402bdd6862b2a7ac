import type { Hypothesis, Verdict } from '../improvement/improvement.ts';

/** Where a hypothesis stands; `untested` where no test has a result yet. */
export type Standing = Verdict | 'untested';

/** What stands beside it wherever it is shown, so that no colour has to say it. */
export const standingNames: Readonly<Record<Standing, string>> = {
  'ruled out': 'Ruled out',
  confirmed: 'Confirmed',
  inconclusive: 'Inconclusive',
  untested: 'Not tested yet',
};

/** What its tests say of a hypothesis: the last one that decided, else whether any was tried in vain. */
export function standingOf({ tests }: Pick<Hypothesis, 'tests'>): Standing {
  const decided = tests.findLast(({ verdict }) => verdict === 'ruled out' || verdict === 'confirmed');
  if (decided?.verdict) return decided.verdict;
  return tests.some(({ verdict }) => verdict === 'inconclusive') ? 'inconclusive' : 'untested';
}
