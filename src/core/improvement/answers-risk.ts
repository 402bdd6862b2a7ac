import type { Idea, Improvement } from './improvement.ts';

/** Whether an improvement says that it answers a risk of the same file: both name some system. */
export function answersRisk({ systems }: Pick<Improvement, 'systems'>, risk: Pick<Idea, 'systems'>): boolean {
  return systems.some((system) => risk.systems.includes(system));
}
