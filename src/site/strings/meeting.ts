/** What the meeting's page says: words for the whole room, short enough to read from the last row. */

import type { Step } from '../../core/meeting/agenda.ts';
import type { MeetingAsk } from '../../core/meeting/asks.ts';
import type { Question, RaisedBy } from '../../core/vocabulary.ts';

export const meeting = {
  title: (postmortem: string) => `Meeting: ${postmortem}`,
  link: 'Run the meeting',
  linkHeld: 'walk through it again',
  welcome: 'Postmortem meeting',
  facilitator: 'Facilitator',
  agenda: 'Agenda',
  minutes: (count: number) => `${count} min`,
  inAll: (count: number) => `${count} minutes in all`,
  whoComes: 'In the room',
  room: (reporter: string) => `those who worked on it, the support team, and ${reporter}`,
  back: 'Back to the postmortem',
  guide: 'How to run it',
  moreBlameless: 'More on blameless words',
  readAloud: 'Read aloud',
  askThem: 'Questions that help',
  stillToWrite: 'Still to be written. Let the team tell it now, and type along.',
  noTimeline:
    'There is no timeline yet. Let the team tell what happened, from the first sign on, and type along.',
  impact: 'Who felt it, and how',
  entryOf: (at: number, count: number) => `${at} of ${count}`,
  gap: (minutes: string) => `${minutes} after the entry before`,
  inFile: 'In the file so far',
  nothingInFile: 'Nothing in the file yet. All of it comes from you.',
  withoutScript:
    'To type ideas here, and to have a clock, JavaScript has to be on. All there is to say stands below.',
  lackingFile: 'In the file',
  lackingFileNone: 'Every open improvement in the file has an owner and a date.',
  lackingFileHow: 'These stand in the file already. Say who takes them there.',
};

/** Who is invited for what they know. */
export const reporterWords: Record<RaisedBy, string> = {
  customer: 'whoever speaks for the customers who reported it',
  'product-owner': 'the product owner who reported it',
  security: 'whoever sent the security report',
  system: 'whoever looks after the alert that reported it',
};
export const reporterUnknown = 'whoever reported it';

export const stepNames: Record<Step, string> = {
  introductions: 'Introductions',
  blameless: 'What blameless means',
  summary: 'Summary',
  timeline: 'Timeline',
  detect: 'Detect',
  react: 'React',
  'quick-fix': 'Quick fix',
  prevent: 'Prevent',
  'other-areas-of-risk': 'Other areas of risk',
  choosing: 'What we try',
  owners: 'An owner and a date on each',
  thanks: 'Thanks',
};

/** The agenda as it is told beforehand, in the order of `outline`. */
export const outlineNames = [
  'Introductions',
  'What blameless means',
  'Summary and timeline',
  'The five questions',
  'What we try, who takes it, until when',
  'Thanks',
];

export const introductions = {
  lead: 'Who are you, what do you do, and where were you when it happened?',
  asks: [
    'Two sentences each. Whoever reported it goes first.',
    'Who is here for their first one? You are the reason we explain everything.',
    'Who would have liked to be here, and who will tell them?',
  ],
};

export const blameless = {
  lead: 'We ask how it happened, never who.',
  aloud: [
    'Systems fail. The people in them did what made sense, with what they could see at that moment.',
    'If it made sense to one of us, it will make sense to the next. That is what we are here to change.',
    'What you say in this room has no consequences for you. You may say “I typed it”.',
    'If a sentence sounds like blame, anybody may ask to turn it around. No apology is needed.',
  ],
};

export const summaryAsks = [
  'Is that how it looked from where you were?',
  'What did customers see, and when did they stop seeing it?',
  'Which number in it is a guess?',
];

export const timelineWords = {
  lead: 'What did each of us see, and when?',
  asks: [
    'We go through it entry by entry. Stop us wherever something is missing.',
    'Say what you saw at that moment, not what you know today.',
    'When two of us remember it differently, both versions go into the file.',
  ],
};

