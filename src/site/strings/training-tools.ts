import { dayCount } from '../dates.ts';

export const trainingTools = {
  done: (title: string) => `Done: ${title}`,
  replayed: (day: string) => `Replayed on ${day}`,
  ticked: (day: string) => `Done on ${day}`,
  progressLabel: 'Your first week',
  progress: (done: number, all: number) =>
    done === all ? `All ${all} done. Welcome aboard.` : `${done} of ${all} done`,
  kept: 'Kept in this browser only.',
  notKept: 'This browser keeps nothing, so it is forgotten when you leave.',
  forget: 'Forget my progress',
  forgetAsk: 'Forget what you have done here? Your notes in replays stay.',
  onThisDay: 'On this day',
  exact: (day: string) => `${day}, in another year:`,
  nearest: (day: string, away: number) =>
    `Nothing is known of ${day}. Nearest in the year, ${dayCount(away)} away:`,
  pick: 'Pick one for me',
  pickLead: (count: number) =>
    count === 1 ? 'There is one to pick.' : `One of ${count}, by chance. Those you have done come last.`,
  pickNow: 'Pick one',
  again: 'Another one',
  picked: 'How about this one?',
  pickedAgain: 'You have done all of them. How about this one again?',
};
