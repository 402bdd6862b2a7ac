import type { BlockContent, PhrasingContent } from 'mdast';
import type { Place } from '../diagnostic.ts';
import type { EntryKind, Mark } from '../vocabulary.ts';

/** When an entry happened. Instants are milliseconds since 1970 in UTC; dates and clocks are in the file's zone. */
export interface EntryTime {
  start: number;
  /** The end of a range; null for a point in time. */
  end: number | null;
  /** `~08:40` */
  approximate: boolean;
  /** `YYYY-MM-DD` of the start in the file's zone. */
  date: string;
  /** `08:25` or `08:25:30`, of the start in the file's zone. */
  clock: string;
  endDate: string | null;
  endClock: string | null;
}

/** One entry of the timeline. */
export interface TimelineEntry {
  place: Place;
  time: EntryTime;
  marks: Mark[];
  kinds: EntryKind[];
  /** What follows time and labels on the entry's first line, as inline Markdown. */
  phrasing: PhrasingContent[];
  /** Further paragraphs, lists, code and images of the entry. */
  blocks: BlockContent[];
  /** `phrasing` as plain text. */
  text: string;
}

export interface Timeline {
  /** In the order written, which is the order of time. */
  entries: TimelineEntry[];
  /** Prose in the section before the first entry. */
  introduction: BlockContent[];
}

/** Minutes from `started`. `min` and `max` differ where a mark stands on a range; never negative in `min` of a valid file. */
export interface Duration {
  min: number;
  max: number;
  approximate: boolean;
}

/** A missing mark gives null, never zero. */
export interface Durations {
  detect: Duration | null;
  respond: Duration | null;
  mitigate: Duration | null;
  resolve: Duration | null;
}

/** A phase between two marks that stand in the timeline, for the drawings. */
export interface Phase {
  /** The mark that begins it; `before` for entries ahead of the first mark. */
  mark: Mark | 'before';
  start: number;
  end: number;
  approximate: boolean;
  entries: TimelineEntry[];
}
