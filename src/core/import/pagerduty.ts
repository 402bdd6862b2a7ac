import { plainText } from '../document/plain-text.ts';
import type { Label } from '../timeline/labels.ts';
import { blankImported } from './blank.ts';
import { byInstant } from './by-instant.ts';
import type { Blocks, Imported, ImportedEntry, ImportNote } from './imported.ts';
import { detail, eachOnce, type Fields, keepAlso, linked, type NamedText, plain } from './json-fields.ts';
import type { Json } from './json-text.ts';
import { type Case, casesIn } from './pagerduty-cases.ts';
import { readIncident, readMoments, unnumbered } from './pagerduty-incident.ts';
import { contentOf, labelsOf, type Said, saidBy, wordsOf } from './pagerduty-log.ts';

/**
 * PagerDuty's log entries (`GET /incidents/{id}/log_entries`), the incident itself (`GET /incidents/{id}`), its notes, or all of
 * them in one object; pages of them in an array. Log entries of several incidents become one postmortem each.
 */
export function readPagerDuty(value: Json, source: string): Imported[] {
  return readPagerDutyFiles([{ name: '', value }], source);
}

/** The same, where an incident, its log and its notes are files of their own. The names stand before the paths. */
export function readPagerDutyFiles(
  files: readonly { name: string; value: Json }[],
  source: string,
): Imported[] {
  const { cases, beside } = casesIn(files);
  const several = cases.size > 1;
  return [...cases].map(([id, found], index) => {
    const imported = incidentOf(found, several && id !== '' ? `${source}, ${id}` : source);
    if (index === 0) keepAlso(imported, beside, '');
    return imported;
  });
}

function incidentOf({ incident, entries, notes }: Case, source: string): Imported {
  const imported = blankImported(source);
  const { facts } = imported;
  const at = { kind: 'path' as const, path: incident?.path ?? entries[0]?.path ?? '' };
  const ordered = entries
    .map((entry) => ({
      entry,
      type: (entry.text('type') ?? '').replace(/_log_entry.*$/, ''),
      at: entry.instant('created_at'),
    }))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  if (incident !== null) readIncident(incident, imported);
  const reference = entries.map((entry) => entry.object('incident'));
  const names = [...new Set(reference.flatMap((fields) => fields.firstText('title', 'summary') ?? []))];
  const [named] = names;
  if (facts.title === null && named !== undefined) facts.title = { value: unnumbered(named), origin: at };
  const url = reference.map((fields) => fields.text('html_url')).find((text) => text !== null) ?? null;
  if (incident === null && url !== null)
    imported.details.push({ name: 'In PagerDuty', value: linked(url, url), origin: at });
  for (const name of names)
    if (facts.title !== null && !name.includes(facts.title.value))
      imported.details.push(detail('Incident', name, at.path));

  const services = new Set<string>();
  const teams = new Set<string>();
  const notified: string[] = [];
  const rest: NamedText[] = [];
  const first = new Set<string>();
  const lastResolved = ordered.findLast(({ type }) => type === 'resolve')?.entry;
  for (const fields of incident?.objects('teams') ?? []) {
    const name = fields.firstText('summary', 'name');
    if (name !== null) teams.add(name);
  }
  for (const { entry, type, at: instant } of ordered) {
    for (const [key, into] of [
      ['service', services],
      ['teams', teams],
    ] as const)
      for (const fields of key === 'teams' ? entry.objects(key) : [entry.object(key)]) {
        const name = fields.firstText('summary', 'name');
        if (name !== null) into.add(name);
      }
    const labels = labelsOf(type, first, entry === lastResolved);
    if (type === 'notify') {
      const time = instant === null ? '' : `${new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z')} `;
      notified.push(`${time}${wordsOf(saidBy(entry)).join('; ')}`);
      continue;
    }
    const said = saidBy(entry);
    if (facts.title === null && type === 'trigger') facts.title = titleOf(said, entry.path);
    if (instant === null) {
      rest.push(...wordsOf(said).map((text) => ({ path: entry.path, text })));
      continue;
    }
    imported.timeline.push(momentOf(instant, labels, contentOf(said), entry.path));
  }
  for (const { instant, labels, text, path } of incident === null
    ? []
    : readMoments(incident, entries.length > 0))
    if (!imported.timeline.some((entry) => isSaid(entry, instant, text)))
      imported.timeline.push(momentOf(instant, labels, eachOnce([text]), path));
  for (const note of notes) addNote(note, imported, rest);
  for (const name of services)
    if (!facts.systems.some(({ value }) => value === name)) facts.systems.push({ value: name, origin: at });
  if (teams.size > 0) imported.details.push(detail('Teams', [...teams].join(', '), at.path));
  facts.status ??=
    entries.length === 0 ? null : { value: lastResolved === undefined ? 'open' : 'resolved', origin: at };
  if (notified.length > 0)
    imported.leftovers.push({
      heading: 'Notifications sent',
      content: [
        {
          type: 'list',
          ordered: false,
          spread: false,
          children: notified.map((text) => ({
            type: 'listItem',
            spread: false,
            children: [{ type: 'paragraph', children: plain(text) }],
          })),
        },
      ],
      origin: at,
    });
  keepAlso(imported, [...(incident?.rest() ?? []), ...rest], at.path);
  imported.timeline.sort(byInstant);
  imported.notes.push(...advice(imported, entries.length, at.path));
  return imported;
}

