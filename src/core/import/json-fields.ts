import type { List, PhrasingContent } from 'mdast';
import { capitalized } from '../capitalized.ts';
import { paragraphs } from './blank.ts';
import type { Blocks, Imported, ImportedDetail } from './imported.ts';
import type { Json, JsonObject } from './json-text.ts';

/**
 * An object of somebody's JSON that remembers what was taken out of it, so that what nobody took can be listed: no field
 * that a person may have written is lost because a reader does not know its name.
 */
export interface Fields {
  /** Where it stands in the source: `log_entries[3]`. */
  path: string;
  /** A text that is not blank; null where there is none. */
  text(key: string): string | null;
  /** The first of several keys that holds a text. */
  firstText(...keys: readonly string[]): string | null;
  /** The instant of a time as ISO 8601 with its offset; null where there is none. */
  instant(key: string): number | null;
  /** A text, or a number as it is shown. */
  scalar(key: string): string | null;
  /** An object within; an empty one where there is none. */
  object(key: string): Fields;
  objects(key: string): Fields[];
  has(key: string): boolean;
  /** Leaves keys out on purpose: docs/import.md names them. */
  drop(...keys: readonly string[]): void;
  /**
   * Takes what nobody took and a person may have written: every text but machine fields, also in objects within. Names
   * are for a reader, `new_status.name` is "New status".
   *
   * @param everything Numbers and truths too, keys that would be a machine's elsewhere, and names as they are written: for
   *   fields of people's own making.
   */
  rest(everything?: boolean): NamedText[];
}

/** A text and the path of its field: `channel.details.queue`. */
export interface NamedText {
  path: string;
  text: string;
  /** Where the text leads. */
  url?: string;
}

export function fieldsOf(value: Json | undefined, path: string): Fields {
  const object: JsonObject = isObject(value) ? value : {};
  const taken = new Set<string>();
  const within = new Map<string, Fields>();
  const child = (key: string, found: Json | undefined): Fields => {
    const known = within.get(key) ?? fieldsOf(found, joined(path, key));
    within.set(key, known);
    return known;
  };
  const isText = (key: string): boolean => {
    const found = object[key];
    return typeof found === 'string' && found.trim() !== '';
  };
  const take = <T>(key: string, found: T | null): T | null => {
    if (found !== null) taken.add(key);
    return found;
  };
  const text = (key: string): string | null => take(key, isText(key) ? String(object[key]) : null);
  return {
    path,
    text,
    firstText: (...keys) => text(keys.find(isText) ?? ''),
    instant: (key) => take(key, isText(key) ? instantIn(String(object[key])) : null),
    scalar: (key) => (typeof object[key] === 'number' ? take(key, String(object[key])) : text(key)),
    object(key) {
      if (isObject(object[key])) taken.add(key);
      return child(key, object[key]);
    },
    objects(key) {
      const found = object[key];
      if (!Array.isArray(found) || !found.every(isObject)) return [];
      taken.add(key);
      return found.map((item, index) => child(`${key}[${index}]`, item));
    },
    has: (key) => Object.hasOwn(object, key),
    drop(...keys) {
      for (const key of keys) taken.add(key);
    },
    rest(everything = false) {
      const own = Object.entries(object).flatMap(([key, found]) =>
        taken.has(key) ? [] : wordsIn(key, found, key, everything),
      );
      for (const key of Object.keys(object)) taken.add(key);
      const inner = [...within].flatMap(([key, fields]) =>
        fields
          .rest(everything)
          .map(({ path: below, text: words }) => ({ path: `${key}.${below}`, text: words })),
      );
      return everything ? [...own, ...inner] : [...own, ...inner].map(readable);
    },
  };
}

/** Keys whose values are a program's: identities, kinds and addresses of its own. docs/import.md names them. */
const machineKey =
  /^(?:id|self|type|uuid|ts|team|rank|sort_key|visibility|mode|email|avatar_url|color|time_zone|html_url|role|slack_user_id|offset|limit|more|total|pagination_meta)$|_(?:id|ids|at|url|urls|key|type|reference)$/;

function wordsIn(key: string, value: Json, path: string, everything: boolean): NamedText[] {
  if (value === null || (!everything && machineKey.test(key) && typeof value !== 'object')) return [];
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ path, text: value }];
  if (typeof value !== 'object') return everything ? [{ path, text: String(value) }] : [];
  return Array.isArray(value)
    ? value.flatMap((item, index) => wordsIn(key, item, `${path}[${index}]`, everything))
    : Object.entries(value).flatMap(([name, item]) => wordsIn(name, item, `${path}.${name}`, everything));
}

/** `new_status.name` as "New status", `contexts[0].text` as "Contexts". */
function readable({ path, text }: NamedText): NamedText {
  const words = path
    .replace(/\[\d+\]/g, '')
    .replace(/\.(?:name|summary|value|text|title)$/i, '')
    .replace(/[._\s]+/g, ' ')
    .trim();
  return { path: capitalized(words), text };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Milliseconds since 1970 of an ISO 8601 time that carries its offset; a time without one is no instant. */
export function instantIn(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** A name and a text as a fact without a place of its own. */
export function detail(name: string, text: string, path: string): ImportedDetail {
  return { name, value: plain(text), origin: { kind: 'path', path } };
}

/** A text that is no markup, on one line. */
export function plain(text: string): PhrasingContent[] {
  return [{ type: 'text', value: text.trim().replace(/\s+/g, ' ') }];
}

/** A link where the address may be one, else its words. */
export function linked(text: string, url: string | null): PhrasingContent[] {
  return url !== null && /^https?:\/\/\S+$/i.test(url)
    ? [{ type: 'link', url, children: plain(text) }]
    : plain(text);
}

function isAddress(text: string): boolean {
  return /^\s*https?:\/\/\S+\s*$/i.test(text) && URL.canParse(text.trim());
}

/** `name: text` as a bullet list; texts of several lines keep them. */
export function namedList(items: readonly NamedText[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map(({ path, text, url = text }) => {
      const [first, ...more] = isAddress(url)
        ? [{ type: 'paragraph' as const, children: linked(text, url.trim()) }]
        : paragraphs(text);
      return {
        type: 'listItem',
        spread: false,
        children: [
          {
            type: 'paragraph',
            children: [{ type: 'text', value: `${path}: ` }, ...(first?.children ?? [])],
          },
          ...more,
        ],
      };
    }),
  };
}

/** Puts what nobody took under a heading of its own, the same for all of an incident. */
export function keepAlso(imported: Imported, items: readonly NamedText[], path: string): void {
  if (items.length === 0) return;
  const known = imported.leftovers.find(({ heading }) => heading === alsoInSource);
  const list = namedList(items);
  const [first] = known?.content ?? [];
  if (first?.type === 'list') first.children.push(...list.children);
  else imported.leftovers.push({ heading: alsoInSource, content: [list], origin: { kind: 'path', path } });
}

const alsoInSource = 'Also in the source';

/** Blocks of several texts, each once: machines repeat themselves. */
export function eachOnce(texts: readonly (string | null)[]): Blocks {
  const said: string[] = [];
  for (const text of texts) {
    const trimmed = text?.trim() ?? '';
    if (trimmed !== '' && !said.some((earlier) => earlier.includes(trimmed))) said.push(trimmed);
  }
  return said.flatMap(paragraphs);
}
