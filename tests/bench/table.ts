import type { Usage } from './measure.ts';

/** Figures of the same thing, one a round. */
export type Figures = readonly (number | null)[];

export function median(figures: Figures): number | null {
  const known = figures.filter((figure) => figure !== null).sort((a, b) => a - b);
  if (known.length === 0) return null;
  const middle = known.length / 2;
  return ((known[Math.ceil(middle) - 1] as number) + (known[Math.floor(middle)] as number)) / 2;
}

/** `4.2 (4.0–4.9)`: the median, and the lowest and highest where there is more than one; `–` where nobody knows. */
export function spread(figures: Figures, digits = 1): string {
  const known = figures.filter((figure) => figure !== null);
  const middle = median(known);
  if (middle === null) return '–';
  if (known.length === 1) return middle.toFixed(digits);
  return `${middle.toFixed(digits)} (${Math.min(...known).toFixed(digits)}–${Math.max(...known).toFixed(digits)})`;
}

/** `0.41`: the median of the first over the median of the second. */
export function ratio(figures: Figures, base: Figures): string {
  const [over, under] = [median(figures), median(base)];
  return over === null || under === null || under === 0 ? '–' : (over / under).toFixed(2);
}

/** A Markdown table; the first column is text, the others are figures. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Runs by name, in the order first seen. */
export type Runs = Map<string, Usage[]>;

export function note(runs: Runs, name: string, usage: Usage): void {
  runs.set(name, [...(runs.get(name) ?? []), usage]);
}

export function figuresOf(runs: Runs, name: string, key: keyof Usage): Figures {
  return (runs.get(name) ?? []).map((usage) => usage[key]);
}

/** One row a command: wall and CPU seconds, peak memory. */
export function usageTable(runs: Runs): string {
  return markdownTable(
    ['', 'wall s', 'CPU s', 'peak MB'],
    [...runs.keys()].map((name) => [
      name,
      spread(figuresOf(runs, name, 'wallSeconds'), 2),
      spread(figuresOf(runs, name, 'cpuSeconds'), 2),
      spread(
        figuresOf(runs, name, 'peakBytes').map((bytes) => bytes && bytes / 1e6),
        0,
      ),
    ]),
  );
}

/** One row a pair: how many times the base the first takes. */
export function ratioTable(runs: Runs, pairs: readonly (readonly [name: string, base: string])[]): string {
  return markdownTable(
    ['', 'wall', 'CPU'],
    pairs
      .filter(([name, base]) => runs.has(name) && runs.has(base))
      .map(([name, base]) => [
        `${name} / ${base}`,
        ratio(figuresOf(runs, name, 'wallSeconds'), figuresOf(runs, base, 'wallSeconds')),
        ratio(figuresOf(runs, name, 'cpuSeconds'), figuresOf(runs, base, 'cpuSeconds')),
      ]),
  );
}
