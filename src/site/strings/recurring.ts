import type { RecurrenceName } from '../../core/page/recurring-page.ts';
import { span } from '../dates.ts';

export const recurring = {
  title: 'What recurs',
  lead: 'What a postmortem itself traces back to an earlier incident, and what looks alike.',
  counts: {
    named: 'named by hand',
    groups: (count: number) => (count === 1 ? 'group perhaps related' : 'groups perhaps related'),
    incidents: 'incidents in them',
  },
  related: 'Perhaps related',
  relatedExplained:
    'These hit the same system and carry the same tag: three or more of them, or two within a year. That says where to look, not that it happened again; read them before you call them one thing. A link among root causes puts two of them above.',
  rule: {
    title: 'How this is read',
    groups:
      'A shared system alone says that a system is busy, and a shared tag alone that a word is popular; a tag that only repeats the system’s name counts for nothing. A group that lies within a larger one is told there. Incidents that name no system, like those retold from elsewhere, are in none.',
    open: 'An improvement counts as open on the day of a later incident if an earlier one’s meeting had taken it on before that day, and it was neither done nor dropped by the end of it. It may be about something else.',
    foreseen: 'What a meeting saw coming on another system stands in',
    register: 'the register of risks',
    order: 'Those in which an earlier one’s improvement is still open come first, then the latest.',
  },
  empty: 'Nothing has happened twice. Long may that last.',
  times: (count: number) => `${count} incidents`,
  last: 'last on',
  stillOpen: (count: number) =>
    `${count === 1 ? 'one improvement of an earlier one is' : `${count} improvements of earlier ones are`} still open`,
  openNow: 'Open on the day of a later one, and open to this day',
  noneOpenNow: (done: number) =>
    done === 0
      ? 'No improvement of an earlier one was open on the day of a later one.'
      : done === 1
        ? 'One improvement of an earlier one was open on the day of a later one; it is done now.'
        : `${done} improvements of earlier ones were open on the day of a later one; they are done now.`,
  earlier: (count: number) =>
    count === 1 ? 'After one earlier incident' : `After ${count} earlier incidents`,
  daysLater: (days: number) => (days === 0 ? 'the same day' : `${span(days)} later`),
  foreseen: 'A risk written down before told of it:',
  named: 'Named by hand',
  namedExplained:
    'The root causes of these link to an earlier incident: whoever wrote them says that it came back.',
  namedNone:
    'No postmortem names an earlier one among its root causes. A link there says that it came back, and puts the two here.',
  namedBefore: (days: number) =>
    days === 0 ? 'names, from the same day,' : `names, from ${span(days)} before,`,
  tracedTo: 'traced back to',
  before: (days: number) => (days === 0 ? 'the same day' : `${span(days)} before`),
  moreNamed: (count: number) => `and ${count} earlier ones`,
  openThatDay: 'Open that day, from before:',
  more: (count: number) => `and ${count} more`,
  rest: 'And also',
  link: (name: string) => `Link to “${name}”`,
  because: 'Perhaps related',
  oneOf: 'Perhaps related:',
  /** What a group is called. */
  group: ({ systems, tags }: RecurrenceName) =>
    `${systems.map(({ text }) => text).join(', ')}, tagged ${tags.map(({ text }) => `“${text}”`).join(', ')}`,
};
