import { printable } from '../core/report/printable.ts';
import { shortened } from '../core/shortened.ts';
import type { Terminal } from './terminal.ts';

const elsewhere = 'To type, open another: Ctrl+Shift+` or the + above.';

/**
 * Says of a terminal that it is no shell, and says so again to whoever types a command into it all the same: VS Code shows the
 * task's terminal first, where nothing would happen.
 *
 * @returns Stops listening.
 */
export function declineTyping({ keyboard, error, paint }: Terminal): () => void {
  if (keyboard === null) return () => {};
  const { input } = keyboard;
  error(`${paint.bold('This terminal only checks, after each save.')}\n${elsewhere}\n`);
  const decline = (line: string | Uint8Array): void => {
    const typed = shortened(printable(String(line).trim()));
    error(
      `\n${paint.bold(`${typed === '' ? 'Nothing was run' : `"${typed}" was not run`}: this terminal only checks.`)}\n${elsewhere}\n`,
    );
  };
  input.on('data', decline);
  return () => {
    input.off('data', decline);
    input.pause();
  };
}
