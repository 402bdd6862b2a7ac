import { describe, expect, test } from 'vitest';
import type { Section } from '../../../src/core/document/document.ts';
import type { Improvement, QuestionAnswer } from '../../../src/core/improvement/improvement.ts';
import { type Gated, statusProblems } from '../../../src/core/postmortem/status-gates.ts';
import type { Timeline, TimelineEntry } from '../../../src/core/timeline/timeline.ts';
import { type Mark, type Question, questions, type SectionSlug } from '../../../src/core/vocabulary.ts';
import { improvementOf } from '../../support/sample-catalog.ts';

/** Sections in this order, each ten lines after the one before; `?` behind a name makes it TBD, `!` empty. */
function sectionsOf(...names: `${SectionSlug}${'' | '?' | '!'}`[]): Section[] {
  return names.map((name, at) => ({
    slug: name.replace(/[?!]$/, '') as SectionSlug,
    heading: name,
    anchor: name,
    place: { line: (at + 1) * 10, column: 1 },
    nodes: [],
    tbd: /[?!]$/.test(name),
    empty: name.endsWith('!'),
  }));
}

function timelineOf(...marks: Mark[]): Timeline {
  const time = {
    start: 0,
    end: null,
    approximate: false,
    date: '',
    clock: '',
    endDate: null,
    endClock: null,
  };
  const entry = (mark: Mark): TimelineEntry => ({
    place: { line: 1, column: 1 },
    time,
    marks: [mark],
    kinds: [],
    phrasing: [],
    blocks: [],
    text: '',
  });
  return { entries: marks.map(entry), introduction: [] };
}

function answersOf(...unanswered: Question[]): Partial<Record<Question, QuestionAnswer>> {
  return Object.fromEntries(
    questions.map((question) => [
      question,
      {
        question,
        place: { line: 1, column: 1 },
        prose: [],
        ideas: [],
        improvements: [],
        answered: !unanswered.includes(question),
      },
    ]),
  );
}

const resolvedSections = ['summary', 'timeline'] as const;
const reviewedSections = [...resolvedSections, 'root-causes', ...questions] as const;

const complete: Record<'open' | 'resolved' | 'reviewed', Gated> = {
  open: {
    status: 'open',
    sections: sectionsOf('symptoms?'),
    timeline: null,
    questions: {},
    writtenOn: null,
    indented: [],
    people: null,
  },
  resolved: {
    status: 'resolved',
    sections: sectionsOf(...resolvedSections),
    timeline: timelineOf('started', 'detected', 'resolved'),
    questions: {},
    writtenOn: '2018-05-05',
    indented: [],
    people: null,
  },
  reviewed: {
    status: 'reviewed',
    sections: sectionsOf(...reviewedSections),
    timeline: timelineOf('started', 'detected', 'resolved'),
    questions: answersOf(),
    writtenOn: '2018-05-11',
    indented: [],
    people: null,
  },
};

function problemsOf(status: keyof typeof complete, part: Partial<Gated> = {}): string[] {
  return statusProblems({ ...complete[status], ...part }).map(({ rule, place }) => `${place.line}: ${rule}`);
}

test.each(['open', 'resolved', 'reviewed'] as const)('a complete %s postmortem needs nothing', (status) => {
  expect(problemsOf(status)).toEqual([]);
});

describe('open', () => {
  test.each(['original-request', 'symptoms', 'summary!'] as const)('is content with %s alone', (section) => {
    expect(problemsOf('open', { sections: sectionsOf(section) })).toEqual([]);
  });

  test('asks for one of the three', () => {
    expect(statusProblems({ ...complete.open, sections: sectionsOf('timeline') })).toMatchInlineSnapshot(`
      [
        {
          "hint": "Add a line ## Symptoms and write what people see under it; TBD will do for now.",
          "message": "An open incident needs one of the sections Original request, Symptoms or Summary, so that whoever opens it knows what is burning.",
          "place": {
            "column": 1,
            "line": 1,
          },
          "rule": "section-missing",
          "severity": "error",
        },
      ]
    `);
  });

  test('allows TBD anywhere', () => {
    const sections = sectionsOf('summary?', 'timeline!', 'root-causes?', 'detect?');
    expect(problemsOf('open', { sections, questions: answersOf('detect') })).toEqual([]);
  });
});

describe('resolved', () => {
  test.each([
    ['a summary', sectionsOf('timeline'), ['1: section-missing']],
    ['a timeline', sectionsOf('summary'), ['1: section-missing']],
    ['a summary without TBD', sectionsOf('summary?', 'timeline'), ['10: section-tbd']],
    ['a summary with something in it', sectionsOf('summary!', 'timeline'), ['10: section-tbd']],
    ['a timeline without TBD', sectionsOf('summary', 'timeline?'), ['20: section-tbd']],
  ])('needs %s', (_, sections, problems) => {
    expect(problemsOf('resolved', { sections })).toEqual(problems);
  });

  test.each([
    ['started', timelineOf('detected', 'resolved')],
    ['detected', timelineOf('started', 'resolved')],
    ['resolved', timelineOf('started', 'detected', 'responded', 'mitigated')],
  ])('needs the mark %s, reported at the heading', (mark, timeline) => {
    expect(problemsOf('resolved', { timeline })).toEqual(['20: mark-missing']);
    expect(statusProblems({ ...complete.resolved, timeline })[0]?.message).toContain(`**${mark}**`);
  });

  test('does not ask for marks where there is no entry to carry one', () => {
    expect(
      problemsOf('resolved', { sections: sectionsOf('summary', 'timeline!'), timeline: timelineOf() }),
    ).toEqual(['20: section-tbd']);
  });

  test('asks no questions yet, and no owners', () => {
    const answers = answersOf('detect');
    answers.react?.improvements.push(improvementOf());
    expect(problemsOf('resolved', { questions: answers })).toEqual([]);
  });
});

