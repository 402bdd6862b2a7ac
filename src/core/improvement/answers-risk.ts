import type { Idea, Improvement } from './improvement.ts';

type Names = Pick<Idea, 'systems'>;

/** Whether an improvement says that it answers a risk of the same file: both name some system. */
export function answersRisk(improvement: Pick<Improvement, 'systems'>, risk: Names): boolean {
  return systemsAnswered(improvement, [risk]).length > 0;
}

/** Of the systems that an improvement names, those that risks of the same file name, too. */
export function systemsAnswered(
  { systems }: Pick<Improvement, 'systems'>,
  risks: readonly Names[],
): string[] {
  return systems.filter((system) => risks.some((risk) => risk.systems.includes(system)));
}