export const entryAsks: Record<MeetingAsk, string> = {
  start: 'What did everything look like just before?',
  detection: 'What made somebody look? What could have told us sooner?',
  end: 'How did we know that it was over?',
  gap: 'What happened in the time before? What were we waiting for?',
  change: 'What made sense about that at the time?',
  news: 'Who heard of it, and what did it say to them?',
  message: 'Who heard this, and who would have liked to?',
  decision: 'What else was on the table? What spoke for this?',
  action: 'What made sense about that at the time? What did we expect to see?',
  other: 'What was on the screen? What did we believe was going on?',
};

export const questionAsks: Record<Question, string[]> = {
  detect: [
    'What was the very first sign, and who could have seen it?',
    'Could the system have told us before a customer did?',
    'Which alert fired and was not heard? Why was that a sensible thing to do?',
  ],
  react: [
    'What did you look for first, and could not find?',
    'Whom would you have liked to have in the room, and when?',
    'What surprised you?',
  ],
  'quick-fix': [
    'When did we know what would stop it, and what did we still wait for?',
    'What would you have liked to have a button for?',
    'What would a calm person with no idea of the system have needed?',
  ],
  prevent: [
    'What else had to be true for this to happen?',
    'What made that the likely thing to do?',
    'If it happens again, what would make it small?',
  ],
  'other-areas-of-risk': [
    'Where else do we do it like this?',
    'What were you afraid of while you looked at it?',
    'What worked only because we were lucky?',
  ],
};

export const choosing = {
  lead: 'Which of these do we want to try?',
  asks: ['Few, and soon. Three that are done change more than eleven that are not.'],
};

export const owners = {
  lead: 'Who takes it, and until when?',
  asks: ['An owner is somebody in this room who says yes aloud. A date is one that they name themselves.'],
};

/** What an improvement lacks. */
export const lacks = { owner: 'no owner yet', due: 'no date yet' };

export const thanks = {
  lead: 'Thank you.',
  lines: [
    'To those who were up that night.',
    'To whoever told us about it.',
    'To everybody who said “I did that”, so that the next one of us won’t have to.',
  ],
};

export const closing = {
  name: 'After the meeting',
  lead: 'What still lacks something, and what goes into the file',
};

