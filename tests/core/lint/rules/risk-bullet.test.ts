import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string) =>
  lintText(exampleFile('other-areas-of-risk', text))
    .filter(({ rule }) => rule === 'risk-bullet')
    .map(({ severity, place }) => `${severity} ${place.line}:${place.column}`);

test.each([
  'The mailer relies on the same mailbox.',
  'The mailer relies on the same mailbox.\n\nSo does the phone.',
  '```\nmailer\n```\n\nIt relies on the same mailbox.',
])('a risk without a bullet: %s', (text) => {
  const line = text.startsWith('`') ? 13 : 9;
  expect(found(text)).toEqual([`advice ${line}:1`]);
});

test.each([
  '- The mailer relies on the same mailbox',
  'Two of them.\n\n- The mailer relies on the same mailbox',
  '- [ ] Watch the mailer @ana due:2018-06-01',
  'None.',
  'The same as [two years ago](2016-03-01-mail.mdx#risk).',
  'We looked, and found nothing else.',
  'There are no other areas.',
  'TBD',
  'TBD\n\n[^1]: The mailer relies on the same mailbox.',
  '',
])('bullets, or none: %s', (text) => {
  expect(found(text)).toEqual([]);
});
