import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string): string[] =>
  lintText(exampleFile('prose', text))
    .filter(({ rule }) => rule === 'email-address')
    .map(({ place }) => `${place.line}:${place.column}`);

test.each([
  ['Mail from maria.keller@fischhaus-nord.de.', ['9:11']],
  ['> maria@fischhaus.de wrote', ['9:3']],
  ['```text\n2018 to=<maria@fischhaus.de> x\n```', ['10:10']],
  ['`m.keller+orders@gmail.com`, jo_b@web.de', ['9:2', '9:30']],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  'ana@example.com, sam@mail.example.org, x@y.test, maria@harbour.example',
  'support@fischhaus.de, no-reply@fischhaus.de, orders-team@fischhaus.de, vendors@fischhaus.de',
  '53834631+bot@users.noreply.github.com',
  'john.doe@gmail.com, user@gmail.com',
  '[Write to her](mailto:maria@fischhaus.de)',
  '`ssh maria@db1.fischhaus.de`, `scp a maria@db1.fischhaus.de:/tmp`, `git@github.com:team/app.git`',
  '`ssh-keygen -C "off@db1.fischhaus.de"`',
  '`https://maria@git.fischhaus.de/app`',
  'maria@db-1.internal, getty@tty1.service, logo@2x.png, astro@7.3.4, @ana',
  'Message-ID 20180504022041.88120417@mail.fischhaus.de',
  'j***@gmail.com',
])('not in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('a long run of letters without an address takes no time of its own', () => {
  const text = exampleFile('prose', `${'a.'.repeat(4_000)} ${'@'.repeat(1_000)}`);
  expect(lintText(text).filter(({ rule }) => rule === 'email-address')).toEqual([]);
});
