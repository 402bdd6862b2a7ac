import { compareText } from '../diagnostic.ts';
import type { Catalog } from './catalog.ts';

/**
 * Everyone who has a page: the people of `people.yaml`, and whoever owns an improvement or a next action, facilitated
 * a meeting or is on duty. Handles are compared letter by letter, as the rest of the format does: `Ana` and `ana` are two people, which
 * `check` reports.
 *
 * @returns Handles as they are written, each once, in the order of their letters.
 */
export function handlesOf({
  catalog,
}: {
  catalog: Pick<Catalog, 'people' | 'postmortems' | 'onDuty'>;
}): string[] {
  const handles = new Set((catalog.people ?? []).map(({ handle }) => handle));
  const add = (handle: string | null): void => {
    if (handle !== null) handles.add(handle);
  };
  for (const { facts, questions, nextActions } of catalog.postmortems) {
    add(facts.facilitator);
    for (const { improvements } of Object.values(questions)) for (const { owner } of improvements) add(owner);
    for (const { owner } of nextActions) add(owner);
  }
  for (const handle of catalog.onDuty?.rotation?.order ?? []) add(handle);
  for (const { superhero, sidekick } of catalog.onDuty?.shifts ?? []) {
    add(superhero);
    add(sidekick);
  }
  return [...handles].sort(compareText);
}
