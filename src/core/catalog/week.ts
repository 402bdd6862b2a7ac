import { compareForBacklog, isOpen, isOverdue } from '../improvement/backlog.ts';
import { writtenOn } from '../postmortem/postmortem.ts';
import { addDays } from '../time/dates.ts';
import type { BacklogItem } from './catalog.ts';

/** What a leader asks the backlog once a week. Days are `YYYY-MM-DD`; both ends of a window belong to it. */
export interface Week {
  /** The first day of the week behind us, which ends today. */
  since: string;
  /** The last day of what is called soon. */
  soonUntil: string;
  /** The longest overdue first. */
  late: BacklogItem[];
  /** Open and due from today on, the earliest first. */
  dueSoon: BacklogItem[];
  /** Written since then, whatever became of them; the latest first. */
  written: BacklogItem[];
  /** Done since then, the latest first. */
  done: BacklogItem[];
  /** Given up since then, the latest first. */
  dropped: BacklogItem[];
}

const daysBehind = 7;
const daysAhead = 14;

export function weekOf(backlog: readonly BacklogItem[], today: string): Week {
  const since = addDays(today, -daysBehind);
  const soonUntil = addDays(today, daysAhead);
  const lately = (day: string | null): boolean => day !== null && day >= since && day <= today;
  const compare = compareForBacklog(today);
  const inOrder = (wanted: (item: BacklogItem) => boolean): BacklogItem[] =>
    backlog.filter(wanted).sort((a, b) => compare(a.improvement, b.improvement));
  const day = ({ postmortem }: BacklogItem): string => writtenOn(postmortem) ?? '';
  return {
    since,
    soonUntil,
    late: inOrder(({ improvement }) => isOverdue(improvement, today)),
    dueSoon: inOrder(
      ({ improvement }) =>
        isOpen(improvement) &&
        improvement.due !== null &&
        improvement.due >= today &&
        improvement.due <= soonUntil,
    ),
    written: inOrder(({ postmortem }) => lately(writtenOn(postmortem))).sort((a, b) =>
      day(a) === day(b) ? 0 : day(a) < day(b) ? 1 : -1,
    ),
    done: inOrder(({ improvement: { state, done } }) => state === 'closed' && lately(done)),
    dropped: inOrder(({ improvement: { state, dropped } }) => state === 'dropped' && lately(dropped)),
  };
}
