import type { FormatNote } from '../format-guide.ts';

export const timelineNotes = {
  'timeline-entry': {
    why: 'An entry without a time can’t be placed, drawn or counted. “About” is a time too: `~08:40`.',
    examples: [
      {
        place: 'timeline',
        wrong: '- 2018-05-04 08:25 A supplier writes.\n- Then we look at the queue.',
        right: '- 2018-05-04 08:25 A supplier writes.\n- ~08:40 We look at the queue.',
      },
    ],
  },
  'timeline-time': {
    why: 'One way to write a time means that nobody wonders whether 5:00 was in the morning.',
    mended: true,
    examples: [
      {
        place: 'timeline',
        wrong: '- 2018-05-04 5:00 PM The bill is paid.',
        right: '- 2018-05-04 17:00 The bill is paid.',
      },
    ],
  },
  'timeline-date': {
    why: 'Entries take their day from the one above, so the first has to say it, unless the file’s name begins with a date.',
    examples: [
      {
        place: 'timeline',
        wrong: '- 08:25 A supplier writes.',
        right: '- 2018-05-04 08:25 A supplier writes.',
      },
    ],
  },
  'timeline-zone': {
    why: 'On the night the clocks change, one hour is missing or comes twice. An offset says which one you mean, and durations stay right.',
    examples: [
      {
        place: 'file',
        wrong:
          '---\ntitle: The long night\nstatus: open\nseverity: 2\ntimezone: America/New_York\n---\n\n## Summary\n\nOrders stood still.\n\n## Timeline\n\n- 2020-11-01 01:30 Orders stop.',
        right:
          '---\ntitle: The long night\nstatus: open\nseverity: 2\ntimezone: America/New_York\n---\n\n## Summary\n\nOrders stood still.\n\n## Timeline\n\n- 2020-11-01 01:30-04:00 Orders stop.',
      },
    ],
  },
  'timeline-order': {
    why: 'A timeline is read from top to bottom. A time before the one above it is either in the wrong place or on the next day.',
    examples: [
      {
        place: 'timeline',
        wrong: '- 2018-05-04 23:50 The queue fills.\n- 00:10 On-duty is paged.',
        right: '- 2018-05-04 23:50 The queue fills.\n- 2018-05-05 00:10 On-duty is paged.',
      },
    ],
  },
  'timeline-label': {
    why: 'Durations are counted from labels. With a slip in one, a duration would be missing and nobody would know why.',
    mended: true,
    examples: [
      {
        place: 'timeline',
        wrong: '- 2018-05-04 08:25 **detcted, report** A supplier writes.',
        right: '- 2018-05-04 08:25 **detected, report** A supplier writes.',
      },
    ],
  },
  'timeline-mark': {
    why: 'Each mark is one moment: it started once. With two of them, every duration would have two answers.',
    examples: [
      {
        place: 'timeline',
        wrong:
          '- 2018-05-04 02:10 **started** The account is suspended.\n- 02:15 **started** The first fax fails.',
        right: '- 2018-05-04 02:10 **started** The account is suspended.\n- 02:15 The first fax fails.',
      },
    ],
  },
  'timeline-size': {
    why: 'Five thousand entries are a log. The timeline is for the moments that explain what happened; the log can lie beside it.',
    examples: [
      {
        place: 'in-words',
        wrong: 'A timeline of 5,001 entries.',
        right: 'The thirty that explain it, and a link to the log.',
      },
    ],
  },
  'mark-missing': {
    why: 'When it started, when we noticed and when it was over are what a resolved incident is asked for first. From these three come all its durations.',
    examples: [
      {
        place: 'timeline',
        status: 'resolved',
        wrong:
          '- 2018-05-04 02:10 **started** The account is suspended.\n- 08:25 **detected** A supplier writes.\n- 13:05 The last order is sent.',
        right:
          '- 2018-05-04 02:10 **started** The account is suspended.\n- 08:25 **detected** A supplier writes.\n- 13:05 **resolved** The last order is sent.',
      },
    ],
  },
} as const satisfies Record<string, FormatNote>;
