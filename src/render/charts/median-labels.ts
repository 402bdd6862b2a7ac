import { fontSize, labelWidth } from './canvas.ts';

/** A place in user units. */
interface Spot {
  x: number;
  y: number;
}

export interface MedianRule {
  left: number;
  right: number;
  y: number;
  text: string;
}

export interface PlacedLabel {
  text: string;
  /** Its middle. */
  x: number;
  y: number;
}

const height = fontSize + 2;
/** Above and below, and farther off where that saves a dot. */
const sides = [-1, 1, -2.4, 2.4];
/** As far as the largest dot reaches. */
const reach = 6;

/**
 * A figure for each rule, above or below it, where it hides the fewest dots. Where figures would crowd each other, the
 * later one stays.
 */
export function medianLabels(
  rules: readonly MedianRule[],
  dots: readonly Spot[],
  /** From where to where the drawing goes across. */
  [start, end]: readonly [number, number],
): PlacedLabel[] {
  const kept: PlacedLabel[] = [];
  for (const { left, right, y, text } of rules.toReversed()) {
    const width = labelWidth(text, true);
    const slack = Math.max(0, right - left - width);
    const free = [0.5, 0, 1]
      .flatMap((share) => sides.map((side) => ({ share, side })))
      .map(({ share, side }) => ({
        text,
        x: Math.max(
          start + width / 2,
          Math.min(slack === 0 ? (left + right) / 2 : left + width / 2 + slack * share, end - width / 2),
        ),
        y: y + (side * (height + 4)) / 2,
        cost: Math.abs(side) > 1 ? 0.5 : 0,
      }))
      .filter((label) => kept.every((other) => !overlap(label, other)));
    const hidden = (label: PlacedLabel): number =>
      dots.filter(
        (dot) =>
          Math.abs(dot.x - label.x) < width / 2 + reach && Math.abs(dot.y - label.y) < height / 2 + reach,
      ).length;
    const best = free.toSorted((a, b) => hidden(a) + a.cost - hidden(b) - b.cost)[0];
    if (best) kept.unshift({ text, x: best.x, y: best.y });
  }
  return kept;
}

function overlap(a: PlacedLabel, b: PlacedLabel): boolean {
  const apart = (labelWidth(a.text, true) + labelWidth(b.text, true)) / 2 + 4;
  return Math.abs(a.x - b.x) < apart && Math.abs(a.y - b.y) < 3 * height;
}
