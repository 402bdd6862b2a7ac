import { describe, expect, test } from 'vitest';
import { completionsAt } from '../../../src/core/language/completion.ts';
import { files, libraryOf, placeIn, wordsAt } from './library-of.ts';

const path = 'postmortems/2020-01-01-new.mdx';

/** What could be written at the cursor: labels, or `label (detail)`, and what they take the place of. */
function offered(
  text: string,
  at = path,
): { typed: string; labels: string[]; details: string[]; texts: string[] } {
  const found = completionsAt(libraryOf({ ...files, [at]: text }), at, placeIn(text));
  return {
    typed: found[0] === undefined ? '' : wordsAt(text, found[0].range),
    labels: found.map(({ label }) => label),
    details: found.map(({ label, detail }) => `${label} (${detail})`),
    texts: found.map((completion) => completion.text),
  };
}

const facts = '---\ntitle: Luna 🌙\nstatus: open\nseverity: 1\n---\n\n';

describe('in the front matter', () => {
  test('keys that are not there yet', () => {
    const { labels, typed, texts } = offered('---\ntitle: A\nstatus: open\nse▮\n---\n');
    expect(typed).toBe('se');
    expect(labels.slice(0, 3)).toEqual(['severity', 'systems', 'raisedBy']);
    expect(texts.slice(0, 2)).toEqual(['severity: ', 'systems: []']);
    expect(labels).not.toContain('title');
  });

  test.each([
    ['status: ▮', ['open (undefined)', 'resolved (undefined)', 'reviewed (undefined)']],
    ['severity: ▮', ['1 (Down)', '2 (Serious)']],
    ['triage: s▮', ['user (undefined)', 'system (undefined)', 'code (undefined)']],
    ['systems: [▮]', ['fax-gateway (Fax gateway · team orders)', 'event-bus (Event bus)']],
    ['systems: [fax-gateway, ev▮]', ['event-bus (Event bus)']],
    ['systems:\n  - fax-gateway\n  - ▮', ['event-bus (Event bus)']],
    ['tags: [vendor, ▮]', ['queue (in 1 postmortem)']],
    ['facilitator: d▮', ['ana (Ana Ribeiro · team orders)', 'dana (Dana Whitfield)']],
    ['reviewedOn: ▮', ['2018-05-11 (Friday, today)', '2018-05-10 (Thursday, yesterday)']],
    ['title: ▮', []],
  ])('values of %j', (line, details) => {
    expect(offered(`---\ntitle: A\n${line}\n---\n`).details).toEqual(details);
  });

  test('zones, those in use first', () => {
    const { labels } = offered('---\ntimezone: ▮\n---\n');
    expect(labels[0]).toBe('UTC');
    expect(labels).toContain('America/New_York');
  });
});

