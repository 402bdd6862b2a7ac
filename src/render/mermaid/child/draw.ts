import type { Drawing, DrawingWarning } from '../drawing.ts';
import { explain } from './explain.ts';
import { finish } from './finish.ts';
import { prepareTimeline } from './prepare-timeline.ts';
import type { Renderer } from './renderer.ts';

/** Mermaid's own limit; beyond it mermaid draws a diagram that says so. */
const longest = 50_000;

/** Draws one source, or says what is wrong with it. Never throws. */
export async function draw(renderer: Renderer, source: string, id: string): Promise<Drawing> {
  if (source.trim() === '')
    return broken(1, 1, 'This diagram is empty.', 'Write the diagram between the fences, or delete them.');
  if (source.length > longest)
    return broken(
      1,
      1,
      `This diagram is ${source.length.toLocaleString('en')} characters long; Mermaid reads at most 50,000.`,
      'Split it into several diagrams.',
    );
  try {
    const warnings: DrawingWarning[] = [];
    const isTimeline = renderer.detectType(source) === 'timeline';
    const prepared = isTimeline ? prepareTimeline(source, warnings) : source;
    const { svg, type } = await renderer.draw(prepared);
    const finished = finish(svg, source, type, id);
    if (finished.title === null)
      warnings.push({
        line: 1,
        column: 1,
        message:
          'This diagram has no title, so a screen reader cannot name it. Add a line such as “accTitle: Order flow”.',
      });
    return { kind: 'drawn', ...finished, warnings };
  } catch (error) {
    return { kind: 'broken', ...explain(error, source) };
  }
}

const broken = (line: number, column: number, message: string, hint: string): Drawing => ({
  kind: 'broken',
  line,
  column,
  message,
  hint,
});
