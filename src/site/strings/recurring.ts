import { span } from '../dates.ts';

export const recurring = {
  title: 'What recurs',
  lead: 'Incidents that hit the same system in the same way, and what was still open when it happened again.',
  counts: {
    groups: (count: number) => (count === 1 ? 'thing that recurs' : 'things that recur'),
    incidents: 'incidents among them',
    stillOpen: 'improvements were open when it happened again, and still are',
  },
  rule: {
    title: 'How this is read',
    text: 'Two incidents are told together when they hit the same system and carry the same tag.',
    groups:
      'A shared system alone says that a system is busy, and a shared tag alone that a word is popular; both together say that it happened again. A group that lies within a larger one is told there. Incidents that name no system, like those retold from elsewhere, are in none.',
    open: 'An improvement counts as open when it happened again if an earlier incident’s meeting had taken it on before that day, and it was neither done nor dropped by the end of it.',
    foreseen: 'What a meeting saw coming on another system stands in',
    register: 'the register of risks',
    order: 'What still has something open comes first, then what happened again most lately.',
  },
  empty: 'Nothing has happened twice. Long may that last.',
  times: (count: number) => `${count} incidents`,
  last: 'last on',
  stillOpen: (count: number) =>
    `${count === 1 ? 'one improvement' : `${count} improvements`} still open from before`,
  openNow: 'Open when it happened again, and open to this day',
  repeats: (count: number) =>
    count === 1 ? 'it happened again once meanwhile' : `it happened again ${count} times meanwhile`,
  noneOpenNow: (done: number) =>
    done === 0
      ? 'No improvement was open when it happened again.'
      : done === 1
        ? 'One improvement was open when it happened again; it is done now.'
        : `${done} improvements were open when it happened again; they are done now.`,
  earlier: (count: number) =>
    count === 1 ? 'After one earlier incident' : `After ${count} earlier incidents`,
  daysLater: (days: number) => (days === 0 ? 'the same day' : `${span(days)} later`),
  foreseen: 'A risk written down before told of it:',
  named: 'Named by hand',
  namedExplained: 'The root causes of these link to an earlier incident, whatever system or tag it has.',
  namedBefore: (days: number) =>
    days === 0 ? 'names, from the same day,' : `names, from ${span(days)} before,`,
  moreNamed: (count: number) => `and ${count} earlier ones`,
  openThatDay: 'Open that day, from before:',
  more: (count: number) => `and ${count} more`,
  rest: 'And also',
  link: (name: string) => `Link to “${name}”`,
  because: 'It happened more than once',
  oneOf: 'It happened more than once:',
};
