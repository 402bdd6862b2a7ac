import type { StopReason } from '../../core/replay/stops.ts';

type StopKind = StopReason['kind'];

const minutes = (count: number): string => (count === 1 ? 'one minute' : `${count} minutes`);

export const replay = {
  link: 'Replay this incident',
  crumb: 'Training',
  description: 'A past incident, told step by step. What would you have done?',
  lead: (count: number) =>
    `It happened, and it is over. Here it begins again, and you don’t know how it ends. About ${minutes(count)}.`,
  scene: 'What you know',
  when: 'The hour',
  about: 'about',
  systems: 'The systems',
  raisedBy: 'Who noticed',
  request: 'In their words',
  next: 'What happened next',
  reveal: 'What the team did',
  stop: 'Stop and think',
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
  training: 'More to replay: Training',
  elapsed: (text: string) => `${text} since it was noticed`,
  /** Told with the entry, never before it. */
  why: {
    detected: () => 'Here the team learned of it.',
    'first-action': () => 'Here the team acted for the first time.',
    mitigated: () => 'Here it stopped hurting.',
    confirmed: () => 'Here a suspicion was confirmed.',
    'long-gap': (count: number) => `${minutes(count)} went by before this, with nothing written down.`,
  } satisfies Record<StopKind, (count: number) => string>,
  /** For who leads a group, and only there: each gives away what kind of thing comes next. */
  hints: {
    detected:
      'Be the one who calls. Answer only what that person could know, and ask how we could have noticed first.',
    'first-action': 'For each thing they want to try, ask what it would rule out, and what it could break.',
    mitigated: 'The way out is near. Ask what would stop the bleeding, even while the cause is unknown.',
    confirmed: 'Ask for a list of what they suspect, and for a test that could rule out each.',
    'long-gap': 'Let them feel the wait. Who is waiting for word from us meanwhile, and what do we say?',
  } satisfies Record<StopKind, string>,
  hintTitle: 'For you, who leads:',
};

/** For the replay's script. */
export const replayTools = {
  label: 'Replay',
  back: 'Back',
  position: (at: number, all: number) => `${at} of ${all}`,
  over: 'Start over',
  overAsk: 'Start over? Your notes will be forgotten.',
  download: 'Save my notes',
  lead: 'Lead a group',
  leadExplained: 'You see the whole script, with hints. The group’s screen shows only the present.',
  alone: 'Stop leading',
  screen: 'Open the group’s screen',
  print: 'Print the cards',
  keys: 'Keys: → or Space goes on, ← goes back.',
  yours: 'You wrote',
  mine: 'My notes',
  team: 'What the team did',
  nothing: '(nothing written)',
};
