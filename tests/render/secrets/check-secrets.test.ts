import { expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { checkSecrets, createSecretSearch } from '../../../src/render/secrets/check-secrets.ts';

const letters = 'aB3dE6gH9jK2mN5pQ8sT1vW4xY7zC0bD3fG6hJ9kL2';
// Put together here, so that nobody who looks for secrets stops at this file.
const github = `ghp${'_'}${letters.slice(0, 36)}`;
const slack = `xoxb${'-'}123456789012-${letters.slice(0, 24)}`;

const searched = (text: string, file = 'content/postmortems/a.mdx') => ({
  texts: new Map([[file, text]]),
  documents: new Map(file.endsWith('.mdx') ? [[file, readDocument(text)]] : []),
});
const found = async (text: string) =>
  (await checkSecrets(searched(text))).map(({ line, column, message }) => `${line}:${column} ${message}`);

test('a secret is found in prose, code, quotes, front matter and comments, at its own place', async () => {
  const text = [
    '---',
    `title: The token ${github}`,
    '---',
    '',
    `It was ${slack} all along.`,
    '',
    '```sh',
    `curl -H "Authorization: token ${github}" https://api.example`,
    '```',
    '',
    `> ${github}`,
    '',
    `{/* ${github} */}`,
  ].join('\r\n');
  expect(await found(text)).toMatchInlineSnapshot(`
    [
      "2:18 Here stands a GitHub token. Whoever reads this file could use it.",
      "5:8 Here stands a Slack token or webhook. Whoever reads this file could use it.",
      "8:31 Here stands a GitHub token. Whoever reads this file could use it.",
      "11:3 Here stands a GitHub token. Whoever reads this file could use it.",
      "13:5 Here stands a GitHub token. Whoever reads this file could use it.",
    ]
  `);
});

test('a secret behind its name is pointed at itself', async () => {
  expect(
    await found(`  AWS_SECRET_ACCESS_KEY=${letters.slice(0, 40)} was in the log`),
  ).toMatchInlineSnapshot(`
    [
      "1:25 Here stands an AWS secret access key. Whoever reads this file could use it.",
    ]
  `);
});

test.each([
  ['an address with a password', `https://deploy:${letters.slice(0, 12)}@builds.harbour.net/run`],
  ['a database address with a password', `postgres://orders:${letters.slice(0, 12)}@db.internal:5432/orders`],
])('%s is a secret', async (name, text) => {
  expect(await found(text)).toEqual([`1:1 Here stands ${name}. Whoever reads this file could use it.`]);
});

test('neither message nor hint holds the secret', async () => {
  const [secret] = await checkSecrets(searched(`ticketUrl: ${github}`, 'content/settings.yaml'));
  expect(secret?.file).toBe('content/settings.yaml');
  expect(JSON.stringify(secret)).not.toContain(github.slice(4, 12));
});

test('what is plainly no secret is let go', async () => {
  expect(
    await found(
      [
        'The key AKIAIOSFODNN7EXAMPLE is that of the manual; order 8812041712345678 went twice.',
        'https://user:password@example.com, postgres://app:secret@db/orders',
        'commit 9fceb02d0ae598e95dc970b74767f19372d61af8',
      ].join('\n'),
    ),
  ).toEqual([]);
});

test('a comment for secretlint hides nothing', async () => {
  expect(await found(`{/* secretlint-disable */}\n\n${github}`)).toHaveLength(1);
});

test.each([
  [`{/* disable secret: revoked on the day, it is what the page is about */}\n\nIt was ${github}.`, 0],
  [`It was ${github}. {/* disable secret: revoked on the day */}`, 0],
  [`{/* disable secret: for the first only */}\n\n${github}\n\n${github}`, 1],
  // Whoever disables everything did not think of a secret.
  [`{/* disable: a quotation */}\n\n${github}`, 1],
  [`{/* disable blame-words: a quotation */}\n\n${github}`, 1],
])('a comment that names the rule lets a secret pass: %s', async (text, count) => {
  expect(await found(text)).toHaveLength(count);
});

test('a search tells what is news, and forgets files that are gone', async () => {
  const secrets = createSecretSearch();
  expect(await secrets.search(searched('Nothing here.'))).toBe(false);
  expect(await secrets.search(searched(github))).toBe(true);
  expect(secrets.known(searched(github))).toHaveLength(1);
  expect(await secrets.search(searched(github))).toBe(false);
  // Not searched yet: an old place would be a wrong one.
  expect(secrets.known(searched(`More ${github}`))).toEqual([]);
  expect(await secrets.search(searched('Gone.'))).toBe(true);
  await secrets.search(searched(github));
  await secrets.search({ texts: new Map() });
  expect(secrets.known(searched(github))).toEqual([]);
});
