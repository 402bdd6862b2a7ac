import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { JSDOM } from 'jsdom';
import { describe, expect, inject, test } from 'vitest';
import {
  type BacklogExportRow,
  backlogRow,
  type PostmortemRow,
  postmortemRow,
} from '../../src/core/export/schemas.ts';
import { questions } from '../../src/core/vocabulary.ts';
import { follower, pagesOf } from '../support/site-faults.ts';

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

  test('has an Atom feed that readers take', () => {
    const { window } = new JSDOM('');
    const { DOMParser } = window.document.defaultView as Window & typeof globalThis;
    const feed = new DOMParser().parseFromString(read('feed.xml'), 'application/xml');
    expect(feed.querySelector('parsererror')?.textContent).toBeUndefined();
    const root = feed.documentElement;
    expect([root.localName, root.namespaceURI]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    const text = (element: Element, child: string): string | undefined =>
      [...element.children].find(({ localName }) => localName === child)?.textContent ?? undefined;
    const entries = [...feed.querySelectorAll('entry')];
    expect(entries.length).toBe(postmortems.filter(({ date }) => date !== null).length);
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
