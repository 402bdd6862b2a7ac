import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { declineTyping } from '../../src/cli/busy-terminal.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { silentTerminal } from '../support/silent-terminal.ts';

function at(keyboard: Terminal['keyboard']) {
  const said: string[] = [];
  const terminal = silentTerminal({ error: (text) => said.push(text), keyboard });
  return { said, stop: declineTyping(terminal) };
}

const elsewhere = 'To type, open another: Ctrl+Shift+` or the + above.\n';

test('whoever types a command is told that nothing ran it, and where it would run', () => {
  const input = new PassThrough();
  const { said, stop } = at({ input, output: new PassThrough() });
  for (const typed of ['npm run new\n', '\r\n', `\u001b[A ${'x'.repeat(80)}\n`])
    input.emit('data', Buffer.from(typed));
  expect(said).toEqual([
    `This terminal only checks, after each save.\n${elsewhere}`,
    `\n"npm run new" was not run: this terminal only checks.\n${elsewhere}`,
    `\nNothing was run: this terminal only checks.\n${elsewhere}`,
    `\n"·[A ${'x'.repeat(55)}…" was not run: this terminal only checks.\n${elsewhere}`,
  ]);
  stop();
  input.emit('data', 'ls\n');
  expect(said).toHaveLength(4);
  expect(input.isPaused()).toBe(true);
});

test('where nobody sits, nothing is said', () => {
  expect(at(null).said).toEqual([]);
});
