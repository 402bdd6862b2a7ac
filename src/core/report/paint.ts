/** How a terminal paints; every function returns its text, with or without escape codes. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  cyan(text: string): string;
}

const same = (text: string): string => text;

/** For whoever is no terminal. */
export const plainPaint: Paint = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };
