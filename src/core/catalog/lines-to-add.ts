import { capitalized } from '../capitalized.ts';
import type { ListFile } from '../skeleton/list-entry.ts';
import { closest } from './closest.ts';

const keys: Readonly<Record<ListFile, string>> = { 'systems.yaml': 'id', 'people.yaml': 'handle' };

/** What to do about a name that a list lacks, with the lines to paste into it. */
export interface Lacking {
  /** The names that the list has. */
  known: ReadonlySet<string>;
  file: ListFile;
}

/**
 * A hint for each of the names that a list lacks, in their order. The first that is new says the lines for all that are, so
 * that one look at the list will do.
 */
export function hintsForLacking(names: readonly string[], { known, file }: Lacking): string[] {
  const near = names.map((name) => closest(name, known));
  const fresh = new Set(names.filter((_, at) => near[at] === null));
  const [first] = fresh;
  return names.map((name, at) => {
    const adding = addingTo(file, name === first && names.indexOf(name) === at ? [...fresh] : [name]);
    return near[at] === null ? capitalized(adding) : `Did you mean ${near[at]}? If not, ${adding}`;
  });
}

function addingTo(file: ListFile, names: readonly string[]): string {
  const { these, lines } = toPaste(file, names);
  return `add ${these} to ${file} in the content folder${lines}`;
}

/** What to do where there is no list at all yet. */
export function hintForCreating(file: ListFile, names: readonly string[]): string {
  const { these, lines } = toPaste(file, names);
  return `Create ${file} in the content folder with ${these}${lines}`;
}

/** `these` with their `lines`: one goes on in the sentence, several stand below it. */
function toPaste(file: ListFile, names: readonly string[]): { these: string; lines: string } {
  const lines = names.map((name) => lineFor(file, name));
  return lines.length === 1
    ? { these: 'this line', lines: `: ${lines[0]}` }
    : { these: 'these lines', lines: `:\n${lines.join('\n')}` };
}

function lineFor(file: ListFile, name: string): string {
  return `- { ${keys[file]}: ${quotedIfNeeded(name)}, name: ${quotedIfNeeded(calledAfter(file, name))} }`;
}

/** A first guess at what a system or person is called: `fax-gateway` is a Fax gateway, `ana.ribeiro` is Ana Ribeiro. */
export function calledAfter(file: ListFile, name: string): string {
  const words = name.split(/[-_.]+/).filter(Boolean);
  const written = words.map((word, at) => (at === 0 || file === 'people.yaml' ? capitalized(word) : word));
  return written.join(' ') || name;
}

/** YAML takes some words for numbers, truth or nothing. */
function quotedIfNeeded(text: string): string {
  return /^[-+.~\d]|^(?:true|false|null)$/i.test(text) ? JSON.stringify(text) : text;
}
