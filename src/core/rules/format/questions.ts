import type { FormatNote } from '../format-guide.ts';

const answers = (sections: readonly string[]): string =>
  sections.map((name) => `## ${name}\n\n- An idea`).join('\n\n');

export const questionNotes = {
  'question-missing': {
    why: 'Each question opens another door: a fire that was hard to prevent may have been easy to notice. Skipping one is how the same fire comes back.',
    examples: [
      {
        place: 'body',
        status: 'reviewed',
        wrong: answers(['Detect', 'React', 'Quick fix', 'Prevent']),
        right: answers(['Detect', 'React', 'Quick fix', 'Prevent', 'Other areas of risk']),
      },
    ],
  },
  'question-unanswered': {
    why: 'After the meeting every question has an answer, if only “nothing this time, because …”. That is worth writing: the next reader knows it was asked.',
    examples: [
      {
        place: 'detect',
        status: 'reviewed',
        wrong: 'TBD',
        right: 'Nothing this time: the alert came within a minute.',
      },
    ],
  },
  'question-order': {
    why: 'The order is the meeting’s: first how we noticed, last what else may burn. Readers who know one postmortem know them all.',
    examples: [
      {
        place: 'body',
        status: 'reviewed',
        wrong: answers(['React', 'Detect', 'Quick fix', 'Prevent', 'Other areas of risk']),
        right: answers(['Detect', 'React', 'Quick fix', 'Prevent', 'Other areas of risk']),
      },
    ],
  },
  'improvement-owner': {
    why: 'What everybody should do, nobody does. An owner is no culprit: it is the person who says when it is done.',
    examples: [
      {
        place: 'detect',
        status: 'reviewed',
        wrong: '- [ ] Page on-duty when a fax is older than 15 minutes due:2018-06-01',
        right: '- [ ] Page on-duty when a fax is older than 15 minutes @ana due:2018-06-01',
      },
    ],
  },
  'improvement-due': {
    why: 'A date makes a wish a plan. It may move later, and the page says how often; without one, nobody notices that it never came.',
    examples: [
      {
        place: 'detect',
        status: 'reviewed',
        wrong: '- [ ] Page on-duty when a fax is older than 15 minutes @ana',
        right: '- [ ] Page on-duty when a fax is older than 15 minutes @ana due:2018-06-01',
      },
    ],
  },
  'improvement-id': {
    why: 'An id is an improvement’s address, in tickets and calendars. Two with one address lead to the wrong one half of the time.',
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] Watch the queue id:queue\n- [ ] Count failures id:queue',
        right: '- [ ] Watch the queue id:queue\n- [ ] Count failures id:failures',
      },
    ],
  },
  'improvement-nested': {
    why: 'Nested text belongs to the item above it. A task in there would never reach the backlog, and its owner would never be reminded.',
    examples: [
      {
        place: 'detect',
        wrong: '- Watch the queue\n  - [ ] Page on-duty @ana due:2018-06-01',
        right: '- Watch the queue\n- [ ] Page on-duty @ana due:2018-06-01',
      },
    ],
  },
  'improvement-reason': {
    why: 'Giving something up is a fine decision. The next team with the same idea will want to know why.',
    examples: [
      {
        place: 'detect',
        wrong: '- [x] A second provider @sam dropped:2018-07-01',
        right:
          '- [x] A second provider @sam dropped:2018-07-01\n  - The provider now has two lines of its own.',
      },
    ],
  },
  'improvement-state': {
    why: 'The box is for people, the date for figures, and the two should tell the same story.',
    examples: [
      {
        place: 'detect',
        wrong: '- [x] Count failures @sam due:2018-05-20',
        right: '- [x] Count failures @sam due:2018-05-20 done:2018-05-18',
      },
      {
        place: 'detect',
        wrong: '- [ ] Count failures @sam done:2018-05-18',
        right: '- [x] Count failures @sam done:2018-05-18',
      },
    ],
  },
  'improvement-text': {
    why: 'A box with an owner and no words is a promise nobody can keep.',
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] @ana due:2018-06-01',
        right: '- [ ] Watch the queue @ana due:2018-06-01',
      },
    ],
  },
  'idea-words': {
    why: 'A plain bullet is an idea, and ideas are not in the backlog. If somebody has taken it on, it deserves a box.',
    weight: 'warning',
    examples: [
      {
        place: 'detect',
        wrong: '- Mail a list of failures every hour @ana due:2018-06-01',
        right: '- [ ] Mail a list of failures every hour @ana due:2018-06-01',
      },
      {
        place: 'other-areas-of-risk',
        wrong: '- Nobody watches the invoice mailer system:fax-gateway @ana',
        right: '- Nobody watches the invoice mailer system:fax-gateway',
      },
    ],
  },
  'task-box': {
    why: 'With a blank missing, a box is just a bracket, and an improvement just a line of text.',
    mended: true,
    examples: [
      { place: 'detect', wrong: '-[ ] Watch the queue', right: '- [ ] Watch the queue' },
      { place: 'detect', wrong: '- [] Watch the queue', right: '- [ ] Watch the queue' },
    ],
  },
  'word-blank': {
    why: 'A blank cuts a word in two, and its value would become part of the text.',
    mended: true,
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] Watch the queue @ana due: 2018-06-01',
        right: '- [ ] Watch the queue @ana due:2018-06-01',
      },
    ],
  },
  'word-date': {
    why: 'Calendars ask for a day that exists, written in the one way that every country reads alike.',
    mended: true,
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] Watch the queue @ana due:2018/6/1',
        right: '- [ ] Watch the queue @ana due:2018-06-01',
      },
    ],
  },
  'word-foreign': {
    why: '`system:` says whom a risk threatens and, at an improvement beside it, which risk that answers. Under another question it would look as if it did something.',
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] Watch every queue @ana system:invoices',
        right: '- [ ] Watch every queue, that of invoices too @ana',
      },
    ],
  },
  'word-place': {
    why: 'Words at the end can be found by eye and by machine. In the middle of a sentence they would be read as text.',
    mended: true,
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] Page @ana due:2018-06-01 on-duty',
        right: '- [ ] Page on-duty @ana due:2018-06-01',
      },
    ],
  },
  'word-twice': {
    why: 'One person answers for an improvement, on one day. Of two, each may think that it is the other.',
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] Watch the queue @ana @sam due:2018-06-01',
        right: '- [ ] Watch the queue, with Sam’s help @ana due:2018-06-01',
      },
    ],
  },
  'word-unknown': {
    why: 'A word with a slip in it would end up in the text, and the date it holds in no calendar.',
    mended: true,
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] Watch the queue @ana deu:2018-06-01',
        right: '- [ ] Watch the queue @ana due:2018-06-01',
      },
    ],
  },
  'word-value': {
    why: 'A word without a value, or with one that nobody knows, says less than no word at all. Leave it out until it is known.',
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] Watch the queue @ana due:TBD',
        right: '- [ ] Watch the queue @ana',
      },
      {
        place: 'detect',
        wrong: '- [ ] Watch the queue @ana status:started',
        right: '- [ ] Watch the queue @ana status:accepted',
      },
    ],
  },
  'hypothesis-verdict': {
    why: 'Whoever joins late reads the verdicts first, to know what need not be tried again.',
    examples: [
      {
        place: 'body',
        wrong: '## Hypotheses\n\n- The fax service hangs\n  - Restart it **ruld out**',
        right: '## Hypotheses\n\n- The fax service hangs\n  - Restart it **ruled out**',
      },
    ],
  },
} as const satisfies Record<string, FormatNote>;
