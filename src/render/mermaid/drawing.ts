/** Something a reader of the drawing would stumble over; line and column count from 1 in the diagram's source. */
export interface DrawingWarning {
  line: number;
  column: number;
  message: string;
}

export interface Drawn {
  kind: 'drawn';
  /** An `<svg>` to be written into HTML: no script, no style attribute, nothing fetched. */
  svg: string;
  /** Mermaid's name of the kind of diagram, for example `gantt` or `flowchart-v2`. */
  type: string;
  /** From `accTitle`, else the diagram's title; null where it has neither. */
  title: string | null;
  description: string | null;
  /** In CSS pixels at full size. */
  width: number;
  height: number;
  warnings: DrawingWarning[];
}

/** What is wrong with the source, and where; line and column count from 1 in it. */
export interface Broken {
  kind: 'broken';
  line: number;
  column: number;
  message: string;
  hint?: string;
}

export type Drawing = Drawn | Broken;

/** What goes to a child process and what comes back. */
export interface Job {
  key: number;
  source: string;
  /** What ids in the drawing begin with. */
  id: string;
}

export type Answer = { ready: true } | { key: number; drawing: Drawing };
