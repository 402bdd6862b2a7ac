import type { ListItem } from 'mdast';
import { blankImported } from './blank.ts';
import type { Blocks, Imported, ImportedEntry } from './imported.ts';
import { detail, type Fields, fieldsOf, isObject, keepAlso, linked, type NamedText } from './json-fields.ts';
import type { Json, JsonObject } from './json-text.ts';
import { type SlackNames, slackBlocks, unescaped } from './slack-text.ts';

/** One day of a channel: a file of the export. */
export interface SlackDay {
  /** For the report: `2026-03-02.json`. */
  name: string;
  value: Json;
}

/** A channel of Slack's export, and what lies beside it. */
export interface SlackChannel {
  /** The channel's name, which is its folder's. */
  name: string;
  days: readonly SlackDay[];
  /** `users.json` and `channels.json`; null where they are not in the export. */
  users: Json | null;
  channels: Json | null;
}

export interface SlackRead {
  imported: Imported;
  /** How many messages there are, and how many of them were taken. */
  messages: number;
  chosen: number;
}

/** Whether a JSON value is a day of a channel: messages, each with its `ts`. */
export function isSlackDay(value: Json): boolean {
  const all = Array.isArray(value) ? value : [];
  return (
    all.length > 0 &&
    all.every((item) => isObject(item) && /^\d{9,11}\.\d{1,6}$/.test(String(item['ts'] ?? ''))) &&
    all.some((item) => isObject(item) && (item['type'] === 'message' || 'text' in item))
  );
}

/** Whether a JSON value is a list that names ids: `users.json`, `channels.json`. */
export function isSlackList(value: Json): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (item) =>
        isObject(item) &&
        /^[A-Z][A-Z0-9]{6,}$/.test(String(item['id'] ?? '')) &&
        typeof item['name'] === 'string' &&
        ('profile' in item || 'members' in item || 'is_archived' in item || 'team_id' in item),
    )
  );
}

/** The reactions in a channel with how many messages each is on, most first; skin tones count as one. */
export function slackReactions(days: readonly SlackDay[]): { name: string; messages: number }[] {
  const counts = new Map<string, number>();
  for (const message of messagesOf(days))
    for (const name of reactionsOf(message)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, messages]) => ({ name, messages }))
    .sort((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1));
}

/** The messages of a channel that carry a reaction, as entries of a timeline. */
export function readSlack(channel: SlackChannel, reaction: string, source: string): SlackRead {
  const imported = blankImported(source);
  const names = namesOf(channel);
  const messages = messagesOf(channel.days);
  const byTime = new Map(messages.map((message) => [String(message['ts']), message]));
  const seen = new Set<string>();
  const chosen = messages
    .filter((message) => reactionsOf(message).has(reaction) && !isRepeated(message, seen))
    .sort((a, b) => Number(a['ts']) - Number(b['ts']));
  const taken = new Set(chosen.map((message) => String(message['ts'])));
  for (const message of chosen) {
    const parent =
      message['thread_ts'] === message['ts'] ? undefined : byTime.get(String(message['thread_ts']));
    // A reply to a message that stands in the timeline anyway needs no reminder of it.
    const context = parent === undefined || taken.has(String(parent['ts'])) ? null : parent;
    imported.timeline.push(entryOf(message, context, names));
  }
  const origin = { kind: 'path' as const, path: channel.name };
  imported.facts.title = { value: `#${channel.name}`, origin };
  imported.details.push(detail('Slack channel', `#${channel.name}`, channel.name));
  keepAlso(imported, aboutChannel(channel), 'channels.json');
  imported.notes.push(
    {
      message: `The title is the channel's name, #${channel.name}.`,
      hint: 'Write what people call the incident.',
      origin,
    },
    {
      message: 'People are named in the timeline, as they were in the channel.',
      hint: 'Say what their part was instead, such as "on-duty", before the meeting.',
      origin: null,
    },
  );
  return { imported, messages: messages.length, chosen: chosen.length };
}

function messagesOf(days: readonly SlackDay[]): JsonObject[] {
  return days.flatMap(({ value }) => (Array.isArray(value) ? value.filter(isObject) : []));
}

/** An export may hold a reply twice: in its thread and as sent to the channel. */
function isRepeated(message: JsonObject, seen: Set<string>): boolean {
  const key = String(message['ts']);
  const isKnown = seen.has(key);
  seen.add(key);
  return isKnown;
}

function reactionsOf(message: JsonObject): Set<string> {
  const reactions = Array.isArray(message['reactions']) ? message['reactions'].filter(isObject) : [];
  return new Set(reactions.map(({ name }) => plainReaction(String(name))));
}

/** `:+1::skin-tone-3:` is `+1`, also as somebody types it. */
export function plainReaction(name: string): string {
  return name
    .trim()
    .replace(/^:|:$/g, '')
    .replace(/::skin-tone-\d$/, '');
}

