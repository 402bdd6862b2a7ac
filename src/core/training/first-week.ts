/** What the choice of a first week looks at in an incident. */
export interface Candidate {
  id: string;
  severity: number;
  /** Ids. */
  systems: readonly string[];
  /** How many other postmortems link to it. */
  linkedFrom: number;
}

/** One incident of the first week, and what speaks for it. */
export interface Chosen {
  id: string;
  /** For its severity, for links to it, and for systems that are new on the path by then. */
  points: { severity: number; links: number; systems: number };
  linkedFrom: number;
  newSystems: string[];
}

/** One a day. */
export const daysOfWeek = 5;
/** Nothing alone decides: each kind of reason gives this much at most. */
export const mostPoints = 3;

/**
 * The incidents that teach a newcomer most, best first: bad ones, ones that others point to, ones that show other systems than
 * those before them.
 *
 * @param candidates In the order that decides between equals.
 * @param levels Of severity, the worst first. The worst gives three points, the next two, the third one.
 */
export function firstWeek(candidates: readonly Candidate[], levels: readonly number[]): Chosen[] {
  const left = [...candidates];
  const met = new Set<string>();
  const week: Chosen[] = [];
  while (week.length < daysOfWeek) {
    let best: Chosen | null = null;
    for (const candidate of left) {
      const chosen = weigh(candidate, levels, met);
      if (best === null || sum(chosen) > sum(best)) best = chosen;
    }
    if (best === null) break;
    const { id } = best;
    week.push(best);
    const [taken] = left.splice(
      left.findIndex((candidate) => candidate.id === id),
      1,
    );
    for (const system of taken?.systems ?? []) met.add(system);
  }
  return week;
}

/** All points of one. */
export function sum({ points }: Pick<Chosen, 'points'>): number {
  return points.severity + points.links + points.systems;
}

function weigh(
  { id, severity, systems, linkedFrom }: Candidate,
  levels: readonly number[],
  met: ReadonlySet<string>,
): Chosen {
  const newSystems = [...new Set(systems)].filter((system) => !met.has(system));
  const rank = levels.indexOf(severity);
  return {
    id,
    points: {
      severity: rank === -1 ? 0 : Math.max(0, mostPoints - rank),
      links: Math.min(mostPoints, linkedFrom),
      systems: Math.min(mostPoints, newSystems.length),
    },
    linkedFrom,
    newSystems,
  };
}
