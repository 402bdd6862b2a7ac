import type { Root, RootContent } from 'mdast';
import { mdxToMdast } from 'satteri';
import type { SourceText } from '../../../src/core/document/document.ts';
import { readTimeline } from '../../../src/core/timeline/read-timeline.ts';
import type { Timeline } from '../../../src/core/timeline/timeline.ts';

interface Options {
  timezone?: string;
  fileDate?: string | null;
}

/** Reads the body of a Timeline section, its first line being line 1. */
export function read(
  body: string,
  { timezone = 'UTC', fileDate = null }: Options = {},
): ReturnType<typeof readTimeline> {
  const section = {
    slug: 'timeline',
    heading: 'Timeline',
    anchor: 'timeline',
    place: { line: 1, column: 1 },
    nodes: (mdxToMdast(body) as Root).children as RootContent[],
    tbd: false,
    empty: false,
  } as const;
  return readTimeline(
    { ...section, nodes: [...section.nodes] },
    { source: sourceText(body), timezone, fileDate },
  );
}

/** The timeline of a body in which nothing is amiss. */
export function timelineOf(body: string, options?: Options): Timeline {
  const { timeline, problems } = read(body, options);
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return timeline;
}

/** Each problem as `line:column message | hint`. */
export function problemsOf(body: string, options?: Options): string[] {
  return read(body, options).problems.map(
    ({ place, message, hint }) => `${place.line}:${place.column} ${message} | ${hint}`,
  );
}

/** Each entry as `start[–end]`, in UTC, with `~` where it is about then. */
export function instantsOf(timeline: Timeline): string[] {
  const print = (instant: number): string => new Date(instant).toISOString().replace(/(?::00)?\.000Z$/, 'Z');
  return timeline.entries.map(
    ({ time }) =>
      `${time.approximate ? '~' : ''}${print(time.start)}${time.end === null ? '' : `–${print(time.end)}`}`,
  );
}

function sourceText(text: string): SourceText {
  const lines = text.split('\n');
  return {
    text,
    line: (n) => lines[n - 1] ?? '',
    placeAt(offset) {
      const before = text.slice(0, offset).split('\n');
      return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    },
  };
}
