import type { Usage } from './measure.ts';
import { type Figures, markdownTable, spread } from './table.ts';
import { setUpWorkbench } from './workbench.ts';

/** CPU in milliseconds of one incident's gantt and timeline, one figure a round. */
export interface DrawingFigures {
  /** What one more incident costs, with everything already running. */
  cold: Figures;
  /** The same with its share of starting Mermaid, for so many incidents. */
  coldWithStart: Figures;
  cached: Figures;
  incidents: number;
}

const [few, many] = [5, 65];

/** Draws few and many incidents with processes of their own; the difference is what an incident costs. */
export async function measureDrawings(rounds: number): Promise<DrawingFigures> {
  // One postmortem in eight has a diagram of its own and is left out.
  const workbench = setUpWorkbench({ n: 80, seed: 1 });
  const cold: (number | null)[] = [];
  const coldWithStart: (number | null)[] = [];
  const cached: number[] = [];
  try {
    await workbench.run('tests/bench/draw.ts', '1');
    for (let round = 0; round < rounds; round += 1) {
      const small = await workbench.run('tests/bench/draw.ts', String(few));
      const large = await workbench.run('tests/bench/draw.ts', String(many));
      cold.push(difference(large, small, many - few));
      coldWithStart.push(difference(large, { cpuSeconds: 0 }, many));
      const { printed } = await workbench.run('tests/bench/draw.ts', String(many), '--again');
      cached.push(Number(printed.trim()));
    }
  } finally {
    workbench.remove();
  }
  return { cold, coldWithStart, cached, incidents: many };
}

function difference(large: Usage, small: Pick<Usage, 'cpuSeconds'>, incidents: number): number | null {
  if (large.cpuSeconds === null || small.cpuSeconds === null) return null;
  return ((large.cpuSeconds - small.cpuSeconds) * 1000) / incidents;
}

export function drawingTable({ cold, coldWithStart, cached, incidents }: DrawingFigures): string {
  return markdownTable(
    ['drawings of one incident', 'CPU ms'],
    [
      ['cold, one more', spread(cold)],
      [`cold, with its share of the start of ${incidents}`, spread(coldWithStart)],
      ['cached', spread(cached, 2)],
    ],
  );
}
