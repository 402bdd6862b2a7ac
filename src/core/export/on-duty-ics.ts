import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { shiftsBetween } from '../on-duty/roster.ts';
import { onDutyUrl } from '../page/urls.ts';
import { addDays } from '../time/dates.ts';
import { icalendar } from './calendar.ts';
import { stableName } from './site-address.ts';

const daysBehind = 28;
/** Half a year: whoever plans a holiday sees it in time. */
const daysAhead = 182;

/** The text of `on-duty.ics`: every shift, from some weeks back; null where no file says who is on duty. */
export function onDutyIcs(index: CatalogIndex, siteUrl: string | null): string | null {
  const { today, catalog } = index;
  if (catalog.onDuty === null) return null;
  const name = (handle: string): string => index.people.get(handle)?.name ?? handle;
  const url = siteUrl === null ? null : `${siteUrl}${onDutyUrl(index)}`;
  return icalendar({
    product: 'On duty',
    name: `${catalog.settings.organisation ?? 'Fire Marshal'}: on duty`,
    description: 'Who is on duty, superhero and sidekick.',
    madeOn: today,
    days: shiftsBetween(catalog.onDuty, addDays(today, -daysBehind), addDays(today, daysAhead)).map(
      ({ from, to, superhero, sidekick, note }) => ({
        // By its first day alone: whoever swaps a shift changes the event, and makes no second one.
        uid: stableName(siteUrl, index, `on-duty/${from}`),
        day: from,
        until: to,
        summary: `On duty: ${name(superhero)}${sidekick === null ? '' : ` and ${name(sidekick)}`}`,
        description: [
          `Superhero: ${name(superhero)}`,
          ...(sidekick === null ? [] : [`Sidekick: ${name(sidekick)}`]),
          ...(note === null ? [] : [note]),
          ...(url === null ? [] : [url]),
        ].join('\n'),
        url,
        categories: ['On duty'],
      }),
    ),
  });
}
