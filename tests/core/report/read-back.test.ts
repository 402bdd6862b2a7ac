import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';
import { plainPaint } from '../../../src/core/report/paint.ts';
import { readBack, readBackLine } from '../../../src/core/report/read-back.ts';
import { settings } from '../../support/sample-catalog.ts';
import { faxMdx } from '../language/library-of.ts';

function postmortemOf(text: string): Postmortem {
  const document = readDocument(text, { knownSections: true });
  const context = { id: 'fax', file: 'content/postmortems/fax.mdx', document, settings };
  const { postmortem } = readPostmortem({ ...context, systemIds: null, handles: null });
  if (postmortem === null) throw new Error('This is no postmortem.');
  return postmortem;
}

const context = {
  people: [
    { handle: 'ana', name: 'Ana Ribeiro', team: 'orders' },
    { handle: 'dana', name: 'Dana Fox', team: null },
  ],
  today: '2018-05-20',
};

const facts = '---\ntitle: Fax\nstatus: resolved\nseverity: 1\n---\n\n';
const told = (body: string): string[] =>
  readBack(postmortemOf(`${facts}${body}`), context, plainPaint)
    .split('\n')
    .map((line) => line.trim());

describe('a postmortem read back', () => {
  test('says when it was, and what came into the backlog, as an idea, as a risk, or nowhere', () => {
    expect(readBack(postmortemOf(faxMdx), context, plainPaint)).toBe(
      `content/postmortems/fax.mdx reads as:

  Timeline             2018-05-04 02:10 to 13:05 (UTC), 3 entries
                       6 h 15 min to detect, 10 h 55 min to resolve
  Root causes          prose: The bill.
  Detect               [ ] Page on-duty  @ana, due 2018-06-01, OPS-142
                       [x] Count failures  @dana, due 2018-05-20, done 2018-05-18
                        -  A list of failures  an idea, nobody's yet
  React                prose: Fine.
  Other areas of risk   -  Invoices wait in a queue too  a risk to event-bus

@ana is Ana Ribeiro, orders; @dana is Dana Fox.
In the backlog: 2 improvements (@ana, @dana). Besides: 1 idea and 1 risk.
What was agreed on and is missing there begins with a box: - [ ] … @handle due:YYYY-MM-DD`,
    );
  });

  test('says in one line what a list of problems has room for', () => {
    expect(readBackLine(postmortemOf(faxMdx))).toBe(
      'It reads as: 2 improvements (@ana, @dana), 1 idea and 1 risk; noticed after 6 h 15 min, over after 10 h 55 min. What was agreed on and is not counted begins with a box: `- [ ] … @handle due:YYYY-MM-DD`.',
    );
    expect(readBackLine(postmortemOf(`${facts}## Summary\n\nNo fax.`))).toMatch(
      /^It reads as: no improvements\. /,
    );
  });

  test('counts nothing that was agreed on where nothing begins with a box', () => {
    expect(told('## Prevent\n\nTomas looks into it.\n\n- Call the vendor, Ana, by Friday')).toEqual(
      expect.arrayContaining([
        "Prevent               -  Call the vendor, Ana, by Friday  an idea, nobody's yet",
        'In the backlog: nothing. Besides: 1 idea.',
      ]),
    );
  });

  test.each([
    ['of an owner and a date that are missing', '- [ ] Watch it', '[ ] Watch it  no owner, no date'],
    ['of neither where it is over', '- [x] Watch it done:2018-05-18', '[x] Watch it  done 2018-05-18'],
    ['why it is over', '- [x] Watch it @ana dropped:2018-05-18\n\n  Dear.', '@ana, dropped 2018-05-18'],
    ['how far it is', '- [ ] Watch it @ana status:verified', 'Watch it  @ana, no date, verified'],
    ['of a day that has passed', '- [ ] Watch it @ana due:2018-05-19', 'due 2018-05-19, which has passed'],
    ['nothing of today', '- [ ] Watch it @ana due:2018-05-20', '@ana, due 2018-05-20\n'],
    ['what is in test', '- [ ] Watch it @ana due:2018-06-01 status:resolved', 'due 2018-06-01, in test'],
    [
      'whose are several',
      '- [ ] Watch it @ana\n- [ ] Count it @ana\n- [ ] Page @sam',
      '3 improvements (@ana 2, @sam)',
    ],
    ['only the beginning of what is long', `- ${'word '.repeat(40)}`, 'word wor…'],
    ['what is TBD', 'TBD', 'Detect               TBD'],
  ])('tells %s', (_, body, said) => {
    expect(told(`## Detect\n\n${body}`).join('\n')).toContain(said);
  });

  test('tells whose risk an improvement answers, where a risk names the same system', () => {
    const risks = '## Other areas of risk\n\n- Queues system:mail system:fax\n';
    const work = '- [ ] Watch it @ana system:mail system:dns\n- [ ] Try it @ana system:dns';
    expect(told(risks + work)).toEqual(
      expect.arrayContaining([
        'Other areas of risk  [ ] Watch it  @ana, no date, answers the risk to mail',
        '[ ] Try it  @ana, no date',
      ]),
    );
  });

  test.each([
    ['bullets', '- The bill.\n- The mailbox.', ['Root causes           -  The bill.', '-  The mailbox.']],
    ['nothing yet', 'TBD', ['Root causes          TBD']],
  ])('lists causes where they are %s', (_, body, said) => {
    expect(told(`## Root causes\n\n${body}`)).toEqual(expect.arrayContaining(said));
  });

  test('counts hypotheses by where they stand', () => {
    const bullets = [
      '- The queue is full.\n  - Count: 12. **ruled out**',
      '- The cache is cold.\n  - Warm it: the same. **ruled out**',
      '- The plan was made twice.\n  - Two rows. **confirmed**',
      '- The phone is old.',
    ];
    expect(told(`## Hypotheses\n\n${bullets.join('\n')}\n`)).toContain(
      'Hypotheses           4: 2 ruled out, 1 confirmed and 1 not tested yet',
    );
  });

  test('counts whys, and those that have no answer', () => {
    const [first, second] = ['- Why did it stop?\n\n  The bill.\n', '- Why was it not paid?\n'];
    expect(told(`## Whys\n\n${first}`)).toContain('Whys                 1, answered');
    expect(told(`## Whys\n\n${first}${second}`)).toContain('Whys                 2, 1 without an answer');
  });

  test('lists the next actions of a fire', () => {
    expect(told('## Next actions\n\n- [x] Call the vendor @ana\n- [ ] Pay')).toEqual(
      expect.arrayContaining(['Next actions         [x] Call the vendor  @ana', '[ ] Pay']),
    );
  });

  test.each([
    ['one moment', '- 2018-05-04 02:10 It stops.', '2018-05-04 02:10 (UTC), one entry'],
    ['about', '- 2018-05-04 ~02:10 It stops.\n- ~03:00 It runs.', '2018-05-04 ~02:10 to ~03:00 (UTC)'],
    ['a night', '- 2018-05-04 23:10 A.\n- 2018-05-05 01:00 B.', '2018-05-04 23:10 to 2018-05-05 01:00 (UTC)'],
    [
      'a start in a span',
      '- 2018-05-04 02:20–02:45 **started** A.',
      'started at some moment from 02:20 to 02:45, so what is counted from it is a range',
    ],
    ['a range at its end', '- 2018-05-04 23:10–23:40 A.', '2018-05-04 23:10 to 23:40 (UTC), one entry'],
  ])('says from when to when: %s', (_, body, said) => {
    expect(told(`## Timeline\n\n${body}`).join('\n')).toContain(said);
  });

  test('asks for no agreement while nobody has met', () => {
    const open = postmortemOf(`${facts.replace('resolved', 'open')}## Summary\n\nNo fax.`);
    expect(readBack(open, context, plainPaint)).toBe(
      'content/postmortems/fax.mdx reads as:\n\n  Timeline             no entries yet',
    );
  });

  test('names sections that are nobody else’s', () => {
    expect(told('## What we thought\n\nThe cache.')).toContain(
      'Your own             What we thought: shown where it stands, read as nothing else',
    );
  });

  test('lets no foreign text steer the terminal', () => {
    expect(told('## Detect\n\n- Watch \u001b[31mit').join('\n')).not.toContain('\u001b');
  });
});
