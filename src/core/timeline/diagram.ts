// A timeline's phases as Mermaid text: a gantt to scale, and a timeline with one column a phase.
import { Temporal } from 'temporal-polyfill';
import { mermaidText } from '../mermaid/mermaid-text.ts';
import { type Mark, markNames } from '../vocabulary.ts';

export interface DiagramEvent {
  /** `08:25`, or with its date where the list shows one. */
  clock: string;
  /** Plain text. */
  text: string;
  /** Shown before others where there are more than fit; the first ones are where none is key. */
  isKey?: boolean;
  /** Its place on the page. */
  anchor?: string;
}

export interface DiagramPhase {
  name: string;
  /** One of the six hues of the site's drawings, see `phaseHues`; counted through where not given. */
  hue?: PhaseHue;
  /** Milliseconds since 1970 in UTC. */
  start: number;
  end: number;
  /** Whether its length is known only about. */
  approximate: boolean;
  /** Whether its beginning is known only about; exact where not said. */
  isStartApproximate?: boolean;
  /** All of them, in order. */
  events: readonly DiagramEvent[];
}

export interface PhaseDiagram {
  title: string;
  /** IANA name of the zone whose clock the axis shows. */
  timezone: string;
  /** In the order of time. */
  phases: readonly DiagramPhase[];
}

export type PhaseHue = 1 | 2 | 3 | 4 | 5 | 6;

/** A phase is called by the mark that it begins with. */
export const phaseNames: Readonly<Record<Mark | 'before', string>> = { before: 'Before', ...markNames };

/** The same phase has the same colour on every page, also where others are missing. */
export const phaseHues: Readonly<Record<Mark | 'before', PhaseHue>> = {
  started: 1,
  detected: 2,
  responded: 3,
  mitigated: 4,
  resolved: 5,
  before: 6,
};

const shownEvents = 4;
const longestEvent = 90;

/** A gantt of the phases to scale; null where there is nothing to compare: fewer than two phases, or no time between them. */
export function phaseGantt({ title, timezone, phases }: PhaseDiagram): string | null {
  const first = phases[0];
  const last = phases.at(-1);
  if (!first || !last || phases.length < 2) return null;
  const end = Math.max(...phases.map((phase) => phase.end));
  if (end <= first.start) return null;
  const zone = zoneClock(timezone, first.start, end);
  const bars = phases.flatMap((phase, i) => [
    `  section ${mermaidText(stretchName(phase, phases[i + 1]))}`,
    phase.end > phase.start
      ? `  ${mermaidText(spanOf(phase))} :p${i}, ${zone.written(phase.start)}, ${zone.written(phase.end)}`
      : `  ${mermaidText(clockOf(phase, zone))} :milestone, p${i}, ${zone.written(phase.start)}, 0d`,
  ]);
  const parts = phases.map((phase, i) => {
    const next = phases[i + 1];
    const length = next ? `until ${next.name.toLowerCase()} ` : 'for ';
    return `${phase.name} ${clockOf(phase, zone)}${phase.end > phase.start ? `, ${length}${spanOf(phase)}` : ''}`;
  });
  return [
    'gantt',
    ...huesLine(phases),
    `  accTitle: Phases of ${mermaidText(title)}`,
    `  accDescr: ${mermaidText(`${parts.join('; ')}. Times are in ${timezone}.`)}`,
    '  dateFormat YYYY-MM-DD HH:mm:ss',
    ...axisOf(end - first.start),
    ...bars,
  ].join('\n');
}

/** A timeline with a column a phase: up to four key events each and how many more; null where there are fewer than two phases. */
export function phaseTimeline({ title, timezone, phases }: PhaseDiagram): string | null {
  const first = phases[0];
  if (!first || phases.length < 2) return null;
  const zone = zoneClock(timezone, first.start, Math.max(...phases.map((phase) => phase.end)));
  const columns = phases.map((phase) => {
    const shown = keyEvents(phase.events);
    const more = phase.events.length - shown.length;
    const texts = shown.map(({ clock, text }) => `${clock} ${shorten(text)}`.trim());
    if (more > 0) texts.push(`and ${more.toLocaleString('en')} more`);
    const heading = `${escapeLineStart(phase.name)} <br> ${mermaidText(clockOf(phase, zone))}`;
    return `  ${[heading, ...texts.map(mermaidText)].join(' : ')}`;
  });
  return [
    'timeline',
    ...huesLine(phases),
    `  accTitle: Key events of ${mermaidText(title)}`,
    `  accDescr: ${mermaidText(`The main events of each phase, in ${timezone} time. Every event is in the list.`)}`,
    ...columns,
  ].join('\n');
}

/** A bar lasts until the next mark, and says so: “Until detected: 6 h 15 min”. The last one has only its own name. */
function stretchName({ name }: DiagramPhase, next: DiagramPhase | undefined): string {
  return next === undefined ? name : `Until ${next.name.toLowerCase()}`;
}

