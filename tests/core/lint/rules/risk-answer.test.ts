import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string) =>
  lintText(exampleFile('other-areas-of-risk', text))
    .filter(({ rule }) => rule === 'risk-answer')
    .map(
      ({ severity, place, message, hint }) => `${severity} ${place.line}:${place.column} ${message} ${hint}`,
    );

const queues = '- Queues that nobody watches system:fax-gateway system:invoices\n';

test('an improvement whose system no risk names ties nothing', () => {
  expect(found(`${queues}- [ ] Watch the relay @ana system:mail-relay`)).toMatchInlineSnapshot(`
    [
      "warning 10:28 \`system:mail-relay\` ties this improvement to no risk: the risks here name \`system:fax-gateway\` and \`system:invoices\`. End the risk that it answers with \`system:mail-relay\` too; if this is the risk itself, take its box away; else leave the word out.",
    ]
  `);
  expect(
    found('- Queues\n- [x] Watch the relay @ana done:2018-06-01 system:mail-relay'),
  ).toMatchInlineSnapshot(`
    [
      "warning 10:44 \`system:mail-relay\` ties this improvement to no risk: no risk here names a system. End the risk that it answers with \`system:mail-relay\` too; if this is the risk itself, take its box away; else leave the word out.",
    ]
  `);
});

test.each([
  `${queues}- [ ] Watch the queues @ana system:invoices`,
  // Whom else it helps is more than the risks say, and no slip.
  `${queues}- [ ] Watch every queue @ana system:mail-relay system:invoices`,
  `- [ ] Watch the queues @ana system:invoices\n${queues}`,
  `${queues}- [ ] Watch the queues @ana`,
  '- [ ] Watch the queues @ana',
  queues,
])('nothing is odd about %j', (text) => {
  expect(found(text)).toEqual([]);
});
