import type { Catalog } from '../catalog/catalog.ts';
import { addDays, workdayFrom } from '../time/dates.ts';
import type { ListEntry } from './list-entry.ts';
import { anyExamples, type PromptExamples } from './section-prompts.ts';

/** Of what a new file is. */
export interface Setting {
  systems: readonly string[];
  severity: number;
  /** Who is known to be at the meeting, handles. */
  present: readonly string[];
  /** Systems and people that their lists do not have yet. */
  entries: readonly ListEntry[];
  /** The day from which improvements are promised, `YYYY-MM-DD`. */
  day: string;
}

/** Names longer than this would break the line that they stand in. */
const longestName = 30;

/** Examples that are of the reader's own organisation: somebody who may well take it on, a neighbour that may well break. */
export function promptExamples(
  { settings, systems, people }: Pick<Catalog, 'settings' | 'systems' | 'people'>,
  { systems: affected, severity, present, entries, day }: Setting,
): PromptExamples {
  const team = systems.find(({ id }) => id === affected[0])?.team ?? null;
  const colleague = (people ?? []).find((person) => team !== null && person.team === team);
  const newcomer = entries.find(({ file }) => file === 'people.yaml');
  const handle = present[0] ?? colleague?.handle ?? people?.[0]?.handle ?? newcomer?.id ?? anyExamples.handle;
  const days = settings.severities.find(({ level }) => level === severity)?.improvementDays ?? 14;
  return { handle, due: workdayFrom(addDays(day, days)), system: neighbour() };

  function neighbour(): PromptExamples['system'] {
    const others = systems.filter(({ id }) => !affected.includes(id));
    const near = others.find(({ dependsOn }) => dependsOn.some((id) => affected.includes(id)));
    const fresh = entries.find(({ file }) => file === 'systems.yaml');
    const { id, name } = near ?? others[0] ?? systems[0] ?? fresh ?? anyExamples.system;
    const written = name.replace(/\s+/g, ' ').trim();
    return { id, name: written.length > longestName ? id : written };
  }
}
