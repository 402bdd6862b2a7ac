import * as Plot from '@observablehq/plot';
import type { SharesChart } from '../../core/metrics/chart.ts';
import { periodAxis, periodMargin, valueAxis } from './axes.ts';
import { type Canvas, labelWidth, type Sketch } from './canvas.ts';
import { type ChartWords, figureText, periodText } from './words.ts';

/**
 * A column of the whole with the part filled in, and above it how many of how many. Periods with too few cases for a share
 * have these words only. Shares can pass the whole (hours beyond a team's), and the scale then does as well.
 */
export function sketchShares({ shares }: SharesChart, _words: ChartWords, canvas: Canvas): Sketch {
  const marginLeft = labelWidth('100 %') + 10;
  const room = canvas.width - marginLeft - 8;
  // Shares of few cases are told by the cases, shares of hours by the share.
  const countable = shares.every(
    ({ part, of }) => Number.isInteger(part) && Number.isInteger(of) && of < 100,
  );
  const present = shares
    .filter(({ of }) => of > 0)
    .map(({ period, part, of, share }) => {
      const counts = `${amount(part)}/${amount(of)}`;
      const title = `${periodText(period.key)}: ${amount(part)} / ${amount(of)}`;
      return {
        period: period.key,
        share,
        text: countable || share === null ? counts : figureText(share, 'share'),
        title: share === null ? title : `${title} = ${figureText(share, 'share')}`,
      };
    });
  const known = present.filter(({ share }) => share !== null);
  const top = scaleTop(Math.max(0, ...known.map(({ share }) => share ?? 0)), countable);
  const ticks = [0, top / 2, top].map((value): [number, string] => [value, figureText(value, 'share')]);
  const textFits = present.every(({ text }) => labelWidth(text) + 2 <= room / shares.length);
  return {
    linked: false,
    options: {
      height: canvas.name === 'wide' ? 220 : 200,
      marginLeft,
      marginTop: 24,
      marginBottom: periodMargin(shares.map(({ period }) => period)),
      x: { type: 'band', domain: shares.map(({ period }) => period.key), padding: 0.25, axis: null },
      y: { domain: [0, top], axis: null },
      marks: [
        ...valueAxis(ticks),
        top === 1 ? Plot.barY(known, { x: 'period', y1: 0, y2: 1, className: 'c-whole' }) : null,
        Plot.barY(known, { x: 'period', y: 'share', title: 'title', className: 'c-one' }),
        Plot.ruleY([0], { className: 'c-base' }),
        ...(textFits
          ? [
              Plot.text(known, {
                x: 'period',
                text: 'text',
                y: top === 1 ? () => 1 : 'share',
                dy: -9,
                className: 'c-figure',
              }),
              Plot.text(
                present.filter(({ share }) => share === null),
                { x: 'period', text: 'text', y: 0, dy: -9, className: 'c-few' },
              ),
            ]
          : []),
        ...periodAxis(
          shares.map(({ period }) => period),
          canvas,
          room,
        ),
      ],
    },
  };
}

function amount(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The whole, except where a share passes it, or would be a line on the floor. */
function scaleTop(highest: number, countable: boolean): number {
  if (highest > 1) return Math.ceil(highest * 4) / 4;
  if (countable || highest > 0.25) return 1;
  return [0.01, 0.02, 0.05, 0.1, 0.2].find((top) => highest <= top) ?? 0.3;
}