/** The page's places that a phase timeline's boxes stand for, in the order drawn: the phases, then what is below each. */
export function phaseTimelineAnchors({ phases }: Pick<PhaseDiagram, 'phases'>): {
  heads: (string | undefined)[];
  events: (string | undefined)[];
} {
  return {
    heads: phases.map(({ events }) => events[0]?.anchor),
    events: phases.flatMap(({ events }) => {
      const shown = keyEvents(events);
      const left = events.find((event) => !shown.includes(event));
      return [...shown, ...(left ? [left] : [])].map(({ anchor }) => anchor);
    }),
  };
}

/** Says which hue each section or column has, in a comment that mermaid skips and our drawing reads. */
function huesLine(phases: readonly DiagramPhase[]): string[] {
  const hues = phases.map((phase, i) => phase.hue ?? (i % 6) + 1);
  return [`%% hues ${hues.join(' ')}`];
}

function keyEvents(events: readonly DiagramEvent[]): DiagramEvent[] {
  if (events.length <= shownEvents) return [...events];
  const places = [...events.keys()];
  const key = places.filter((place) => events[place]?.isKey).slice(0, shownEvents);
  const others = places.filter((place) => !events[place]?.isKey).slice(0, shownEvents - key.length);
  const chosen = new Set([...key, ...others]);
  return events.filter((_, place) => chosen.has(place));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longestEvent) return line;
  const cut = line.slice(0, longestEvent);
  const space = cut.lastIndexOf(' ');
  return `${(space > longestEvent / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$|[\ud800-\udbff]$/, '')}…`;
}

// ---- time

interface ZoneClock {
  /** `02:10`, with its date where the phases lie on more than one day. */
  shown(instant: number): string;
  /** As `dateFormat` says, on an axis whose offset from UTC never changes. */
  written(instant: number): string;
}

function zoneClock(timezone: string, start: number, end: number): ZoneClock {
  const local = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
  // An axis to scale can't skip or repeat an hour: it keeps the offset that held at the start.
  const offset = local(start).offsetNanoseconds / 1e6;
  const isOneDay = local(start).toPlainDate().equals(local(end).toPlainDate());
  return {
    shown(instant) {
      const moment = local(instant);
      const clock = `${two(moment.hour)}:${two(moment.minute)}${moment.second > 0 ? `:${two(moment.second)}` : ''}`;
      return isOneDay ? clock : `${moment.day} ${months[moment.month - 1]} ${clock}`;
    },
    written: (instant) => new Date(instant + offset).toISOString().slice(0, 19).replace('T', ' '),
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number) => String(n).padStart(2, '0');
const clockOf = ({ start, isStartApproximate }: DiagramPhase, zone: ZoneClock) =>
  `${isStartApproximate ? 'about ' : ''}${zone.shown(start)}`;

function spanOf({ start, end, approximate }: DiagramPhase): string {
  return `${approximate ? 'about ' : ''}${span(end - start)}`;
}

/** `2 d 3 h`, `6 h 15 min`, `15 min`, `40 s`: the two largest units. */
function span(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${Math.max(seconds, 1)} s`;
  const minutes = Math.round(seconds / 60);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60)];
  if (days > 0) return pair(days, 'd', Math.round((minutes % 1440) / 60), 'h');
  return hours > 0 ? pair(hours, 'h', minutes % 60, 'min') : `${minutes} min`;
}

const pair = (large: number, unit: string, small: number, smallUnit: string) =>
  small > 0 ? `${large} ${unit} ${small} ${smallUnit}` : `${large} ${unit}`;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
/** Ticks of an axis, the closest first; each is used while there are at most `most` of them. */
const ticks: { every: string; length: number; format: string; most: number }[] = [
  ...[1, 5, 15, 30].map((n) => ({ every: `${n}second`, length: n * second, format: '%H:%M:%S', most: 8 })),
  ...[1, 2, 5, 10, 15, 30].map((n) => ({
    every: `${n}minute`,
    length: n * minute,
    format: '%H:%M',
    most: 10,
  })),
  ...[1, 2, 3].map((n) => ({ every: `${n}hour`, length: n * hour, format: '%H:%M', most: 10 })),
  ...[6, 12].map((n) => ({ every: `${n}hour`, length: n * hour, format: '%-d %b %H:%M', most: 7 })),
  { every: '1day', length: day, format: '%-d %b', most: 12 },
  { every: '1week', length: 7 * day, format: '%-d %b', most: 12 },
  { every: '1month', length: 30 * day, format: '%b %Y', most: 10 },
];

function axisOf(length: number): string[] {
  const tick = ticks.find((one) => length / one.length <= one.most);
  return tick ? [`  axisFormat ${tick.format}`, `  tickInterval ${tick.every}`] : ['  axisFormat %b %Y'];
}

/** Text that begins a line must not be taken for one of the timeline's keywords. */
function escapeLineStart(text: string): string {
  const escaped = mermaidText(text);
  return /^(?:title|section|timeline|acc|direction)/i.test(escaped)
    ? `#${escaped.charCodeAt(0)};${escaped.slice(1)}`
    : escaped;
}
