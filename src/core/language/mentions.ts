import { entryKinds, marks, type SectionSlug } from '../vocabulary.ts';
import { onLine, type Range } from './range.ts';
import { type FileKind, kindOf, type ScannedLine, scan } from './scan.ts';

/** Something in a text that the product knows more about. `range` is its name alone. */
export type Mention = { range: Range } & (
  | { kind: 'system' | 'person' | 'improvement'; name: string; defines: boolean }
  | { kind: 'severity'; level: number; defines: boolean }
  | { kind: 'link'; url: string; urlRange: Range }
  | { kind: 'section'; slug: SectionSlug }
  | { kind: 'label' | 'clock' | 'key'; name: string }
  | { kind: 'value' | 'word'; key: string; value: string }
);

/** Everything that a file mentions, in the order written. */
export function mentionsIn(path: string, text: string): Mention[] {
  const kind = kindOf(path);
  return scan(path, text).flatMap((line) => mentionsOn(line, kind));
}

/** What stands on one line of a file. */
export function mentionsOn(line: ScannedLine, kind: FileKind): Mention[] {
  if (line.region === 'code' || line.text.length > 10_000) return [];
  if (kind === 'systems' || kind === 'people' || kind === 'settings') return inLists(line, kind);
  return line.region === 'front-matter' ? (kind === 'postmortem' ? inFacts(line) : []) : inBody(line);
}