describe('in the text', () => {
  test('sections that are not there yet, in the order of the format', () => {
    const { labels, typed, texts } = offered(`${facts}## Summary\n\n## Mitigation\n\n## De▮\n`);
    expect(typed).toBe('## De');
    expect(labels).not.toContain('Summary');
    expect(labels).not.toContain('Fixes for symptoms');
    expect(labels.slice(0, 4)).toEqual(['Original request', 'Symptoms', 'Scope', 'Impact']);
    expect(labels.filter((label) => /^(Detect|React|Quick fix)$/.test(label))).toEqual([
      'Detect',
      'React',
      'Quick fix',
    ]);
    expect(texts[0]).toBe('## Original request');
  });

  test.each([
    [
      'labels, without marks that stand already',
      '## Timeline\n\n- 2020-01-01 10:00 **started** A\n- 🚒\n- 10:05 **det▮** B\n',
      'det',
      ['detected', 'responded', 'mitigated', 'resolved', 'alert'],
    ],
    [
      'labels after a comma',
      '## Timeline\n\n- 2020-01-01 10:00–10:05 **started, ▮',
      '',
      ['detected', 'responded', 'mitigated', 'resolved', 'alert'],
    ],
    [
      'verdicts',
      '## Hypotheses\n\n- It hangs\n  - Restart it. **▮',
      '',
      ['ruled out', 'confirmed', 'inconclusive'],
    ],
    ['people', '## Detect\n\n- [ ] 火 🚒 Watch it @▮', '', ['ana', 'dana']],
    ['people by a part', '## Next actions\n\n- [ ] Call @da▮ please', 'da', ['ana', 'dana']],
    ['systems', '## Other areas of risk\n\n- Queues system:fax-gateway system:▮', '', ['event-bus']],
    [
      'systems, named in the text or not',
      '## Other areas of risk\n\n- Why fax-gateway waits system:▮',
      '',
      ['fax-gateway', 'event-bus'],
    ],
    [
      'systems for an improvement, those first that the risks beside it name',
      '## Other areas of risk\n\n- Queues system:event-bus\n- [ ] Watch them @ana system:▮',
      '',
      ['event-bus', 'fax-gateway'],
    ],
    [
      'the words of an improvement beside risks',
      '## Other areas of risk\n\n- [ ] Watch them status:accepted system:event-bus s▮',
      's',
      ['system:'],
    ],
    ['words under another question', '## Detect\n\n- [ ] Watch it s▮', 's', ['status:']],
    ['states', '## Detect\n\n- [ ] Watch it status:ac▮', 'ac', ['accepted', 'resolved', 'verified']],
    ['words of an improvement', '## Detect\n\n- [ ] Watch it due:2018-06-01 d▮', 'd', ['done:', 'dropped:']],
  ])('%s', (_what, text, typed, labels) => {
    const found = offered(facts + text);
    expect(found.typed).toBe(typed);
    expect(found.labels.slice(0, 5)).toEqual(labels);
  });

  test('days on which something may be due: workdays, and the one that the severity expects', () => {
    expect(offered(`${facts}## Detect\n\n- [ ] Watch it @ana due:▮`).details).toEqual([
      '2018-05-18 (Friday, in one week)',
      '2018-05-25 (Friday, in two weeks)',
      '2018-05-31 (Thursday, at the end of the month)',
      // 30 days after 2018-05-11 is Sunday, 2018-06-10.
      '2018-06-08 (Friday, 30 days for severity 1)',
    ]);
  });

  test('links to pages by their title, and to places in them', () => {
    const link = offered(`${facts}See [it](./▮`);
    expect(link.details).toEqual([
      'Disappearing fax provider 🚒 (2018-05-04 · severity 1 · reviewed)',
      'Blameless (guide)',
    ]);
    expect(link.texts).toEqual(['./2018-05-04-fax.mdx', '../handbook/blameless.mdx']);
    expect(link.typed).toBe('./');
    const anchor = offered(`${facts}See [it](./2018-05-04-fax.mdx#p▮`);
    expect(anchor.texts).toEqual(expect.arrayContaining(['detect', 'page-on-duty']));
    expect(anchor.typed).toBe('p');
    expect(offered(`${facts}## Summary\n\n[below](#▮`).texts).toEqual(['summary']);
  });

  test.each([
    ['code', '## Detect\n\n```\n- [ ] Watch it @▮\n```\n'],
    ['a comment', '## Detect\n\n{/*\n@▮\n*/}\n'],
    ['an address', '## Detect\n\nhttps://example.com/@▮'],
    ['an e-mail address', '## Detect\n\nana@▮'],
    ['bold text', '## Summary\n\n- 10:05 **▮'],
    ['a third-level heading', '### ▮'],
  ])('nothing in %s', (_what, text) => {
    expect(offered(facts + text).labels).toEqual([]);
  });
});

test('what a system depends on', () => {
  expect(
    offered('- id: a\n  name: A\n- id: b\n  name: B\n  dependsOn: [a, ▮]\n', 'systems.yaml').labels,
  ).toEqual(['b']);
});
