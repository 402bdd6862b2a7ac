import type { Paint } from '../core/report/paint.ts';

/** Where a command writes; an argument, so that tests can read it back. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** Shows one line that the next call replaces; null takes it away. Silent where nobody watches. */
  progress(text: string | null): void;
  /** Wipes the screen. Nothing in a pipe or a file. */
  clear(): void;
  /** From now on the command hears of Ctrl+C, of being ended and of a reader who has gone, and ends by itself. */
  stopped(): Promise<void>;
  paint: Paint;
  /** Where a person sits and answers; null in a pipe, a script or a CI job. */
  keyboard: Keyboard | null;
  /** The editor whose terminal this is; null in any other. */
  editor: EditorKeys | null;
  /** Everything that is piped in; waits until it ends. */
  piped(): Promise<string>;
}

/** What VS Code calls its own keys, which differ between systems. */
export interface EditorKeys {
  /** Runs the task of `.vscode/`. */
  taskKey: string;
  /** Lists all findings. */
  problemsKey: string;
  /** Opens a file that is named in the terminal. */
  click: string;
}

export interface Keyboard {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/**
 * How many choices to show at once, so that the question above them and the words below them are still on the screen: an
 * editor's terminal is low.
 */
export function choicesShown({ output }: Keyboard): number {
  const rows = 'rows' in output && typeof output.rows === 'number' ? output.rows : 24;
  // The question and what is said of a choice take two lines each where a terminal is narrow, a blank and the keys one.
  return Math.min(7, Math.max(3, rows - 6));
}
