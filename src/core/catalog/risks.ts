import { compareText } from '../diagnostic.ts';
import { answersRisk } from '../improvement/answers-risk.ts';
import { isOpen } from '../improvement/backlog.ts';
import type { Idea, Improvement } from '../improvement/improvement.ts';
import { type Postmortem, writtenOn } from '../postmortem/postmortem.ts';
import { addDays } from '../time/dates.ts';
import type { Foreseen } from './catalog.ts';
import type { CatalogIndex } from './catalog-index.ts';

/**
 * Where a risk stands, each in one of them, in the order of the register:
 * - `came-true`: a later incident hit a system that it names, and its page links to the risk.
 * - `hit`: a later incident hit a system that it names; whether it was this, nobody says.
 * - `untouched`: not yet, and no improvement for it is open or done.
 * - `in-hand`: not yet, and some improvement for it is open.
 * - `answered`: not yet, and of the improvements for it some are done and none is open.
 * - `unnamed`: it names no system, so nobody can tell.
 *
 * The improvements for it are its own; where none of these is open or done, those that its meeting shares among its risks.
 */
export const riskStates = ['came-true', 'hit', 'untouched', 'in-hand', 'answered', 'unnamed'] as const;
/** What is done about a risk today, whatever came of it: nothing at all, something, or all that was taken on is done. */
export type RiskWork = Extract<RiskState, 'untouched' | 'in-hand' | 'answered'>;
export type RiskState = (typeof riskStates)[number];

export interface RegisteredRisk {
  postmortem: Postmortem;
  risk: Idea;
  /** `YYYY-MM-DD`; null where nobody knows it. */
  writtenOn: string | null;
  state: RiskState;
  work: RiskWork;
  /** Each later incident that it foresaw, the earliest first. */
  cameTrue: readonly Foreseen[];
  /** What the same meeting took on under the same question for a system that it names. */
  own: readonly Improvement[];
  /** The same without a system: the file says no closer for which risk, so all of its risks share them. */
  shared: readonly Improvement[];
}

type Known = Pick<CatalogIndex, 'catalog' | 'cameTrue'>;

/**
 * Every risk anybody wrote down. The ones that came true come first, then those whose system was hit, the latest leading; then the ones that stand,
 * those that nobody took on before those being worked on before those answered, the longest standing leading; then the
 * ones that name no system, the latest written leading.
 */
export function riskRegister({ catalog, cameTrue }: Known): RegisteredRisk[] {
  return catalog.postmortems
    .flatMap((postmortem) =>
      (postmortem.questions[question]?.ideas ?? []).map((risk) =>
        registeredRisk({ cameTrue }, postmortem, risk),
      ),
    )
    .sort(compareRisks);
}

/** One risk as the register has it. */
export function registeredRisk(
  { cameTrue }: Pick<CatalogIndex, 'cameTrue'>,
  postmortem: Postmortem,
  risk: Idea,
): RegisteredRisk {
  const incidents = cameTrue.get(risk) ?? [];
  const improvements = postmortem.questions[question]?.improvements ?? [];
  const own = improvements.filter((improvement) => answersRisk(improvement, risk));
  const shared = improvements.filter(({ systems }) => systems.length === 0);
  const work = workOn(own.some(wasNotDropped) ? own : shared);
  return {
    postmortem,
    risk,
    writtenOn: writtenOn(postmortem),
    state: stateOf(risk, incidents, work),
    work,
    cameTrue: incidents,
    own,
    shared,
  };
}

/** The order of the register; equals keep the one they come in. */
export function compareRisks(a: RegisteredRisk, b: RegisteredRisk): number {
  return riskStates.indexOf(a.state) - riskStates.indexOf(b.state) || compareWithin(a.state)(a, b);
}

const question = 'other-areas-of-risk';

function stateOf({ systems }: Idea, incidents: readonly Foreseen[], work: RiskWork): RiskState {
  if (incidents.length > 0) return incidents.some(({ named }) => named) ? 'came-true' : 'hit';
  return systems.length === 0 ? 'unnamed' : work;
}

function workOn(improvements: readonly Improvement[]): RiskWork {
  if (improvements.some(isOpen)) return 'in-hand';
  return improvements.some(({ state }) => state === 'closed') ? 'answered' : 'untouched';
}

const wasNotDropped = ({ state }: Improvement): boolean => state !== 'dropped';

function compareWithin(state: RiskState): (a: RegisteredRisk, b: RegisteredRisk) => number {
  if (state === 'came-true' || state === 'hit') return (a, b) => compareText(lastDay(b), lastDay(a));
  if (state === 'unnamed') return (a, b) => compareText(b.writtenOn ?? '', a.writtenOn ?? '');
  // The ones whose day nobody knows come last.
  return (a, b) => compareText(a.writtenOn ?? '~', b.writtenOn ?? '~');
}

/** The day on which a system that it names was last hit. */
function lastDay({ cameTrue }: RegisteredRisk): string {
  const last = cameTrue.at(-1);
  return last === undefined ? '' : addDays(last.writtenOn, last.daysBetween);
}
