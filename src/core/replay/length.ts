import type { Postmortem } from '../postmortem/postmortem.ts';
import { stopsOf } from './stops.ts';
import { storyOf } from './story.ts';

/** Of silent reading. English words have about six letters with the blank behind them. */
const lettersAMinute = 6 * 220;
const minutesAStop = 2;
const minutesAQuestion = 1;
const minutesOfDebrief = 3;

/** About how long a reader takes, in whole minutes, for the postmortem and for its replay. */
export interface ReadingTime {
  read: number;
  replay: number;
}

/** Of a replay: its entries, time to think at each stop and each of the five questions, and the debrief. */
export function readingTime({ document, timeline, hypotheses }: Postmortem): ReadingTime {
  const told = storyOf(timeline)?.told ?? [];
  const letters = told.reduce((sum, { text }) => sum + text.length, 0);
  const thinking = stopsOf(told, hypotheses).size * minutesAStop + 5 * minutesAQuestion + minutesOfDebrief;
  return {
    read: Math.max(1, Math.ceil(document.source.text.length / lettersAMinute)),
    replay: Math.ceil(letters / lettersAMinute) + thinking,
  };
}
