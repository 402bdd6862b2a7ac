import { dirname, join } from 'node:path';
import type { Place } from '../core/diagnostic.ts';
import { type Decoded, decode } from '../core/import/decode.ts';
import type { ImportContext, Imported } from '../core/import/imported.ts';
import { readIncidentIo } from '../core/import/incident-io.ts';
import { type JiraRead, readJiraCsv } from '../core/import/jira.ts';
import type { Json } from '../core/import/json-text.ts';
import { readMarkdown } from '../core/import/markdown/read-markdown.ts';
import { readPagerDuty, readPagerDutyFiles } from '../core/import/pagerduty.ts';
import { filesOfOneIncident } from '../core/import/pagerduty-cases.ts';
import { type Recognised, recognise, type SourceKind } from '../core/import/recognise.ts';
import { readSlack, type SlackDay, slackReactions } from '../core/import/slack.ts';
import { findSources, fingerprint, readSource, type SourceFile } from '../workspace/import-files.ts';
import type { ImportOptions } from './import-options.ts';
import type { Terminal } from './terminal.ts';

/** A source that was understood. */
export interface ReadSourceResult {
  result: 'read';
  name: string;
  kind: SourceKind;
  /** Null for what was piped in: nothing lies beside it. */
  file: SourceFile | null;
  /** Of its bytes. */
  fingerprint: string;
  incidents: Imported[];
  /** The actions of a Jira export. */
  actions: JiraRead | null;
  /** What else there is to say of it. */
  remark: string | null;
}

/** A source that was not taken in, and why. `place` is in it. */
export interface RefusedSource {
  result: 'refused';
  name: string;
  kind: SourceKind | null;
  message: string;
  hint: string | null;
  place: Place | null;
}

/** What an import reads, in the order it is reported. */
export interface ReadSources {
  sources: (ReadSourceResult | RefusedSource)[];
  /** Files of a folder that are none of the known kinds by their name alone. */
  passedOver: { name: string; why: string }[];
}

/**
 * Finds and reads everything that was named.
 *
 * @param folder Where relative paths begin.
 * @throws UsageError where there is no such file or folder.
 */
export async function readSources(
  options: ImportOptions,
  context: ImportContext,
  folder: string,
  terminal: Terminal,
): Promise<ReadSources> {
  const { files, passedOver } = findSources(
    options.paths.filter((path) => path !== '-'),
    folder,
  );
  const sources: ReadSources['sources'] = [];
  const pagerDuty = new Map<string, PagerDutyFile[]>();
  const channels = new Map<string, { file: SourceFile; days: SlackDay[]; print: Uint8Array[] }>();
  if (options.paths.includes('-')) {
    const bytes = new TextEncoder().encode(await terminal.piped());
    const found = kindOf(bytes, 'stdin');
    if ('result' in found) sources.push(found);
    else if (found.kind === 'slack-list')
      passedOver.push({ name: 'stdin', why: 'names the people or channels of a Slack export' });
    else if (found.kind === 'slack-day')
      sources.push(slackSource('stdin', null, [{ name: 'stdin', value: found.value }], [bytes], options));
    else sources.push(oneSource('stdin', null, bytes, found, options, context));
  }
  for (const [index, file] of files.entries()) {
    if (files.length > 5) terminal.progress(`Reading ${index + 1} of ${files.length}: ${file.name}`);
    const bytes = readSource(file);
    if ('why' in bytes) {
      sources.push(refused(file.name, null, `It ${bytes.why}.`, null));
      continue;
    }
    const found = kindOf(bytes, file.name);
    if ('result' in found) sources.push(found);
    else if (found.kind === 'slack-day') {
      const folderOf = dirname(file.path);
      const channel = channels.get(folderOf) ?? { file, days: [], print: [] };
      channel.days.push({ name: file.name, value: found.value });
      channel.print.push(bytes);
      channels.set(folderOf, channel);
    } else if (found.kind === 'slack-list')
      // Names of people and channels are read with the channels that need them.
      passedOver.push({ name: file.name, why: 'names the people or channels of a Slack export' });
    else if (found.kind === 'pagerduty') {
      const beside = pagerDuty.get(dirname(file.path)) ?? [];
      beside.push({ file, name: file.name, value: found.value, bytes });
      pagerDuty.set(dirname(file.path), beside);
    } else sources.push(oneSource(file.name, file, bytes, found, options, context));
  }
  terminal.progress(null);
  for (const group of [...pagerDuty.values()].flatMap(filesOfOneIncident))
    sources.push(pagerDutySource(group));
  for (const [path, { file, days, print }] of channels) {
    const name = folderName(file, path);
    const isMarked = slackReactions(days).some((reaction) => reaction.name === options.reaction);
    // Of a whole export, most channels are about something else.
    if (channels.size > 1 && options.reaction !== null && !isMarked)
      passedOver.push({ name, why: `has no message with :${options.reaction}:` });
    else sources.push(slackSource(name, file, days, print, options));
  }
  return { sources: channels.size > 0 ? sources.filter(isNoSlackLog) : sources, passedOver };
}

interface PagerDutyFile {
  file: SourceFile;
  name: string;
  value: Json;
  bytes: Uint8Array;
}

