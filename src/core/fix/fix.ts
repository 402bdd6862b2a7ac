import type { Fix, Place, Problem, TextEdit } from '../diagnostic.ts';

/** Where an edit goes, as offsets in a source's text. */
export interface OffsetEdit {
  start: number;
  end: number;
  text: string;
}

/** Makes a fix out of offsets. */
export function fixAt(
  { placeAt }: { placeAt(offset: number): Place },
  title: string,
  ...edits: readonly OffsetEdit[]
): Fix {
  return {
    title,
    edits: edits.map(
      ({ start, end, text }): TextEdit => ({ start: placeAt(start), end: placeAt(end), text }),
    ),
  };
}

/** Gives a problem its one right answer, where it has one. */
export function withFix(problem: Problem, fix: Fix | null): Problem {
  return fix === null ? problem : { ...problem, fix };
}
