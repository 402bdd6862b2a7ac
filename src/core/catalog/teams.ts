import GithubSlugger, { slug } from 'github-slugger';
import { compareText } from '../diagnostic.ts';
import type { Improvement } from '../improvement/improvement.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Catalog, Person, System } from './catalog.ts';

export interface Team {
  /** Unique among teams; the end of its page's address. */
  slug: string;
  /** As the files write it. */
  name: string;
  people: Person[];
  systems: System[];
  /** Hours a week; null where settings name none. */
  hours: number | null;
}

/** A page is a folder, and a folder's name has at most 255 bytes: four for each letter, and some for what tells two apart. */
const longestSlug = 60;

/** Every team that people, systems or settings name, by name. */
export function teamsOf({ people, systems, settings }: Catalog): Map<string, Team> {
  const names = new Set<string>();
  for (const { team } of [...(people ?? []), ...systems]) if (team !== null) names.add(team);
  for (const team of Object.keys(settings.teamHours)) names.add(team);
  const slugger = new GithubSlugger();
  const hours = new Map(Object.entries(settings.teamHours));
  return new Map(
    [...names].sort(compareText).map((name) => [
      name,
      {
        slug: slugger.slug([...slug(name)].slice(0, longestSlug).join('') || 'team'),
        name,
        people: (people ?? []).filter(({ team }) => team === name),
        systems: systems.filter(({ team }) => team === name),
        hours: hours.get(name) ?? null,
      },
    ]),
  );
}

/**
 * The team whose improvement it is: its owner's; where nobody owns it or the owner has no team, the team of the first
 * system of its incident that has one; else null.
 */
export function teamOf(
  {
    people,
    systems,
  }: {
    people: ReadonlyMap<string, Pick<Person, 'team'>>;
    systems: ReadonlyMap<string, Pick<System, 'team'>>;
  },
  { facts }: Pick<Postmortem, 'facts'>,
  { owner }: Pick<Improvement, 'owner'>,
): string | null {
  const own = owner === null ? null : (people.get(owner)?.team ?? null);
  if (own !== null) return own;
  for (const id of facts.systems) {
    const team = systems.get(id)?.team ?? null;
    if (team !== null) return team;
  }
  return null;
}