/** The alert's own words, which stay in its entry as well. */
function titleOf({ lead, more }: Said, path: string): Imported['facts']['title'] {
  const field = more.find((item) => ['Summary', 'Description', 'Subject'].includes(item.path));
  const title = field?.text ?? lead;
  return title === null ? null : { value: unnumbered(title), origin: { kind: 'path', path } };
}

function momentOf(instant: number, labels: Label[], content: Blocks, path: string): ImportedEntry {
  return {
    start: { kind: 'instant', instant },
    end: null,
    approximate: false,
    labels,
    content,
    written: null,
    origin: { kind: 'path', path },
  };
}

/** `notes` of an incident are its annotations; a log that holds them, too, has said them already. */
function addNote(note: Fields, imported: Imported, rest: NamedText[]): void {
  const content = note.text('content');
  const instant = note.instant('created_at');
  const who = note.object('user').firstText('summary', 'name');
  const known = content !== null && imported.timeline.some((entry) => isSaid(entry, instant, content));
  note.object('channel').drop('summary');
  if (content !== null && !known) {
    const text = who === null ? content : `${who}: ${content}`;
    if (instant === null) rest.push({ path: note.path, text });
    else imported.timeline.push(momentOf(instant, ['message'], eachOnce([text]), note.path));
  }
  rest.push(...note.rest());
}

function isSaid({ start, content }: ImportedEntry, instant: number | null, text: string): boolean {
  return (
    start.kind === 'instant' && start.instant === instant && bare(plainText(content)).includes(bare(text))
  );
}

/** Letters alone: two ways to a note break its lines differently. */
function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

function advice({ facts, timeline }: Imported, entries: number, path: string): ImportNote[] {
  const origin = { kind: 'path' as const, path };
  const note = (message: string, hint: string): ImportNote => ({ message, hint, origin });
  return [
    ...(timeline.length === 0 || entries === 0
      ? [
          note(
            entries > 0
              ? 'No log entry has a time.'
              : timeline.length === 0
                ? 'There is no log in this file, so there is no timeline yet.'
                : 'There is no log in this file, so the timeline has only what the rest of it says.',
            'Export `/incidents/{id}/log_entries?include[]=channels` as well, into the same folder, and take in both at once.',
          ),
        ]
      : []),
    ...(timeline.length === 0
      ? []
      : [
          note(
            'PagerDuty knows when somebody was told, not when it began.',
            'Put an entry with the mark `started` before the first alert.',
          ),
        ]),
    ...(facts.title === null ? [note('Nothing here names the incident.', 'Give it a title.')] : []),
  ];
}
