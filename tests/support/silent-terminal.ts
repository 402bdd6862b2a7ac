import type { Terminal } from '../../src/cli/terminal.ts';
import { plainPaint } from '../../src/core/report/paint.ts';

/** A terminal that shows nothing and says nothing, but for what a test is about. */
export function silentTerminal(part: Partial<Terminal>): Terminal {
  return {
    out: () => {},
    error: () => {},
    progress: () => {},
    clear: () => {},
    stopped: () => Promise.resolve(),
    paint: plainPaint,
    keyboard: null,
    editor: null,
    piped: () => Promise.resolve(''),
    ...part,
  };
}
