import type { Diagnostic, Place } from '../core/diagnostic.ts';
import type { Imported, ImportNote, Origin, Placement } from '../core/import/imported.ts';
import type { SourceKind } from '../core/import/recognise.ts';

/** What became of one incident, or of one source that was not taken in. Lines are those of the result. */
export interface Outcome {
  source: string;
  kind: SourceKind | null;
  result: 'written' | 'would-be-written' | 'printed' | 'there' | 'refused';
  /** From the project's root; null where there is none. */
  file: string | null;
  /** Why it was not taken in, or what else there is to say. */
  message: string | null;
  hint: string | null;
  /** In the source, where that is broken. */
  place: Place | null;
  facts: { status: string; severity: number | null; systems: string[]; date: string | null } | null;
  entries: number;
  improvements: number;
  /** Headings of what has no place of its own in the format. */
  ownHeadings: string[];
  /** Files that were copied with it, from the project's root. */
  copied: string[];
  placements: Placement[];
  /** Where a person must decide. */
  notes: { line: number; message: string; hint: string | null }[];
  /** What `check` says of the result. */
  problems: Diagnostic[];
  /** The text of the result, where it is only shown. */
  text: string | null;
}

export function outcome(
  source: string,
  kind: SourceKind | null,
  result: Outcome['result'],
  more: Partial<Outcome> = {},
): Outcome {
  return {
    source,
    kind,
    result,
    file: null,
    message: null,
    hint: null,
    place: null,
    facts: null,
    entries: 0,
    improvements: 0,
    ownHeadings: [],
    copied: [],
    placements: [],
    notes: [],
    problems: [],
    text: null,
    ...more,
  };
}

/** What an incident holds, for the report. */
export function contentsOf(imported: Imported): Pick<Outcome, 'entries' | 'improvements' | 'ownHeadings'> {
  return {
    entries: imported.timeline.length,
    improvements: imported.actions.length,
    ownHeadings: [...new Set(imported.leftovers.map(({ heading }) => heading.trim()))].filter(Boolean),
  };
}

/** Notes with the line of the result at which to decide, by that line. */
export function placedNotes(
  notes: readonly ImportNote[],
  placements: readonly Placement[],
): Outcome['notes'] {
  return notes
    .map(({ message, hint, origin }) => ({ line: lineOf(origin, placements), message, hint }))
    .sort((a, b) => a.line - b.line);
}

/** Where a part of the source is now: its own placement, else the nearest before it, else the top. */
function lineOf(origin: Origin | null, placements: readonly Placement[]): number {
  if (origin === null) return 1;
  let best: { line: number; rank: number } | null = null;
  for (const { origin: other, line } of placements) {
    const rank = closeness(origin, other);
    if (rank !== null && (best === null || rank > best.rank)) best = { line, rank };
  }
  return best?.line ?? 1;
}

/** How well a placement fits, more is better; null where it lies elsewhere. */
function closeness(origin: Origin, other: Origin): number | null {
  if (origin.kind === 'lines' && other.kind === 'lines') {
    if (other.first > origin.last) return null;
    const isWithin = other.first <= origin.first && other.last >= origin.last;
    return isWithin ? 1e9 - (other.last - other.first) : other.first;
  }
  if (origin.kind === 'path' && other.kind === 'path' && origin.path.startsWith(other.path))
    return other.path.length;
  return null;
}

/** Incidents of the source that were begun or are there: what ends with exit code 0. */
export function isTakenIn({ result }: Outcome): boolean {
  return result !== 'refused';
}