describe('reviewed', () => {
  test('still needs what resolved needs', () => {
    expect(problemsOf('reviewed', { timeline: timelineOf('started', 'detected') })).toEqual([
      '20: mark-missing',
    ]);
  });

  test('needs root causes', () => {
    expect(problemsOf('reviewed', { sections: sectionsOf('summary', 'timeline', ...questions) })).toEqual([
      '1: section-missing',
    ]);
    expect(
      problemsOf('reviewed', { sections: sectionsOf('summary', 'timeline', 'root-causes?', ...questions) }),
    ).toEqual(['30: section-tbd']);
  });

  test.each(questions)('needs the question %s', (question) => {
    const sections = sectionsOf(...reviewedSections.filter((slug) => slug !== question));
    expect(problemsOf('reviewed', { sections })).toEqual(['1: question-missing']);
  });

  test('needs an answer to each, reported at its heading', () => {
    expect(
      statusProblems({ ...complete.reviewed, questions: answersOf('quick-fix') }),
    ).toMatchInlineSnapshot(`
      [
        {
          "hint": "How would we stop the bleeding faster? A sentence will do, or "- …" (an idea, promised by nobody yet), or "- [ ] … @owner due:DATE" (an improvement, by whom and when). "Nothing this time, because …" is an answer too, and so is "We did not talk about it."",
          "message": "The question Quick fix has no answer yet, and a reviewed postmortem answers all five.",
          "place": {
            "column": 1,
            "line": 60,
          },
          "rule": "question-unanswered",
          "severity": "error",
        },
      ]
    `);
  });

  test('needs them in order, with other sections between as one likes', () => {
    const sections = sectionsOf(
      'summary',
      'detect',
      'timeline',
      'prevent',
      'root-causes',
      'react',
      'whys',
      'quick-fix',
      'other-areas-of-risk',
    );
    expect(
      statusProblems({ ...complete.reviewed, sections }).map(({ place, message, hint }) => [
        place.line,
        message,
        hint,
      ]),
    ).toEqual([
      [
        60,
        'React stands after Prevent; the five questions keep the order of the meeting.',
        'The order is Detect, React, Quick fix, Prevent, Other areas of risk. Move this section up.',
      ],
      [
        80,
        'Quick fix stands after Prevent; the five questions keep the order of the meeting.',
        'The order is Detect, React, Quick fix, Prevent, Other areas of risk. Move this section up.',
      ],
    ]);
  });

  test.each<[string, Partial<Improvement>, string[]]>([
    ['an owner and a date', {}, ['7: improvement-owner', '7: improvement-due']],
    ['an owner', { due: '2018-06-01' }, ['7: improvement-owner']],
    ['a date', { owner: 'ana' }, ['7: improvement-due']],
    ['nothing more with both', { owner: 'ana', due: '2018-06-01' }, []],
    ['nothing more once it is done, which is its date', { owner: 'ana', done: '2018-06-01' }, []],
    [
      'an owner, not a date that is reported as wrong already',
      { reported: ['due'] },
      ['7: improvement-owner'],
    ],
    [
      'a date, not an owner that is reported as wrong already',
      { reported: ['owner'] },
      ['7: improvement-due'],
    ],
    ['nothing once it is dropped', { dropped: '2018-06-01' }, []],
  ])('needs of an improvement %s', (_, part, problems) => {
    const answers = answersOf();
    answers.react?.improvements.push(improvementOf({ place: { line: 7, column: 1 }, ...part }));
    expect(problemsOf('reviewed', { questions: answers })).toEqual(problems);
  });

  test('says all that is missing at once', () => {
    expect(problemsOf('reviewed', { sections: [], timeline: null, questions: {} })).toEqual([
      '1: section-missing',
      '1: section-missing',
      '1: section-missing',
      '1: question-missing',
      '1: question-missing',
      '1: question-missing',
      '1: question-missing',
      '1: question-missing',
    ]);
  });
});

test('an improvement without text is not asked for owner and date as well', () => {
  const answer: QuestionAnswer = {
    question: 'detect',
    place: { line: 1, column: 1 },
    prose: [],
    ideas: [],
    improvements: [{ ...improvementOf(), title: '', owner: null, due: null, done: null }],
    answered: true,
  };
  const gated: Gated = {
    status: 'reviewed',
    sections: [],
    timeline: null,
    questions: { detect: answer },
    writtenOn: null,
    indented: [],
    people: null,
  };
  expect(statusProblems(gated).filter(({ rule }) => rule.startsWith('improvement-'))).toEqual([]);
});
