import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { postmortemsDue } from '../catalog/postmortems-due.ts';
import { compareForBacklog, isOpen } from '../improvement/backlog.ts';
import type { Shift } from '../on-duty/on-duty.ts';
import { endOf, shiftsBetween } from '../on-duty/roster.ts';
import { addDays } from '../time/dates.ts';
import { burningCards } from './card.ts';
import { guideLink } from './guide-link.ts';
import type { OnDutyNow, OnDutyPage, ShiftModel } from './handbook-model.ts';
import { personModel } from './people.ts';
import { postmortemDueModel } from './postmortem-due.ts';
import { onDutyUrl } from './urls.ts';
import { weekList } from './week-list.ts';

/** How far ahead anybody plans; long enough for a site that is not built for a month. */
const daysAhead = 70;
const shownShifts = 10;
const shownImprovements = 8;

/** Who is on duty; null where no file says it. */
export function onDutyNow(index: CatalogIndex): OnDutyNow | null {
  const { today, catalog } = index;
  if (catalog.onDuty === null) return null;
  const horizon = addDays(today, daysAhead);
  const planned = shiftsBetween(catalog.onDuty, today, horizon);
  const shifts = planned.slice(0, shownShifts).map((shift) => shiftModel(index, shift));
  const [first] = shifts;
  return {
    today,
    shift: first !== undefined && first.from <= today ? first : null,
    shifts,
    knownUntil: planned.length > shownShifts ? (shifts.at(-1)?.to ?? today) : horizon,
    timezone: catalog.settings.timezone,
    url: onDutyUrl(index),
  };
}

/** The page of who is on duty, with what is handed over; null where no file says it. */
export function onDutyPage(index: CatalogIndex): OnDutyPage | null {
  const now = onDutyNow(index);
  const { today, catalog } = index;
  if (now === null || catalog.onDuty === null) return null;
  const next = now.shift === null ? now.shifts[0] : now.shifts[1];
  const until = next?.to ?? addDays(today, 14);
  const compare = compareForBacklog(today);
  const due = catalog.backlog
    .filter(({ improvement }) => isOpen(improvement) && improvement.due !== null && improvement.due <= until)
    .sort((a, b) => compare(a.improvement, b.improvement));
  const { rotation, shifts } = catalog.onDuty;
  const ends = shifts.map((_, at) => endOf({ rotation, shifts }, at));
  return {
    ...now,
    until: rotation === null ? ends.reduce((a, b) => (a > b ? a : b), '') : null,
    guide: guideLink(index, 'on-duty'),
    burning: burningCards(index),
    postmortemsDue: postmortemsDue(index).map((due) => postmortemDueModel(index, due)),
    improvements: weekList(index, due, {
      most: shownImprovements,
      query: { state: 'open', sort: 'due' },
      on: ({ improvement }) => improvement.due,
    }),
    improvementsUntil: until,
    calendarUrl: `${index.basePath}on-duty.ics`,
  };
}

function shiftModel(index: CatalogIndex, { from, to, superhero, sidekick, note }: Shift): ShiftModel {
  const person = personModel(index, superhero);
  return {
    from,
    to,
    superhero: person,
    sidekick: sidekick === null ? null : personModel(index, sidekick),
    note,
  };
}
