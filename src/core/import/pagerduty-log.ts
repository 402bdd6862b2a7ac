import type { Label } from '../timeline/labels.ts';
import type { Blocks } from './imported.ts';
import { eachOnce, type Fields, type NamedText, namedList } from './json-fields.ts';

/** A mark stands once: the first trigger and acknowledgement, the last resolution. */
export function labelsOf(type: string, first: Set<string>, isLastResolved: boolean): Label[] {
  const isFirst = !first.has(type);
  first.add(type);
  switch (type) {
    case 'trigger':
      return isFirst ? ['detected', 'alert'] : ['alert'];
    case 'acknowledge':
      return isFirst ? ['responded', 'action'] : ['action'];
    case 'resolve':
      return isLastResolved ? ['resolved'] : ['status'];
    case 'annotate':
      return ['message'];
    case 'status_update':
      return ['status'];
    case 'escalate':
    case 'assign':
    case 'reassign':
    case 'snooze':
    case 'responder_request':
      return ['action'];
    default:
      return [];
  }
}

/** What an entry says: the service's own sentence, the words of a note, then every other word by the name of its field. */
export interface Said {
  lead: string | null;
  more: NamedText[];
}

export function saidBy(entry: Fields): Said {
  entry.drop('type', 'created_at');
  const summary = entry.text('summary');
  const agent = entry.object('agent').firstText('summary', 'name');
  const channel = entry.object('channel');
  const note = channel.firstText('content', 'notes', 'note', 'body', 'message');
  const lead = [...new Set([summary?.trim(), note?.trim()].filter((text) => text !== undefined))];
  const details = ['details', 'cef_details'].flatMap((key) => channel.object(key).rest(true));
  if (ways.test(channel.text('type') ?? '')) channel.drop('summary');
  const links = entry.objects('contexts').flatMap((context) => {
    const [text, href] = [context.text('text'), context.firstText('href', 'src')];
    const shown = text ?? href;
    return shown === null ? [] : [{ path: 'Link', text: shown, ...(href === null ? {} : { url: href }) }];
  });
  const event = entry.object('event_details').rest();
  const more = [
    ...(agent === null ? [] : [{ path: 'By', text: agent }]),
    ...channel.rest(),
    ...event,
    ...details,
    ...links,
    ...entry.rest(),
  ];
  return { lead: lead.length === 0 ? null : lead.join(': '), more: unsaid(lead.join('\n'), more) };
}

/** Ways on which something was said, of which the summary tells nothing more. */
const ways = /^(?:website|web|mobile|auto|timeout|sms|phone|api)$/;

/** Machines say things several times; each text once is enough. */
function unsaid(said: string, items: readonly NamedText[]): NamedText[] {
  const texts = [said];
  return items.filter(({ text }) => {
    if (texts.some((earlier) => earlier.includes(text.trim()))) return false;
    texts.push(text.trim());
    return true;
  });
}

export function contentOf({ lead, more }: Said): Blocks {
  const blocks = eachOnce([lead]);
  if (more.length === 0) return blocks;
  const [only, ...others] = more;
  // One text is the sentence itself where there is no other.
  return lead === null && only !== undefined && others.length === 0
    ? eachOnce([only.text])
    : [...blocks, namedList(more)];
}

/** Words that need no help of ours. */
export function wordsOf({ lead, more }: Said): string[] {
  return [...(lead === null ? [] : [lead]), ...more.map(({ path, text }) => `${path}: ${text}`)];
}
