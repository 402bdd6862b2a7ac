// Says in plain words what mermaid's parsers say in theirs, at a line and column of the author's source.
import type { Broken } from '../drawing.ts';

/** A mistake that this room found itself. */
export class MistakeInSource extends Error {
  readonly line: number;
  readonly column: number;
  readonly hint: string;

  constructor(line: number, column: number, message: string, hint: string) {
    super(message);
    this.line = line;
    this.column = column;
    this.hint = hint;
  }
}

interface ParserError {
  message?: string;
  hash?: { text?: string; expected?: string[]; loc?: { first_line: number; first_column: number } };
}

type Explanation = Omit<Broken, 'kind'>;

export function explain(error: unknown, source: string): Explanation {
  if (error instanceof MistakeInSource)
    return { line: error.line, column: error.column, message: error.message, hint: error.hint };
  const { message = String(error), hash } = (error ?? {}) as ParserError;
  const place = sourceLines(source);
  if (/No diagram type detected/.test(message)) return unknownKind(source, place(1));
  const date = message.match(/^Invalid date:\s*(.*)/)?.[1];
  if (date !== undefined) return invalidDate(date, source, place(1));
  if (hash?.loc)
    return grammar(hash.loc.first_line, hash.loc.first_column + 1, hash.text, hash.expected, place);
  const at = message.match(/line (\d+), column (\d+)/);
  if (at) {
    const found = message.match(/found:? `([^`]*)`|found: '([^']*)'|unexpected character: ->(.+?)<-/);
    return grammar(Number(at[1]), Number(at[2]), found?.[1] ?? found?.[2] ?? found?.[3], undefined, place);
  }
  if (/getContext|canvas/i.test(message)) return needsBrowser(place(1));
  const line = Number(message.match(/(?:on|at) line (\d+)/)?.[1] ?? 1);
  if (/^(?:Lexical|Parse) error/.test(message))
    return grammar(line, 1, message.match(/Unrecognized text/) ? '' : undefined, undefined, place);
  return {
    line: place(1),
    column: 1,
    message: `Mermaid could not draw this diagram: ${message.split('\n')[0]?.slice(0, 200)}`,
    hint: 'Try it with a part of the lines to find the one it trips over.',
  };
}

/** Mermaid takes comments, front matter and leading blank lines away before it counts lines; this gives the author's line. */
function sourceLines(source: string): (line: number) => number {
  const lines = source.split(/\r\n?|\n/);
  const body =
    lines[0]?.trim() === '---' ? lines.findIndex((line, i) => i > 0 && line.trim() === '---') + 1 : 0;
  const kept: number[] = [];
  lines.forEach((line, i) => {
    if (i >= body && !/^\s*%%/.test(line) && (kept.length > 0 || line.trim())) kept.push(i + 1);
  });
  while (kept.length > 1 && !lines[(kept.at(-1) ?? 1) - 1]?.trim()) kept.pop();
  return (line) => kept[Math.min(Math.max(line, 1), kept.length) - 1] ?? 1;
}

const closers = [
  'SQE',
  'PE',
  'DIAMOND_STOP',
  'STADIUMEND',
  'SUBROUTINEEND',
  'CYLINDEREND',
  'DOUBLECIRCLEEND',
  'TRAPEND',
];

function grammar(
  line: number,
  column: number,
  found: string | undefined,
  expected: string[] | undefined,
  place: (line: number) => number,
): Explanation {
  const unclosed = expected?.some((name) => closers.includes(name.replace(/'/g, ''))) ?? false;
  const what = found?.trim()
    ? ` at “${found.trim().slice(0, 40)}”`
    : found === undefined
      ? ''
      : ' at the end of the line';
  return {
    line: place(line),
    column,
    message: `Mermaid doesn't understand this line${what}.`,
    hint: unclosed
      ? 'A bracket is probably not closed: “A[Text]”. Text with brackets of its own needs quotes: “A["Text (more)"]”.'
      : 'Characters such as : ; # and brackets are syntax in Mermaid. In text, put it in quotes or write #58; #59; #35; for : ; #.',
  };
}

function needsBrowser(line: number): Explanation {
  return {
    line,
    column: 1,
    message:
      'This kind of diagram needs a browser to be drawn, so it cannot be drawn into a page that is readable without scripts.',
    hint: 'A “flowchart” with subgraphs often says the same.',
  };
}

function unknownKind(source: string, line: number): Explanation {
  const first = source.split(/\r\n?|\n/)[line - 1]?.trim() ?? '';
  return {
    line,
    column: 1,
    message: `“${first.slice(0, 40)}” is no kind of diagram that Mermaid knows.`,
    hint: 'Begin with the kind, for example “flowchart TD”, “sequenceDiagram”, “gantt” or “timeline”.',
  };
}

function invalidDate(date: string, source: string, otherwise: number): Explanation {
  const lines = source.split(/\r\n?|\n/);
  const index = date ? lines.findIndex((text) => text.includes(date) && !/^\s*dateFormat/.test(text)) : -1;
  return {
    line: index < 0 ? otherwise : index + 1,
    column: index < 0 ? 1 : (lines[index] ?? '').indexOf(date) + 1,
    message: `“${date}” is not a date in this diagram's dateFormat.`,
    hint: 'Write it like the dateFormat line, for example “dateFormat YYYY-MM-DD HH:mm” and “2018-05-04 08:25”.',
  };
}
