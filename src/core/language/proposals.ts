import type { Library } from './library.ts';
import type { Range } from './range.ts';
import type { ScannedLine } from './scan.ts';

/** Something that could be written at a place. */
export interface Completion {
  label: string;
  kind: 'key' | 'value' | 'person' | 'system' | 'label' | 'section' | 'day' | 'page' | 'anchor';
  /** A few words beside the label. */
  detail?: string;
  /** A sentence or two, as Markdown. */
  documentation?: string;
  text: string;
  /** What people may type to find it, where that is more than the label. */
  filter?: string;
  /** What `text` takes the place of. */
  range: Range;
}

/** A completion before anybody knows what it takes the place of. */
export type Proposal = Omit<Completion, 'range'>;

/** Where something is being written. */
export interface Spot {
  library: Library;
  path: string;
  line: ScannedLine;
  lines: readonly ScannedLine[];
  /** The line up to the place. */
  before: string;
}

/** What was typed so far of the word to complete, and what it could become. */
export interface Proposals {
  typed: string;
  proposals: Proposal[];
}

/** Systems other than those that are named already. */
export function systemProposals({ catalog }: Library, named: ReadonlySet<string>): Proposal[] {
  return catalog.systems
    .filter(({ id }) => !named.has(id))
    .map(({ id, name, team, description }) => ({
      label: id,
      kind: 'system',
      detail: team === null ? name : `${name} · team ${team}`,
      ...(description === null ? {} : { documentation: description }),
      text: id,
      filter: `${id} ${name}`,
    }));
}

export function personProposals({ catalog }: Library): Proposal[] {
  return (catalog.people ?? []).map(({ handle, name, team }) => ({
    label: handle,
    kind: 'person',
    detail: team === null ? name : `${name} · team ${team}`,
    text: handle,
    filter: `${handle} ${name}`,
  }));
}

/** The names in a piece of text. */
export function namesIn(text: string): Set<string> {
  return new Set(text.match(/[\p{L}\p{N}_][\p{L}\p{M}\p{N}_./-]*/gu));
}
