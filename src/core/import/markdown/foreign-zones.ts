import { instantOf, isZone, offsetAt } from '../../time/zones.ts';

/** A zone as people write it: an offset, or a region whose clocks they mean. */
export type SaidZone =
  | {
      kind: 'offset';
      offset: string;
      /** As written: `UTC`. Null where it is an offset alone. */
      name: string | null;
    }
  | {
      kind: 'region';
      /** IANA name. */
      zone: string;
      /** As written: `CET`. */
      name: string;
      /** What the name says to the letter; null where it says only the region, like `PT`. */
      offset: string | null;
      /** Other regions that use the same letters. */
      others: readonly string[];
    };

const known: Readonly<Record<string, readonly [zone: string, offset: string | null, ...others: string[]]>> = {
  ET: ['America/New_York', null],
  EST: ['America/New_York', '-05:00'],
  EDT: ['America/New_York', '-04:00'],
  CT: ['America/Chicago', null],
  CST: ['America/Chicago', '-06:00', 'Asia/Shanghai', 'America/Havana'],
  CDT: ['America/Chicago', '-05:00'],
  MT: ['America/Denver', null],
  MST: ['America/Denver', '-07:00'],
  MDT: ['America/Denver', '-06:00'],
  PT: ['America/Los_Angeles', null],
  PST: ['America/Los_Angeles', '-08:00'],
  PDT: ['America/Los_Angeles', '-07:00'],
  BST: ['Europe/London', '+01:00', 'Asia/Dhaka'],
  IST: ['Asia/Kolkata', '+05:30', 'Europe/Dublin', 'Asia/Jerusalem'],
  WET: ['Europe/Lisbon', 'Z'],
  WEST: ['Europe/Lisbon', '+01:00'],
  CET: ['Europe/Brussels', '+01:00'],
  CEST: ['Europe/Brussels', '+02:00'],
  EET: ['Europe/Athens', '+02:00'],
  EEST: ['Europe/Athens', '+03:00'],
  MSK: ['Europe/Moscow', '+03:00'],
  SAST: ['Africa/Johannesburg', '+02:00'],
  SGT: ['Asia/Singapore', '+08:00'],
  HKT: ['Asia/Hong_Kong', '+08:00'],
  JST: ['Asia/Tokyo', '+09:00'],
  KST: ['Asia/Seoul', '+09:00'],
  AEST: ['Australia/Sydney', '+10:00'],
  AEDT: ['Australia/Sydney', '+11:00'],
  NZST: ['Pacific/Auckland', '+12:00'],
  NZDT: ['Pacific/Auckland', '+13:00'],
  BRT: ['America/Sao_Paulo', '-03:00'],
};

const words: Readonly<Record<string, string>> = {
  'coordinated universal time': 'UTC',
  'central european time': 'CET',
  'pacific time': 'PT',
  'eastern time': 'ET',
  'central time': 'CT',
  'mountain time': 'MT',
};

const letters = Object.keys(known).toSorted((a, b) => b.length - a.length);
/** A zone's name or offset; sticky, capitals only for letters. */
export const zoneForm = String.raw`(?:(?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?|Z|${letters.join('|')}|[A-Z][a-z]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][a-z_]+)?)(?![\w/])`;

/** What a name matched by `zoneForm`, or written out, means; null where nobody knows it. */
export function saidZone(written: string): SaidZone | null {
  const name = words[written.trim().toLowerCase()] ?? written.trim();
  const utc = /^(?:UTC|GMT|Z)(?:\s?([+-])\s?(\d{1,2})(?::?(\d{2}))?)?$/.exec(name);
  if (utc !== null) {
    const [, sign, hours = '0', minutes = '00'] = utc;
    if (sign === undefined) return { kind: 'offset', offset: 'Z', name: name === 'Z' ? null : name };
    if (Number(hours) > 14 || Number(minutes) > 59) return null;
    return {
      kind: 'offset',
      name,
      offset: Number(hours) + Number(minutes) === 0 ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`,
    };
  }
  const entry = Object.hasOwn(known, name) ? known[name] : undefined;
  if (entry !== undefined) {
    const [zone, offset, ...others] = entry;
    return { kind: 'region', zone, name, offset, others };
  }
  return name.includes('/') && isZone(name)
    ? { kind: 'region', zone: name, name, offset: null, others: [] }
    : null;
}

/** The offset of a zone when its clocks show a time. */
export function offsetOf(zone: string, date: string, clock: string): string {
  const found = instantOf(zone, date, clock);
  if (found.kind === 'exact') return offsetAt(zone, found.instant);
  return found.kind === 'gap' ? found.before.offset : found.first.offset;
}

/** `All times are in CET`, `(times in UTC)`, `Time (UTC)`: the zone that a text says for more than one time. */
export function declaredZone(text: string): SaidZone | null {
  const found = new RegExp(
    String.raw`\b(?:[Tt]imes?(?:stamps?)?|TIMES?|[Tt]ime ?zone)\b(?:[^.\n]{0,40}?(?:\b(?:in|are|is)\b|[(:|,])[^.\n]{0,30}?|[*_\s]+)(?<![\w/])(${zoneForm}|[Cc]oordinated [Uu]niversal [Tt]ime|(?:[Cc]entral [Ee]uropean|[Pp]acific|[Ee]astern|[Cc]entral|[Mm]ountain) [Tt]ime)`,
  ).exec(text)?.[1];
  return found === undefined ? null : saidZone(found);
}