function inLists({ text, number, key }: ScannedLine, kind: FileKind): Mention[] {
  if (/^\s*#/.test(text)) return [];
  const field = (name: string): RegExp =>
    new RegExp(`(?:^\\s*(?:-\\s+)?|[{,]\\s*)${name}:\\s*["']?([^\\s"',#}\\]]+)`, 'gd');
  if (kind === 'settings')
    return key === 'severities'
      ? [...text.matchAll(field('level'))].map((found) => ({
          kind: 'severity',
          level: Number(found[1]),
          defines: true,
          range: groupRange(found, number),
        }))
      : [];
  const own = kind === 'systems' ? ('system' as const) : ('person' as const);
  const identity = own === 'system' ? 'id' : 'handle';
  const defined = [...text.matchAll(field(identity))].map(
    (found): Mention => ({
      kind: own,
      name: found[1] ?? '',
      defines: true,
      range: groupRange(found, number),
    }),
  );
  if (own === 'person') return defined;
  const list = /(?:^\s*(?:-\s+)?|[{,]\s*)dependsOn:\s*\[([^\]#]*)/d.exec(text);
  const item = list ?? (/^\s+-\s+([^\s:{}#]+)\s*(?:#.*)?$/d.exec(text) as RegExpExecArray | null);
  const start = item?.indices?.[1]?.[0] ?? 0;
  return [
    ...defined,
    ...tokensOf(item?.[1] ?? '').map(
      ({ token, at }): Mention => ({
        kind: 'system',
        name: token,
        defines: false,
        range: onLine(number, start + at, start + at + token.length),
      }),
    ),
  ];
}

function inFacts({ text, number, key }: ScannedLine): Mention[] {
  const written = /^([\p{L}\p{N}_-]+)\s*:/u.exec(text);
  const from = written?.[0].length ?? 0;
  const value = text.slice(from).replace(/(^|\s)#.*$/, '');
  const found: Mention[] =
    written?.[1] === undefined
      ? []
      : [{ kind: 'key', name: written[1], range: onLine(number, 0, written[1].length) }];
  for (const { token, at } of tokensOf(value)) {
    const range = onLine(number, from + at, from + at + token.length);
    if (key === 'systems') found.push({ kind: 'system', name: token, defines: false, range });
    else if (key === 'facilitator') found.push({ kind: 'person', name: token, defines: false, range });
    else if (key === 'severity' && /^\d+$/.test(token))
      found.push({ kind: 'severity', level: Number(token), defines: false, range });
    else if (key !== null && ['status', 'raisedBy', 'triage', 'reviewedOn'].includes(key))
      found.push({ kind: 'value', key, value: token, range });
  }
  return found;
}

function inBody({ text, number, section }: ScannedLine): Mention[] {
  // What is code stays where it is, and says nothing.
  const said = text.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, (code) => ' '.repeat(code.length));
  if (/^ {0,3}##\s/.test(said))
    return section === null
      ? []
      : [{ kind: 'section', slug: section, range: onLine(number, 0, said.trimEnd().length) }];
  const found: Mention[] = [];
  if (section === 'timeline') found.push(...inEntry(said, number));
  found.push(...linksOn(said, number));
  // A quotation has somebody else's words.
  if (/^\s*>/.test(said)) return found;
  for (const match of said.matchAll(owner))
    found.push({ kind: 'person', name: match[1] ?? '', defines: false, range: groupRange(match, number) });
  for (const match of said.matchAll(word)) {
    const [, key = '', value = ''] = match;
    const range = groupRange(match, number, 2);
    if (key === 'system') found.push({ kind: 'system', name: value, defines: false, range });
    else if (key === 'id') found.push({ kind: 'improvement', name: value, defines: true, range });
    else found.push({ kind: 'word', key, value, range });
  }
  return found;
}

/** `@ana`, also before a full stop; no part of an address. */
const owner = /(?<![\p{L}\p{M}\p{N}_.@/:-])@([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]|\.(?=[\p{L}\p{N}_]))*)/dgu;
const word = /(?<!\S)(due|done|dropped|status|ticket|system|id):(\S+)/dg;

const day = String.raw`(?:\d{4}-\d{2}-\d{2}[ T]+)?`;
const clock = String.raw`${day}\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?`;
/** The start of a timeline entry: its bullet, its time, and the bold run after it where there is one. */
export const entryStart = new RegExp(
  String.raw`^(\s*(?:[-*+]|###)\s+)(~?${clock}(?:\s*[–-]\s*${clock})?)(?:\s+\*\*([^*]*)(?:\*\*)?)?`,
  'd',
);

function inEntry(text: string, number: number): Mention[] {
  const match = entryStart.exec(text);
  if (match === null) return [];
  const [, , time = '', bold = ''] = match;
  const words = bold.split(',').map((name) => name.trim().toLowerCase());
  const known: readonly string[] = [...marks, ...entryKinds];
  const start = match.indices?.[3]?.[0] ?? 0;
  return [
    { kind: 'clock', name: time, range: groupRange(match, number, 2) },
    ...(words.every((name) => known.includes(name))
      ? tokensOf(bold).map(
          ({ token, at }): Mention => ({
            kind: 'label',
            name: token.toLowerCase(),
            range: onLine(number, start + at, start + at + token.length),
          }),
        )
      : []),
  ];
}

function linksOn(text: string, number: number): Mention[] {
  const inline = text.matchAll(
    /(?:!?\[(?:[^[\]]|\[[^[\]]{0,500}\]){0,500}|^[^[\]]{0,500})\]\(\s*<?([^\s()<>]+)>?[^()]{0,500}\)/dg,
  );
  const defined = text.matchAll(/^ {0,3}\[[^\]]{1,500}\]:\s+<?([^\s<>]+)/dg);
  return [...inline, ...defined].map((match) => ({
    kind: 'link',
    url: match[1] ?? '',
    range: groupRange(match, number, 0),
    urlRange: groupRange(match, number),
  }));
}

function tokensOf(text: string): { token: string; at: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}_][\p{L}\p{M}\p{N}_./-]*/gu)].map(({ 0: token, index }) => ({
    token,
    at: index,
  }));
}

function groupRange(match: RegExpExecArray, line: number, group = 1): Range {
  const [from, to] = match.indices?.[group] ?? [0, 0];
  return onLine(line, from, to);
}