/** For the script of the meeting. */
export const meetingScript = {
  bar: 'Meeting',
  previous: 'Previous card',
  next: 'Next card',
  jump: 'Go to',
  place: (at: number, count: number) => `${at} / ${count}`,
  clock: {
    of: (spent: number, meant: number) => `${spent} of ${meant} min`,
    over: (minutes: number) =>
      `${minutes === 1 ? 'a minute' : `${minutes} minutes`} over, take what it needs`,
    inAll: (spent: number, meant: number) => `${spent} of ${meant} in all`,
    start: 'Start the clock',
    pause: 'Pause the clock',
    resume: 'Go on',
    paused: 'paused',
  },
  keys: 'Keys',
  keysOf: [
    [['→', 'Space', 'Page Down'], 'next card'],
    [['←', 'Page Up'], 'card before'],
    [['Home', 'End'], 'first and last card'],
    [['1', '–', '5'], 'the five questions'],
    [['i'], 'type an idea, or something to park'],
    [['p'], 'pause the clock, or let it go on'],
    [['b'], 'blank screen, and back'],
    [['f'], 'full screen'],
    [['?'], 'these keys'],
    [['Esc'], 'leave a field, close this'],
  ] as [string[], string][],
  singleKeys: 'Letters, numbers and signs are commands. Turn it off if you speak to your computer.',
  offline:
    'From now on this page needs no network, until it is loaded anew. What you type is kept in this browser.',
  offlineKept:
    'From now on this page needs no network, not even to be loaded anew. What you type is kept in this browser.',
  network: 'Without a network',
  networkHow:
    'Everything here came with the page, so a meeting goes on where the network fails. Over https it can even be loaded anew, as you last saw it. What you typed is still there then: it lies in this browser, and nowhere else.',
  close: 'Close',
  blank: 'The screen is blank. Press any key to go on.',
  full: 'Full screen',
  add: 'Add',
  addIdea: 'An idea, in the words of whoever has it',
  addRisk: 'Something else with the same weakness',
  addParked: 'Something for later, or for elsewhere',
  parked: 'Parking lot',
  park: 'Park something',
  votes: (count: number) => (count === 1 ? '1 vote' : `${count} votes`),
  vote: (text: string) => `Vote for “${text}”`,
  unvote: (text: string) => `Take a vote away from “${text}”`,
  edit: (text: string) => `Change “${text}”`,
  remove: (text: string) => `Remove “${text}”`,
  removed: (text: string) => `Removed “${text}”.`,
  undo: 'Undo',
  nothingToChoose: 'No ideas yet. They come with the five questions.',
  inFile: 'in the file',
  nothingChosen: 'Nothing is chosen yet. Go back one card, and mark what the team wants to try.',
  owner: 'Owner',
  ownerOf: (text: string) => `Owner of “${text}”`,
  dueOf: (text: string) => `Date of “${text}”`,
  weekend: 'a weekend',
  unknownOwner: (handle: string) => `${handle} is not in people.yaml`,
  noHandle: 'a handle is one word, like ana',
  inWeeks: (count: number) => (count === 1 ? 'in a week' : `in ${count} weeks`),
  byPolicy: (days: number) => `within ${days} days`,
  lacking: (count: number) => (count === 1 ? 'One still lacks something' : `${count} still lack something`),
  lackingNone: 'Nothing of what was chosen here lacks an owner or a date.',
  fromHere: 'Chosen here',
  chosenNone: 'Nothing was chosen here.',
  toPaste: 'For the file',
  pasteHow:
    'Paste each list under its heading, then set the status to reviewed and run the check. What stands in the file with the same words is left out.',
  pasteNone: 'Nothing to paste: nothing was typed here that the file does not have.',
  pasteFrom: 'Ideas of the file that were chosen come out as improvements: take their bullets away.',
  copyAll: 'Copy all',
  copySection: (heading: string) => `Copy ${heading}`,
  copied: 'Copied.',
  notCopied: 'The browser did not let us copy. Mark the text and copy it by hand.',
  download: 'Download',
  clear: 'Clear what was typed',
  clearSure: (count: number) =>
    `Clear ${count === 1 ? 'the one note' : `all ${count} notes`}, the votes and the clock from this browser? It can be undone.`,
  clearYes: 'Clear',
  clearNo: 'Keep',
  cleared: 'Cleared.',
  kept: 'Kept in this browser only, until you clear it.',
  noRoom:
    'Your browser has no room left. What you type stays on this page, but is gone when it closes: copy it from the last card now.',
  noStorage:
    'This browser keeps nothing for this page. What you type is gone when it closes: copy it from the last card before.',
  invite: 'Invitation',
  inviteTitle: 'Invite to the meeting',
  inviteHow:
    'Makes a calendar file that you attach to a mail or open in your calendar. Nothing is sent from here.',
  date: 'Day',
  time: 'Begins',
  length: 'Minutes',
  zone: (zone: string) => `In your own zone, ${zone}. Guests see it in theirs.`,
  location: 'Where',
  locationHint: 'A room, or the address of a call',
  organizer: 'Your e-mail address',
  guests: 'Guests',
  guestsHint: 'One a line: a name, or an e-mail address',
  guestsWho: (reporter: string) =>
    `Those who worked on it, the support team, and ${reporter}. Somebody who was not there, to learn.`,
  inviteMake: 'Download invitation',
  inviteMade: 'The invitation is in your downloads.',
  inviteGap: 'The clocks skip that time on that day. Choose another.',
  invitation: {
    summary: (title: string) => `Postmortem: ${title}`,
    intro: 'We look at how it happened, never at who. What you say has no consequences for you.',
    agenda: 'Agenda',
    roles: 'Who does what',
    facilitator: (name: string | null) =>
      `Facilitator: ${name ?? 'to be found, somebody who was not in the thick of it'}`,
    scribe: 'Scribe: somebody who types into the file on the big screen',
    reporter: (who: string) => `Reporter: ${who}, so that we hear the side we did not see`,
    everybody: 'Everybody: what you saw at that moment, and your ideas',
    guests: (names: string) => `Also invited: ${names}`,
    before: 'Please read the summary and the timeline before you come',
  },
};
