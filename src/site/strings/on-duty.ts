/** What the page of who is on duty says, and the guides where they show it. */

import { zonePlace } from '../zone-place.ts';

export const onDuty = {
  title: 'On duty',
  lead: (zone: string) =>
    `One superhero and a sidekick at a time. Days begin and end at midnight in ${zonePlace(zone)}.`,
  /** Before a day, which is the one of the build. */
  onDay: 'On duty on',
  built: 'the day this site was built',
  today: 'On duty today,',
  superhero: 'Superhero',
  sidekick: 'Sidekick',
  alone: 'No sidekick is named.',
  nobody: 'Nobody is on duty.',
  unknown: 'This page is too old to know. Ask in the channel, and have the site built anew.',
  until: 'until',
  next: 'The weeks to come',
  days: 'Days',
  now: 'now',
  whole: 'Who is on duty, and what is handed over',
  undecided: (day: string) => `The list ends on ${day}. Who comes after that?`,
  none: 'No file says who is on duty. Write content/on-duty.yaml, for example like this, and this page shows who has today and what to hand over:',
  noneInGuide: 'No file says who is on duty yet.',
  example: (day: string) => `rotation:\n  startsOn: ${day}\n  order: [ana, sam, mei]\n`,
  guide: 'How it works:',
  handOver: 'Hand-over',
  handOverOn: (day: string) => `on ${day}`,
  handOverLead:
    'Ten minutes, aloud, with both of you looking at this page. Say what is not written anywhere, too.',
  asOf: (day: string) => `As of ${day}, when this site was built.`,
  burning: 'Burning now',
  burningNone: 'Nothing burns.',
  meetings: 'Postmortems due',
  meetingsNone: 'Every postmortem that was asked for has been held.',
  improvements: 'Improvements late or due soon',
  improvementsNone: 'Nothing is late, and nothing is due.',
  calendar: 'See the shifts in your own calendar: subscribe to',
};

export const guideParts = {
  severities: {
    severity: 'Severity',
    afterwards: ({
      postmortem,
      postmortemDays,
      improvementDays,
    }: {
      postmortem: boolean;
      postmortemDays: number | null;
      improvementDays: number | null;
    }) => {
      const held = postmortem
        ? postmortemDays === null
          ? 'Afterwards a postmortem'
          : `Afterwards a postmortem, within ${postmortemDays} days`
        : 'No postmortem is asked for';
      return improvementDays === null
        ? `${held}.`
        : `${held}; improvements done within ${improvementDays} days.`;
    },
  },
  workflow: {
    postmortem: {
      label: 'The statuses of a postmortem',
      state: 'Status',
      meaning: 'What it means',
      asks: 'What check asks for',
    },
    improvement: {
      label: 'The states of an improvement',
      state: 'State',
      meaning: 'What it means',
      asks: 'How it is written',
    },
    /** What pages call a state, where they say it otherwise. */
    shownAs: (name: string) => `on pages “${name}”`,
  },
  reportTemplate: 'Report template',
  copy: 'Copy',
  copied: 'Copied',
  limits: {
    none: 'The settings name neither limits nor hours. Where they do (wipLimits, teamHours), they stand here.',
    now: (now: number, limit: number) => `${now} of at most ${limit}`,
    over: (by: number) => `${by} too many: finish before you start`,
    hours: (hours: number) => `${hours} hours a week`,
  },
};
