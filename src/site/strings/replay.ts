import type { StopReason } from '../../core/replay/stops.ts';
import { roundedDurationText } from '../../core/time/duration.ts';

const minutes = (count: number): string => (count === 1 ? 'one minute' : `${count} minutes`);

export const replay = {
  link: 'Replay this incident',
  crumb: 'Training',
  description: 'A past incident, told step by step. What would you have done?',
  lead: (count: number) =>
    `It happened, and it is over. Here it begins again, and you don’t know how it ends. About ${minutes(count)}.`,
  scene: 'How it begins',
  when: 'The day',
  raisedBy: 'Who noticed',
  request: 'In their words',
  next: 'What happened next',
  reveal: 'What the team did',
  think: 'Stop and think',
  asks: ['What would you check?', 'Whom would you tell?', 'What would you try?'],
  notes: 'Your notes',
  meeting: 'The meeting asks',
  toQuestion: (name: string) => `The meeting asks: ${name}`,
  unseenAsk: 'Before anybody noticed',
  unseenQuestion: 'When did it begin, and with what? Why could nobody see it?',
  unseen: 'What nobody knew then',
  debrief: 'Looking back',
  causes: 'Root causes',
  suspected: 'What the team suspected',
  answers: 'What the meeting answered',
  ideas: 'Ideas',
  risks: 'Risks',
  improvements: 'Taken on',
  further: 'Where to read on',
  postmortem: 'The whole postmortem',
  systemsAt: 'What else happened to',
  related: 'Others like it, to replay',
  elapsed: (text: string) => `${text} since it was noticed`,
  hintTitle: 'For you, who leads:',
};

interface StopWords {
  /** Where the team stands, in what was told by now. */
  before?: string;
  /** Told with the entry, never before it. */
  after: string;
  /** For who leads a group, and only there: it gives away what kind of thing comes next. */
  hint: string;
}

const stopWords: Record<Exclude<StopReason['kind'], 'long-gap'>, StopWords> = {
  opening: {
    before: 'This is all that anybody knows.',
    after: 'Until here the team knew no more than you.',
    hint: 'Be the one who calls. Answer only what that person could know.',
  },
  'first-action': {
    after: 'Here the team acted for the first time.',
    hint: 'For each thing they want to try, ask what it would rule out, and what it could break.',
  },
  decision: {
    after: 'Here the team decided.',
    hint: 'Ask what else could be decided, and who may decide it.',
  },
  confirmed: {
    after: 'Here a suspicion was confirmed.',
    hint: 'Ask for a list of what they suspect, and for a test that could rule out each.',
  },
  mitigated: {
    after: 'Here it stopped hurting.',
    hint: 'The way out is near. Ask what would stop the bleeding, even while the cause is unknown.',
  },
  aftermath: {
    before: 'It has stopped hurting. Is anything left to do?',
    after: 'This was left to do.',
    hint: 'Ask who still waits for something, and who doesn’t know yet that it is over.',
  },
};

/** What is said around a stop, by the reason for it. */
export function stopWordsOf(reason: StopReason): StopWords {
  if (reason.kind !== 'long-gap') return stopWords[reason.kind];
  return {
    after: `${roundedDurationText(reason.minutes)} went by before this, with nothing written down.`,
    hint: 'Let them feel the wait. Who is waiting for word from us meanwhile, and what do we say?',
  };
}

/** For the replay's script. */
export const replayTools = {
  label: 'Replay',
  back: 'Back',
  position: (at: number, all: number) => `Step ${at} of ${all}`,
  over: 'Start over',
  overAsk: 'Start over? Your notes will be forgotten.',
  download: 'Save my notes',
  lead: 'Lead a group',
  leadExplained: 'You see the whole script, with hints. The group’s screen shows only the present.',
  alone: 'Stop leading',
  screen: 'Open the group’s screen',
  print: 'Print the cards',
  wheel: 'All of them for the Wheel of Misfortune',
  more: 'More',
  read: 'Read the postmortem',
  keys: 'Keys: → or Space goes on, ← goes back.',
  yours: 'You wrote',
  mine: 'My notes',
  team: 'What the team did',
  nothing: '(nothing written)',
};
