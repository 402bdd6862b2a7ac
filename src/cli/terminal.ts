import type { Paint } from '../core/report/report.ts';

/** Where a command writes; an argument, so that tests can read it back. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** Shows one line that the next call replaces; null takes it away. Silent where nobody watches. */
  progress(text: string | null): void;
  paint: Paint;
}
