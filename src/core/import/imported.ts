import type { BlockContent, DefinitionContent, FootnoteDefinition, PhrasingContent } from 'mdast';
import type { Catalog } from '../catalog/catalog.ts';
import type { Problem } from '../diagnostic.ts';
import type { Label } from '../timeline/labels.ts';
import type { Question, RaisedBy, SectionSlug } from '../vocabulary.ts';

/** Blocks of Markdown, as a tree. Trees of foreign Markdown hold no raw HTML any more. */
export type Blocks = (BlockContent | DefinitionContent)[];

/** Where something stood in the source. */
export type Origin =
  | { kind: 'lines' /** From 1. */; first: number; last: number }
  /** In JSON or CSV: `log_entries[3]`, `row 12`. */
  | { kind: 'path'; path: string };

/** A fact and where it came from. */
export interface Found<Value> {
  value: Value;
  origin: Origin;
}

/** Facts for the front matter. Null where the source says nothing that could be read as one. */
export interface ImportedFacts {
  title: Found<string> | null;
  /** Whether the fire is out, where the source says so. */
  status: Found<'open' | 'resolved'> | null;
  /** As the source has it: `SEV1`, `P2`, `Critical`, `1`. The writer finds the level. */
  severity: Found<string> | null;
  /** Names or ids as the source has them. The writer finds the ones that `systems.yaml` knows. */
  systems: Found<string>[];
  tags: Found<string>[];
  raisedBy: Found<RaisedBy> | null;
  /** IANA name: the zone of clocks that carry none. */
  timezone: Found<string> | null;
  /** The day of the incident, `YYYY-MM-DD`. */
  date: Found<string> | null;
}

/** A moment of the source. */
export type ImportedMoment =
  /** Milliseconds since 1970. */
  | { kind: 'instant'; instant: number }
  | {
      kind: 'local';
      /** `YYYY-MM-DD`; null where the source says no day for it, nor for any entry before it. */
      date: string | null;
      /** `08:25` or `08:25:30` */
      clock: string;
      /** `Z`, `-04:00`; null: in the zone of the facts, else of the settings. */
      offset: string | null;
    };

export interface ImportedEntry {
  start: ImportedMoment;
  end: ImportedMoment | null;
  approximate: boolean;
  /** Only what the source clearly says; a guess is a note. Each mark once: of a second one the writer makes bold words. */
  labels: Label[];
  /** What happened: usually one paragraph. */
  content: Blocks;
  /** The time word for word, where it was not certain what it means; it is kept in the entry's text. */
  written: string | null;
  origin: Origin;
}

export interface ImportedAction {
  text: PhrasingContent[];
  /** What stood nested below it. */
  blocks: Blocks;
  done: boolean;
  /** In the source's words: a name, a handle with or without `@`. */
  owner: string | null;
  /** `YYYY-MM-DD`; what is no date stays in the words. */
  due: string | null;
  /** The day on which it was done, `YYYY-MM-DD`. */
  doneOn: string | null;
  /** Where nobody will do it: the day on which that was decided, null where the source does not say. */
  dropped?: { on: string | null };
  /** An id or a URL, without blanks. */
  ticket: string | null;
  /** Null where the source does not say which of the five questions it answers. */
  question: Question | null;
  /** The heading in the source that it shares with others, as plain text. */
  group?: string;
  origin: Origin;
}

/** What belongs into a section of ours. Several for the same one are written one after the other. */
export interface ImportedSection {
  slug: SectionSlug;
  /** The heading in the source, as plain text; null where there was none. A heading that ours does not say is kept. */
  heading: string | null;
  content: Blocks;
  origin: Origin;
}

/** What has no place of its own in our format: shown under a heading of its own, where it stood. */
export interface ImportedLeftover {
  heading: string;
  content: Blocks;
  origin: Origin;
}

/** A name and a value that have no place of their own, such as an incident's number; listed under "More facts". */
export interface ImportedDetail {
  name: string;
  value: PhrasingContent[];
  origin: Origin;
}

/** Something that a person has to decide or look at. Whole sentences. */
export interface ImportNote {
  message: string;
  /** What was assumed until then, or what to write. */
  hint: string | null;
  origin: Origin | null;
}

/** One incident of somebody else's, understood but not yet written. No word of the source may be missing in it. */
export interface Imported {
  /** The name of the file or of the incident in it, for the report. */
  source: string;
  facts: ImportedFacts;
  /** In the source's order; the writer puts them in order of time. */
  timeline: ImportedEntry[];
  actions: ImportedAction[];
  sections: ImportedSection[];
  leftovers: ImportedLeftover[];
  details: ImportedDetail[];
  footnotes: FootnoteDefinition[];
  notes: ImportNote[];
}

/** What an import is judged and written by. */
export interface ImportContext {
  catalog: Pick<Catalog, 'settings' | 'systems' | 'people'>;
  /** Whether a postmortem has the id already; ids are paths below `postmortems/` without an ending. */
  taken(id: string): boolean;
  /** What a person said on the command line goes before what a source says. Null where nobody said. */
  given: {
    status: 'open' | 'resolved' | null;
    severity: number | null;
    /** IANA name, of clocks that carry no zone. */
    timezone: string | null;
    /** The day of the incident, `YYYY-MM-DD`. */
    date: string | null;
    /** What `05/04/2018` means, where a source does not tell by its other dates. */
    dateOrder?: 'day-first' | 'month-first' | null;
  };
  /**
   * How the result reaches a file that the source shows or links to, by its relative target as written: `./board.png`.
   * Null where there is no such file; the target is kept as words then.
   */
  fileOf(target: string): string | null;
}

/** Where a part of the source is now. */
export interface Placement {
  origin: Origin;
  /** What it was: `the heading "Action items"`, `SEV1`. */
  what: string;
  /** What it is now: `severity: 1`, `Timeline`, `Prevent`. */
  to: string;
  /** Of the result, from 1. */
  line: number;
}

/** What a person reads after an import. */
export interface ImportReport {
  source: string;
  status: 'open' | 'resolved';
  /** In the order of the result. */
  placements: Placement[];
  notes: ImportNote[];
  /** What `check` says of the result: where a person must decide. Places are those of the result. */
  problems: Problem[];
}

/** A postmortem to be written. */
export interface WrittenImport {
  /** Below the content folder: `postmortems/2018-05-04-fax.mdx`. */
  path: string;
  text: string;
  report: ImportReport;
}
