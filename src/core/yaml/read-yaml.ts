import { type Document, isMap, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Place, type Problem, problem } from '../diagnostic.ts';
import { controlCharacters } from './control-characters.ts';
import { explainYaml } from './explain-yaml.ts';
import { readPlainLines } from './plain-lines.ts';

/** YAML as plain values, with places for those who ask. */
export interface YamlReading {
  /** Dates stay strings. Null where the text is empty or beyond repair. */
  value: unknown;
  /** The place of a key or an item; where it does not exist, that of the nearest thing around it that does. */
  placeOf(path: readonly (string | number)[], of?: 'key' | 'value'): Place;
  problems: Problem[];
  /** Lines, as counted in the file, that could not be read; their values mean nothing. */
  brokenLines: ReadonlySet<number>;
}

/** The parser's time grows with the square of what is nested and of what is wrong, so both have a limit. */
const maximumLength = 200_000;
const maximumNesting = 50;
const maximumRounds = 20;

const options = { prettyErrors: false, schema: 'core', logLevel: 'error' } as const;

/**
 * The one reader of YAML. Never throws. Where lines are wrong it reports each, mends or leaves out the line in a copy, and
 * reads the rest.
 *
 * @param firstLine The line of the file on which the text begins.
 */
export function readYaml(text: string, firstLine = 1): YamlReading {
  const problems: Problem[] = [];
  const broken = new Set<number>();
  const reading = (value: unknown, readable: string): YamlReading => ({
    value,
    placeOf: placesIn(readable, firstLine),
    problems,
    brokenLines: new Set([...broken].map((line) => line + firstLine - 1)),
  });
  const excess = excessOf(text);
  if (excess !== null) {
    problems.push(
      problem('yaml-limit', { line: firstLine, column: 1 }, excess, 'Make it smaller or simpler.'),
    );
    return reading(null, '');
  }
  const simple = readPlainLines(text);
  if (simple !== null) return reading(simple, text);
  let readable = text;
  // A text that is all wrong costs little, a long one with a few slips is read to its end.
  const rounds = Math.max(3, Math.min(maximumRounds, Math.floor(60_000 / (text.length + 1))));
  for (let round = 1; ; round += 1) {
    const document = parseDocument(readable, options);
    const [first] = document.errors;
    const failure = first === undefined ? null : explainYaml(readable, first);
    if (failure === null) {
      const result = plainValueOf(document);
      if ('value' in result) {
        problems.push(
          ...controlCharacters(readable, { value: result.value, placeOf: placesIn(readable, firstLine) }),
        );
        if (problems.length > 0)
          problems.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
        return reading(result.value, readable);
      }
      problems.push(problem('yaml-syntax', { line: firstLine, column: 1 }, result.message, result.hint));
      return reading(null, '');
    }
    const { line, column, message, hint, mended } = failure;
    if (broken.has(line) || round > rounds) {
      if (!broken.has(line))
        problems.push(problem('yaml-syntax', { line: line + firstLine - 1, column }, message, hint));
      return reading(null, '');
    }
    broken.add(line);
    problems.push(problem('yaml-syntax', { line: line + firstLine - 1, column }, message, hint));
    const lines = readable.split('\n');
    lines[line - 1] = mended;
    readable = lines.join('\n');
  }
}

function excessOf(text: string): string | null {
  if (text.length > maximumLength)
    return `This has ${text.length.toLocaleString('en-US')} characters; the limit is ${maximumLength.toLocaleString('en-US')}.`;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x5b || character === 0x7b) depth += 1;
    else if ((character === 0x5d || character === 0x7d) && depth > 0) depth -= 1;
    if (depth > maximumNesting)
      return `Brackets are nested more than ${maximumNesting} deep here, which is the limit.`;
  }
  if (/^[ \t]*(?:[-?:][ \t]+|[&!]\S*[ \t]+){50}/m.test(text) || /^ {200}/m.test(text))
    return `Lists are nested more than ${maximumNesting} deep here, which is the limit.`;
  return null;
}

function plainValueOf(document: Document.Parsed): { value: unknown } | { message: string; hint: string } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    // Throws where something holds itself: whoever walks through it would never come to an end.
    JSON.stringify(value);
    return { value };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const name = /Unresolved alias .*: (.*)$/.exec(text)?.[1];
    if (name !== undefined)
      return {
        message: `*${name} refers to something named &${name}, which is not here.`,
        hint: `If the star is meant as it stands, put the value in quotes: "*${name}"`,
      };
    return {
      message: 'This repeats itself through * and & so often that it was not read.',
      hint: 'Write the values out.',
    };
  }
}

/** Positions cost a second parse, so they are found when somebody asks. */
function placesIn(text: string, firstLine: number): YamlReading['placeOf'] {
  let parsed: { document: Document.Parsed; lines: LineCounter } | null = null;
  return (path, of = 'key') => {
    if (parsed === null) {
      const lines = new LineCounter();
      parsed = { document: parseDocument(text, { ...options, lineCounter: lines }), lines };
    }
    const { document, lines } = parsed;
    let node: unknown = document.contents;
    let at: number | null = null;
    for (const [index, step] of path.entries()) {
      const last = index === path.length - 1;
      let next: unknown;
      if (isMap(node)) {
        const pair = node.items.find(
          ({ key }) => String((key as { value?: unknown } | null)?.value) === String(step),
        );
        if (!isPair(pair)) break;
        const key = start(pair.key);
        const value = start(pair.value);
        at = last && of === 'value' ? (value ?? key) : key;
        next = pair.value;
      } else if (isSeq(node) && typeof step === 'number') {
        next = node.items[step];
        if (next === undefined) break;
        at = start(next) ?? at;
      } else break;
      node = next;
    }
    if (at === null) return { line: Math.max(1, firstLine - (firstLine > 1 ? 1 : 0)), column: 1 };
    const { line, col } = lines.linePos(at);
    return { line: line + firstLine - 1, column: col };
  };
}

function start(node: unknown): number | null {
  return (node as Node | null)?.range?.[0] ?? null;
}
