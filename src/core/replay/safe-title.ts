import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';

const shownSystems = 2;
const list = new Intl.ListFormat('en-GB');
const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * What an incident can be called in front of those who are still to find out about it:
 * `An incident on Fax gateway, Friday 4 May 2018`. Its own title often names the cause.
 */
export function safeTitle(
  { systems }: Pick<CatalogIndex, 'systems'>,
  { facts, date }: Pick<Postmortem, 'facts' | 'date'>,
): string {
  const names = [...new Set(facts.systems)].map((id) => systems.get(id)?.name ?? id);
  const more = names.length - shownSystems;
  const shown = more > 0 ? [...names.slice(0, shownSystems), `${more} more`] : names;
  const where = shown.length === 0 ? '' : ` on ${list.format(shown)}`;
  const when = date === null ? '' : `, ${weekday.format(new Date(`${date}T00:00:00Z`)).replace(',', '')}`;
  return `An incident${where}${when}`;
}