function namesOf({ users, channels }: SlackChannel): SlackNames {
  const people = new Map<string, string>();
  for (const user of Array.isArray(users) ? users.filter(isObject) : []) {
    const fields = fieldsOf(user, '');
    const profile = fields.object('profile');
    const name = profile.firstText('real_name', 'display_name') ?? fields.firstText('real_name', 'name');
    if (typeof user['id'] === 'string' && name !== null) people.set(user['id'], name);
  }
  const places = new Map<string, string>();
  for (const place of Array.isArray(channels) ? channels.filter(isObject) : [])
    if (typeof place['id'] === 'string' && typeof place['name'] === 'string')
      places.set(place['id'], place['name']);
  return { user: (id) => people.get(id) ?? null, channel: (id) => places.get(id) ?? null };
}

/** What people wrote on the channel itself. */
function aboutChannel({ name, channels }: SlackChannel): NamedText[] {
  const all = Array.isArray(channels) ? channels.filter(isObject) : [];
  const found = fieldsOf(all.find((channel) => channel['name'] === name) ?? {}, '');
  return (['topic', 'purpose'] as const).flatMap((key) => {
    const text = found.object(key).text('value');
    return text === null ? [] : [{ path: `${key === 'topic' ? 'Topic' : 'Purpose'} of the channel`, text }];
  });
}

function entryOf(message: JsonObject, context: JsonObject | null, names: SlackNames): ImportedEntry {
  const fields = fieldsOf(message, `ts ${String(message['ts'])}`);
  const content = contentOf(fields, names);
  if (context !== null)
    content.push({ type: 'blockquote', children: contentOf(fieldsOf(context, ''), names, 'In reply to ') });
  return {
    start: { kind: 'instant', instant: Math.round(Number(message['ts']) * 1000) },
    end: null,
    approximate: false,
    labels: ['message'],
    content,
    written: null,
    origin: { kind: 'path', path: fields.path },
  };
}

/** Who wrote it, then what: its text, the texts of what an app attached, links to files. */
function contentOf(message: Fields, names: SlackNames, before = ''): Blocks {
  const text = message.text('text') ?? '';
  const blocks = slackBlocks(text, names);
  const rich = message.objects('blocks');
  if (text === '') blocks.push(...rich.flatMap((block) => slackBlocks(richText(block).join('\n'), names)));
  for (const attachment of message.objects('attachments')) blocks.push(...attached(attachment, names, text));
  for (const file of message.objects('files')) {
    const title = file.firstText('title', 'name');
    const url = file.firstText('permalink', 'url_private');
    const comment = file.object('initial_comment').text('comment');
    if (title !== null || url !== null)
      blocks.push({ type: 'paragraph', children: linked(unescaped(title ?? url ?? ''), url) });
    if (comment !== null) blocks.push(...slackBlocks(comment, names));
  }
  const who = authorOf(message, names);
  if (who === null) return blocks;
  const [first] = blocks;
  const lead = { type: 'text' as const, value: `${before}${who}: ` };
  if (first?.type === 'paragraph') first.children.unshift(lead);
  else blocks.unshift({ type: 'paragraph', children: [{ type: 'text', value: `${before}${who}:` }] });
  return blocks;
}

function authorOf(message: Fields, names: SlackNames): string | null {
  const id = message.text('user');
  const profile = message.object('user_profile').firstText('real_name', 'display_name', 'name');
  const known = id === null ? null : names.user(id);
  return known ?? profile ?? message.object('bot_profile').text('name') ?? message.text('username') ?? id;
}

/** What an app attached: an alert, a preview of a link. `fallback` says the same once more. */
function attached(attachment: Fields, names: SlackNames, said: string): Blocks {
  const blocks: Blocks = [];
  const pretext = attachment.text('pretext');
  const title = attachment.text('title');
  const link = attachment.firstText('title_link', 'from_url');
  const text = attachment.text('text');
  if (pretext !== null) blocks.push(...slackBlocks(pretext, names));
  if (title !== null) blocks.push({ type: 'paragraph', children: linked(unescaped(title), link) });
  if (text !== null && !said.includes(text)) blocks.push(...slackBlocks(text, names));
  const fields = attachment.objects('fields').map((field): ListItem => {
    const [name, value] = [field.text('title'), field.scalar('value')];
    const said = slackBlocks([name, value].filter((part) => part !== null).join(': '), names);
    return { type: 'listItem', spread: false, children: said };
  });
  if (fields.length > 0) blocks.push({ type: 'list', ordered: false, spread: false, children: fields });
  const footer = attachment.text('footer');
  if (footer !== null) blocks.push(...slackBlocks(footer, names));
  const rich = attachment.objects('blocks').flatMap(richText);
  if (blocks.length === 0 && rich.length > 0) blocks.push(...slackBlocks(rich.join('\n'), names));
  const fallback = attachment.text('fallback');
  if (blocks.length === 0 && fallback !== null) blocks.push(...slackBlocks(fallback, names));
  return blocks;
}

/** The texts of Block Kit blocks, line by line. */
function richText(block: Fields): string[] {
  return block
    .rest(true)
    .filter(
      ({ path }) => /(?:^|\.)(?:text|value|url|fallback|alt_text)$/.test(path) && !/(?:^|\.)type$/.test(path),
    )
    .map(({ text }) => text);
}
