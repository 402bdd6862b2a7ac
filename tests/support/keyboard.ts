import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Keyboard } from '../../src/cli/terminal.ts';

export const keys = { enter: '\r', down: '\u001b[B', erase: '\u0015', stop: '\u0003' };

/** A person at a keyboard: types each answer once the words that it answers stand on the screen. */
export interface Typist extends Keyboard {
  /** Everything that was on the screen, without colours and movements. */
  screen(): string;
}

/** @param answers What to wait for, and what to type then. */
export function typist(answers: readonly (readonly [words: string, typed: string])[]): Typist {
  const input = new PassThrough();
  const output = new PassThrough();
  // A screen is still there after a question, as a terminal's is.
  output.end = () => output;
  const left = [...answers];
  let shown = '';
  let seen = 0;
  output.on('data', (chunk) => {
    shown += stripVTControlCharacters(String(chunk));
    const [next] = left;
    const at = next === undefined ? -1 : shown.indexOf(next[0], seen);
    if (next === undefined || at === -1) return;
    left.shift();
    seen = shown.length;
    // The prompt listens once it has drawn itself.
    setImmediate(() => input.write(next[1]));
  });
  return { input, output, screen: () => shown };
}
