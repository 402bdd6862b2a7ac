import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ICAL from 'ical.js';
import { JSDOM } from 'jsdom';
import Papa from 'papaparse';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  type BacklogExportRow,
  backlogRow,
  type PostmortemRow,
  postmortemRow,
} from '../../src/core/export/schemas.ts';
import { questions } from '../../src/core/vocabulary.ts';
import { buildSite } from '../support/build-site.ts';
import { contentFolder } from '../support/content-folder.ts';
import { filesBelow, follower, pagesOf } from '../support/site-faults.ts';
import { sampleClock } from '../support/sites.ts';

const sheet = (text: string) =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });

/** What a program that is not the writer reads. */
function eventsOf(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const url = component.getFirstPropertyValue('url')?.toString() ?? null;
    return { uid: event.uid, summary: event.summary, start: event.startDate.toString(), url };
  });
}

describe.each(['sample', 'sampleBelowPath'] as const)('the data of %s', (name) => {
  const site = inject(name);
  const read = (file: string): string => readFileSync(join(site.dist, file), 'utf8');
  const postmortems: PostmortemRow[] = JSON.parse(read('postmortems.json'));
  const backlog: BacklogExportRow[] = JSON.parse(read('backlog.json'));
  const fault = follower(site, pagesOf(site));

  test('keeps its own schemas', () => {
    expect(postmortems.flatMap((row) => postmortemRow.safeParse(row).error?.issues ?? [])).toEqual([]);
    expect(backlog.flatMap((row) => backlogRow.safeParse(row).error?.issues ?? [])).toEqual([]);
  });

  test.each(['postmortems', 'backlog'])('keeps the schema that is published for %s.json', (file) => {
    // Formats are annotations here; that dates are days is the test above.
    const ajv = new Ajv2020({ strict: true, validateFormats: false, allErrors: true });
    const validate = ajv.compile(JSON.parse(read(`schemas/${file}.schema.json`)));
    const rows = JSON.parse(read(`${file}.json`));
    validate(rows);
    expect(validate.errors).toBeNull();
    expect(rows.length).toBeGreaterThan(10);
    expect(validate([{ ...rows[0], more: 1 }])).toBe(false);
    expect(validate([{ ...rows[0], id: undefined, title: 7 }])).toBe(false);
  });

  test('names every postmortem, newest first, at its address', () => {
    const dates = postmortems.map(({ date }) => date ?? '');
    expect(dates).toEqual(dates.toSorted().reverse());
    const prefix = `${site.siteUrl ?? ''}${site.basePath}postmortems/`;
    expect(postmortems.map(({ url }) => url)).toEqual(postmortems.map(({ id }) => `${prefix}${id}/`));
    expect(postmortems.filter(({ url }) => fault('/', url) !== null)).toEqual([]);
  });

  test('names every improvement at its place on its page', () => {
    const ids = new Set(postmortems.map(({ id }) => id));
    expect(new Set(backlog.map(({ id }) => id)).size).toBe(backlog.length);
    for (const row of backlog) {
      expect(row.id.split('#')[0]).toBe(row.postmortem.id);
      expect(ids.has(row.postmortem.id)).toBe(true);
      expect(fault('/', `${site.basePath}postmortems/${row.id.replace('#', '/#')}`)).toBeNull();
      expect(`${row.title} ${row.owner ?? ''}`).not.toMatch(/@|\b(?:due|done|dropped|ticket):/);
    }
  });

  test('counts in one file what the other lists', () => {
    for (const { id, questions: answers } of postmortems)
      for (const question of questions)
        expect([
          id,
          question,
          backlog.filter((row) => row.postmortem.id === id && row.question === question).length,
        ]).toEqual([id, question, answers[question].improvements]);
  });

  test('knows what stands in the sample', () => {
    const fax = postmortems.find(({ id }) => id === '2018-05-04-disappearing-fax-provider');
    expect(fax).toMatchObject({
      title: 'Disappearing fax provider',
      status: 'reviewed',
      severity: 1,
      date: '2018-05-04',
      systems: ['fax-gateway'],
      raisedBy: 'customer',
      triage: 'system',
      durations: {
        detect: { min: 375, max: 375, approximate: false },
        respond: { min: 390, max: 390, approximate: true },
        mitigate: { min: 560, max: 560, approximate: false },
        resolve: { min: 655, max: 655, approximate: false },
      },
    });
    expect(postmortems.filter(({ foreseenBy }) => foreseenBy.length > 0).length).toBeGreaterThan(0);
    expect(postmortems.filter(({ status }) => status === 'open').length).toBeGreaterThan(0);
    for (const { backlinks, foreseenBy } of postmortems)
      for (const other of [...backlinks, ...foreseenBy.map(({ postmortem }) => postmortem)])
        expect(postmortems.map(({ id }) => id)).toContain(other);
  });

  test('has the backlog as a sheet that says the same', () => {
    const bytes = readFileSync(join(site.dist, 'backlog.csv'));
    // The mark by which Excel knows UTF-8.
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data, errors } = sheet(read('backlog.csv'));
    expect(errors).toEqual([]);
    const rows = new Map(data.map((row) => [row['id'], row]));
    expect(rows.size).toBe(backlog.length);
    for (const { id, title, question, state, owner, due, done, dropped, overdue, postmortem } of backlog) {
      expect(rows.get(id)).toMatchObject({
        title,
        question,
        state,
        owner: owner ?? '',
        due: due ?? '',
        done: done ?? '',
        dropped: dropped ?? '',
        overdue: overdue ? 'yes' : 'no',
        severity: String(postmortem.severity),
        systems: postmortem.systems.join(', '),
        postmortem: postmortem.id,
        'postmortem title': postmortem.title,
      });
      expect(rows.get(id)?.['age in days']).toMatch(/^\d*$/);
      expect(rows.get(id)?.['url']).toBe(
        `${site.siteUrl ?? ''}${site.basePath}postmortems/${id.replace('#', '/#')}`,
      );
    }
  });

  test('has what Jira does not know yet as a sheet for Jira', () => {
    const [heading, ...lines] = Papa.parse<string[]>(read('backlog-jira.csv'), { skipEmptyLines: true }).data;
    expect(heading?.[0]).toBe('Summary');
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([heading?.length]));
    expect(lines.map(([summary]) => summary).sort()).toEqual(
      backlog
        .filter(({ state, ticket }) => state !== 'closed' && state !== 'dropped' && ticket === null)
        .map(({ title }) => title)
        .sort(),
    );
  });

  test('has a calendar of the whole backlog with every open improvement on its due day', () => {
    const host = `${site.siteUrl?.replace('https://', '') ?? 'fire-marshal.invalid'}${site.basePath.replace(/\/$/, '')}`;
    const events = eventsOf(read('backlog.ics'));
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const due = backlog.filter(({ state, due }) => state !== 'closed' && state !== 'dropped' && due !== null);
    expect(due.length).toBeGreaterThan(5);
    expect(
      events
        .filter(({ uid }) => !uid.startsWith('overdue/'))
        .map(({ uid, start }) => `${uid} ${start}`)
        .sort(),
    ).toEqual(due.map((row) => `${row.id}@${host} ${row.due}`).sort());
    expect(events.filter(({ summary }) => summary.startsWith('Overdue: ')).length).toBe(
      backlog.filter(({ overdue }) => overdue).length,
    );
    for (const { url } of events)
      if (site.siteUrl === null) expect(url).toBeNull();
      else expect(fault('/', url ?? '')).toBeNull();
  });

  test('has a calendar for everyone and for every team, with everyone’s own of the whole', () => {
    const uids = (file: string): string[] =>
      eventsOf(read(file)).flatMap(({ uid }) => (uid.startsWith('overdue/') ? [] : [uid]));
    const below = (folder: string): string[] =>
      filesBelow(join(site.dist, folder))
        .filter((file) => file.endsWith('.ics'))
        .map((file) => `${folder}/${file}`);
    const owners = new Set(backlog.flatMap(({ owner }) => owner ?? []));
    for (const owner of owners) expect(below('people')).toContain(`people/${owner}/backlog.ics`);
    const ownerless = backlog.filter(({ owner }) => owner === null).map(({ id }) => id);
    const whole = uids('backlog.ics').sort();
    expect(below('people').flatMap(uids).sort()).toEqual(
      whole.filter((uid) => !ownerless.includes(uid.replace(/@[^@]*$/, ''))),
    );
    const ofTeams = below('teams').flatMap(uids);
    expect(ofTeams.length).toBeGreaterThan(5);
    expect(new Set(ofTeams).size).toBe(ofTeams.length);
    expect(ofTeams.filter((uid) => !whole.includes(uid))).toEqual([]);
  });

  test.each([
    ['feed.xml', () => postmortems.filter(({ date }) => date !== null).length],
    ['overdue.xml', () => backlog.filter(({ overdue }) => overdue).length],
  ])('has %s, an Atom feed that readers take', (file, count) => {
    const { window } = new JSDOM('');
    const { DOMParser } = window.document.defaultView as Window & typeof globalThis;
    const feed = new DOMParser().parseFromString(read(file), 'application/xml');
    expect(feed.querySelector('parsererror')?.textContent).toBeUndefined();
    const root = feed.documentElement;
    expect([root.localName, root.namespaceURI]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    const text = (element: Element, child: string): string | undefined =>
      [...element.children].find(({ localName }) => localName === child)?.textContent ?? undefined;
    const entries = [...feed.querySelectorAll('entry')];
    expect(entries.length).toBe(count());
    expect(entries.length).toBeGreaterThan(0);
    const ids = [root, ...entries].map((element) => text(element, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const element of [root, ...entries]) {
      expect(text(element, 'id')).toMatch(/^(?:https:\/\/|tag:)/);
      expect(text(element, 'title')).toMatch(/\S/);
      expect(text(element, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
    expect(text(feed.querySelector('feed > author') as Element, 'name')).toBe('Harbour Supply');
    const updated = entries.map((entry) => text(entry, 'updated') ?? '');
    expect(updated).toEqual(updated.toSorted().reverse());
    expect(text(root, 'updated')).toBe(updated[0]);
    const links = [...feed.querySelectorAll('link')].map((link) => link.getAttribute('href') ?? '');
    expect(links.length).toBe(entries.length + 2);
    expect(links.filter((link) => fault('/', link) !== null)).toEqual([]);
    if (site.siteUrl !== null)
      expect(links.every((link) => link.startsWith(`${site.siteUrl}/kb/`))).toBe(true);
  });
});

describe('the data of odd words', () => {
  const titles = [
    '=HYPERLINK("https://bad.example";"click")',
    "@SUM(1+1)|cmd' /C calc'!A0",
    '＝1+1',
    '-5',
    'say "no", then; stop \\ here',
    'fire engine 🚒 and 👩🏽‍🚒',
    'תור ההזמנות עומד',
    'on\n  two lines',
    'long '.repeat(1000).trim(),
  ];
  const owners = ['josé', 'Ana', 'ana', 'o.k_-1'];
  const files = {
    'settings.yaml': 'organisation: "A, B; C"\nteamHours: { "Ops, & more": 10, "日本": 5 }\n',
    'postmortems/odd.mdx': `---
title: "=1+1, \\"odd\\""
status: open
severity: 1
---

## Summary

Odd.

## Detect

${titles.map((title, at) => `- [ ] ${title.replace(/[\\*_[\]<>{}@|]/g, '\\$&')} @${owners[at % owners.length]} due:2026-0${at + 1}-01 id:odd-${at}`).join('\n')}
`,
  };
  let dist = '';
  const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
  const flat = titles.map((title) => title.replace(/\s+/g, ' '));

  beforeAll(async () => {
    const built = await buildSite('odd-data', contentFolder('odd-data', files), sampleClock);
    if (built.code !== 0) throw new Error(built.stderr + built.stdout);
    dist = built.dist;
  });

  test('comes back from the sheet, but for what keeps a formula from being one', () => {
    const { data, errors } = sheet(read('backlog.csv'));
    expect(errors).toEqual([]);
    const rows = data.toSorted((a, b) => (a['id'] ?? '').localeCompare(b['id'] ?? ''));
    expect(rows.map((row) => row['title']?.replace(/\s+/g, ' '))).toEqual(
      flat.map((title, at) => (at < 3 ? `'${title}` : title)),
    );
    expect(rows[0]?.['postmortem title']).toBe(`'=1+1, "odd"`);
  });

  test('comes back from the calendar, cut where it is long', () => {
    const summaries = eventsOf(read('backlog.ics')).map(({ summary }) => summary.replace(/\s+/g, ' '));
    for (const [at, title] of flat.entries())
      expect(
        summaries.some((summary) => summary.startsWith(`Overdue: ${title.slice(0, 150)}`)),
        `title ${at}`,
      ).toBe(true);
    for (const line of read('backlog.ics').split('\r\n'))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test.each(owners)('@%s has a calendar', (owner) => {
    // Two handles that differ by case only are two people.
    const own = titles.filter((_, at) => owners[at % owners.length] === owner).length;
    const late = own === 0 ? 0 : 1;
    expect(eventsOf(read(`people/${owner}/backlog.ics`))).toHaveLength(own + late);
  });

  test.each(['ops--more', '日本'])('team %s has a calendar', (slug) => {
    expect(eventsOf(read(`teams/${slug}/backlog.ics`))).toEqual([]);
  });
});
