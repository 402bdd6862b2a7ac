import type { Place } from '../diagnostic.ts';
import { sourceText } from '../document/source-text.ts';

export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** What a text says as JSON, or where it stops being any. */
export type JsonText =
  | { kind: 'json'; value: Json }
  /** `message` says what was found and what was expected. */
  | { kind: 'broken'; place: Place; message: string };

/** Reads JSON, and NDJSON (one value a line, as `jq -c` prints them) as one array. */
export function readJson(text: string): JsonText {
  try {
    return { kind: 'json', value: JSON.parse(text) as Json };
  } catch {
    return linesOf(text) ?? fault(text);
  }
}

function linesOf(text: string): JsonText | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((line) => /^\s*\{.*\}\s*$/.test(line))) return null;
  try {
    return { kind: 'json', value: lines.map((line) => JSON.parse(line) as Json) };
  } catch {
    return null;
  }
}

const value =
  /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const blank = /[ \t\n]*/y;

/** Walks a broken text as the grammar does: the engine's own message names a place only sometimes. */
function fault(text: string): JsonText {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expects: 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma' | 'end' = 'value';
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at += found[0].length;
    return found !== null && found[0] !== '';
  };
  const after = (): void => {
    expects = open.length === 0 ? 'end' : 'comma';
  };
  for (;;) {
    skip(blank);
    const character = text[at];
    if (character === undefined) break;
    const wants: string = expects;
    if (wants.startsWith('value') && (character === '{' || character === '[')) {
      open.push(character);
      expects = character === '{' ? 'key or }' : 'value or ]';
      at += 1;
    } else if (
      (character === ']' && open.at(-1) === '[' && /^(?:value or|comma)/.test(wants)) ||
      (character === '}' && open.at(-1) === '{' && /^(?:key or|comma)/.test(wants))
    ) {
      open.pop();
      at += 1;
      after();
    } else if (wants === 'comma' && character === ',') {
      at += 1;
      expects = open.at(-1) === '{' ? 'key' : 'value';
    } else if (wants === 'colon' && character === ':') {
      at += 1;
      expects = 'value';
    } else if (wants.startsWith('key') && character === '"' && skip(value)) expects = 'colon';
    else if (wants.startsWith('value') && skip(value)) after();
    else break;
  }
  return {
    kind: 'broken',
    place: sourceText(text).placeAt(at),
    message: explain(text, at, expects, open.at(-1)),
  };
}

function explain(text: string, at: number, expects: string, inside: '{' | '[' | undefined): string {
  const closing = inside === '{' ? '"}"' : '"]"';
  const wanted =
    {
      value: 'a value',
      'value or ]': 'a value or "]"',
      key: 'a name in double quotes',
      'key or }': 'a name in double quotes or "}"',
      colon: '":"',
      comma: `"," or ${closing}`,
      end: 'nothing more',
    }[expects] ?? 'a value';
  const found = text[at];
  if (found === undefined) return `The text ends here, where ${wanted} is expected: it may be cut off.`;
  if (found === '"')
    return 'This text in quotes does not end, or holds a line break or a "\\" that means nothing.';
  return `${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))} stands where ${wanted} is expected.`;
}