/** An incident, its log and its notes as PagerDuty answers them, each in a file of its own. */
function pagerDutySource(files: readonly PagerDutyFile[]): ReadSourceResult {
  const [first, ...others] = files as [PagerDutyFile, ...PagerDutyFile[]];
  const print = files.map(({ bytes }) => fingerprint(bytes));
  const isAlone = others.length === 0;
  return {
    result: 'read',
    name: first.name,
    kind: 'pagerduty',
    file: first.file,
    fingerprint: isAlone ? fingerprint(first.bytes) : fingerprint(new TextEncoder().encode(print.join('\n'))),
    incidents: isAlone ? readPagerDuty(first.value, first.name) : readPagerDutyFiles(files, first.name),
    actions: null,
    remark: isAlone ? null : `Read together with ${others.map(({ name }) => name).join(' and ')}.`,
  };
}

/** An export has lists of its own beside the channels. */
function isNoSlackLog({ name, result }: ReadSourceResult | RefusedSource): boolean {
  return (
    result === 'read' ||
    !/(?:^|\/)(?:integration_logs|canvases|dms|groups|mpims|file_conversations|lists|huddle_transcripts|content_flags)\.json$/.test(
      name,
    )
  );
}

type Text = Exclude<Recognised, { kind: 'broken' | 'unknown' }>;

function kindOf(bytes: Uint8Array, name: string): (Text & { decoded: Decoded }) | RefusedSource {
  const decoded = decode(bytes);
  if (decoded.kind === 'empty') return refused(name, null, 'It is empty.', null);
  if (decoded.kind === 'binary') return refused(name, null, `This is ${decoded.what}.`, decoded.hint);
  const found = recognise(decoded.text, name);
  if (found.kind === 'unknown') return refused(name, null, found.message, found.hint);
  if (found.kind === 'broken')
    return refused(
      name,
      null,
      `This JSON is broken. ${found.message}`,
      'Export it again, whole.',
      found.place,
    );
  return { ...found, decoded };
}

function oneSource(
  name: string,
  file: SourceFile | null,
  bytes: Uint8Array,
  found: Exclude<Text, { kind: 'slack-day' | 'slack-list' }> & { decoded: Decoded },
  options: ImportOptions,
  context: ImportContext,
): ReadSourceResult | RefusedSource {
  const source: ReadSourceResult = {
    result: 'read',
    name,
    kind: found.kind,
    file,
    fingerprint: fingerprint(bytes),
    incidents: [],
    actions: null,
    remark: null,
  };
  switch (found.kind) {
    case 'jira':
      source.actions = readJiraCsv(found.text, { order: options.dateOrder });
      break;
    case 'pagerduty':
      source.incidents = readPagerDuty(found.value, name);
      break;
    case 'incident-io':
      source.incidents = readIncidentIo(found.value, name, {
        zone: context.given.timezone ?? context.catalog.settings.timezone,
      });
      break;
    case 'markdown':
      source.incidents = [readMarkdown(found.text, name, context)];
  }
  const { decoded } = found;
  if (decoded.kind === 'text' && decoded.guessed)
    for (const imported of source.incidents)
      imported.notes.unshift({
        message: `The file is not UTF-8; it was read as ${decoded.encoding}.`,
        hint: 'Look at letters with accents.',
        origin: null,
      });
  return source;
}

function slackSource(
  name: string,
  file: SourceFile | null,
  days: readonly SlackDay[],
  print: readonly Uint8Array[],
  options: ImportOptions,
): ReadSourceResult | RefusedSource {
  const reactions = slackReactions(days);
  const known = reactions
    .slice(0, 8)
    .map((reaction) => `${reaction.name} (${reaction.messages})`)
    .join(', ');
  const there = known === '' ? 'No message has a reaction.' : `There are: ${known}.`;
  if (options.reaction === null)
    return refused(
      name,
      'slack',
      'Which of the messages belong into the timeline? Say the reaction that they carry: --reaction pushpin',
      there,
    );
  if (!reactions.some((reaction) => reaction.name === options.reaction))
    return refused(name, 'slack', `No message carries :${options.reaction}:.`, there);
  const channel = name.split('/').at(-1) ?? name;
  const { imported, messages, chosen } = readSlack(
    { name: channel, days, users: listBeside(file, 'users'), channels: listBeside(file, 'channels') },
    options.reaction,
    name,
  );
  const bytes = new TextEncoder().encode(`${options.reaction}\n${print.map(fingerprint).join('\n')}`);
  return {
    result: 'read',
    name,
    kind: 'slack',
    file: null,
    fingerprint: fingerprint(bytes),
    incidents: [imported],
    actions: null,
    remark: `${chosen} of ${messages} messages carry :${options.reaction}:; the others were left out.`,
  };
}

/** `users.json` lies in the export's own folder, above the channel's, or was put beside the days. */
function listBeside(file: SourceFile | null, name: 'users' | 'channels'): Json | null {
  if (file === null) return null;
  const folder = dirname(file.path);
  const names = name === 'users' ? ['users.json', 'org_users.json'] : ['channels.json', 'groups.json'];
  for (const path of [folder, dirname(folder)].flatMap((place) => names.map((item) => join(place, item)))) {
    const bytes = readSource({ path, root: dirname(path), name });
    if ('why' in bytes) continue;
    const found = kindOf(bytes, path);
    if (!('result' in found) && found.kind === 'slack-list') return found.value;
  }
  return null;
}

/** The channel's folder below what was named, or its own name where it was named itself. */
function folderName({ root, path, name }: SourceFile, folder: string): string {
  const below = name.split('/').slice(0, -1).join('/');
  return below === '' || dirname(path) === root ? (folder.split(/[\\/]/).at(-1) ?? name) : below;
}

function refused(
  name: string,
  kind: SourceKind | null,
  message: string,
  hint: string | null,
  place: Place | null = null,
): RefusedSource {
  return { result: 'refused', name, kind, message, hint, place };
}
