import { describe, expect, test } from 'vitest';
import type { ExamplePlace } from '../../../src/core/rules/guide.ts';
import { exampleFile, lintText } from '../../support/rule-example.ts';

/** Forms of sentences that public incident reports have, in words of our own: what each rule said of them once, rightly or not. */
const said: readonly {
  rule: string;
  place: ExamplePlace;
  right: readonly string[];
  wrong: readonly string[];
}[] = [
  {
    rule: 'improvement-vague',
    place: 'prevent',
    right: [
      '- [ ] Consider whether to move the hub to its own pool',
      '- [ ] Consider allowing a mirror to stop taking orders',
      '- [ ] Keep an eye on the bug of the provider',
      '- [ ] Determine if there is a way to hold back a merge',
      '- [ ] Look into liveness probes that cover more of the queue',
      '- [ ] We need to be more careful with sweeping changes',
    ],
    wrong: [
      '- [ ] Consider mirrors lost after 15 minutes without an answer',
      '- [ ] Check if the queue is empty before each deploy',
      '- [ ] See the invoices of the month on the wall board',
      '- [ ] Investigate the memory of the agent and set its limit',
      '- [ ] Review each change of the schema with two people',
    ],
  },
  {
    rule: 'improvement-verb',
    place: 'detect',
    right: [
      '- [ ] Notification when an important task fails',
      '- [ ] Better governance of namespaces without an owner',
      '- [ ] Better alerting for when something is wrong with the cluster',
    ],
    wrong: [
      '- [ ] **Rate limiting for the cache**: Keep one caller from filling it',
      '- [ ] Alerts when the queue is full must name the oldest order',
      '- [ ] Monitoring shows the age of the oldest order',
    ],
  },
  {
    rule: 'email-address',
    place: 'prose',
    right: [
      'Written by Maria Keller <maria.keller@fischhaus-nord.de>.',
      '```text\nAuthor: Maria Keller <maria.keller@fischhaus-nord.de>\n```',
      '```sh\nsendmail -f maria.keller@fischhaus-nord.de -v root\n```',
    ],
    wrong: [
      '```sh\nssh-keygen -t ed25519 -C "web@proxy.fischhaus-nord.de"\n```',
      '```text\nAuthor: Bot <5383+Lockbot@users.noreply.github.com>\n```',
      'Cron writes to admins@fischhaus-nord.de.',
      'Add techbot@fischhaus-nord.de to the group.',
      'Write to sponsors@fischhaus-nord.de.',
      'Questions? [Write to me](mailto:maria.keller@fischhaus-nord.de).',
    ],
  },
];

describe.each(said)('$rule', ({ rule, place, right, wrong }) => {
  const found = (text: string): string[] =>
    lintText(exampleFile(place, text))
      .map((problem) => problem.rule)
      .filter((name) => name === rule);

  test.each(right)('says something of: %s', (text) => {
    expect(found(text)).toEqual([rule]);
  });

  test.each(wrong)('says nothing of: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
