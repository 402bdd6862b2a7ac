import type { FormatNote } from '../format-guide.ts';

export const onDutyNotes = {
  'on-duty-key': {
    why: 'What a misspelt key says would be lost, and the wrong person would be called at night.',
    examples: [
      {
        place: 'on-duty.yaml',
        wrong: 'rotation:\n  startsOn: 2026-11-02\n  oder: [ana, sam]\n  order: [ana, sam]',
        right: 'rotation:\n  startsOn: 2026-11-02\n  order: [ana, sam]',
      },
    ],
  },
  'on-duty-value': {
    why: 'Who is on duty is worked out from days and handles, so a day is one of the calendar, and nobody stands in for themselves.',
    examples: [
      {
        place: 'on-duty.yaml',
        wrong: 'shifts:\n  - from: 2026-11-31\n    superhero: ana',
        right: 'shifts:\n  - from: 2026-11-30\n    superhero: ana',
      },
      {
        place: 'on-duty.yaml',
        wrong: 'shifts:\n  - { from: 2026-11-30, superhero: ana, sidekick: ana }',
        right: 'shifts:\n  - { from: 2026-11-30, superhero: ana, sidekick: sam }',
      },
    ],
  },
  'on-duty-overlap': {
    why: 'Two people who both believe the other one answers: nobody does. The shift that begins later counts, which may not be what was meant.',
    weight: 'warning',
    examples: [
      {
        place: 'on-duty.yaml',
        wrong:
          'shifts:\n  - { from: 2026-11-02, to: 2026-11-09, superhero: ana }\n  - { from: 2026-11-09, superhero: sam }',
        right:
          'shifts:\n  - { from: 2026-11-02, to: 2026-11-08, superhero: ana }\n  - { from: 2026-11-09, superhero: sam }',
      },
    ],
  },
  'on-duty-gap': {
    why: 'A day on which nobody is on duty is the day on which something burns.',
    weight: 'warning',
    examples: [
      {
        place: 'on-duty.yaml',
        wrong: 'shifts:\n  - { from: 2026-11-02, superhero: ana }\n  - { from: 2026-11-16, superhero: sam }',
        right:
          'shifts:\n  - { from: 2026-11-02, superhero: ana }\n  - { from: 2026-11-09, superhero: sam }\n  - { from: 2026-11-16, superhero: ana }',
        note: 'A shift without a last day has a week.',
      },
    ],
  },
} as const satisfies Record<string, FormatNote>;
