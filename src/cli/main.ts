import { enableCompileCache } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// Compiled once, started often: reading TypeScript is most of what a small `check` costs.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.astro/compiled', import.meta.url)));
const { run } = await import('./commands.ts');
const { createColors } = await import('picocolors');

const { text } = await import('node:stream/consumers');

const { env, stdin, stdout, stderr } = process;
const colour = !env.NO_COLOR && (Boolean(env.FORCE_COLOR) || (stdout.isTTY && env.TERM !== 'dumb'));

// Nobody reads on: `head` has its lines, or the terminal is gone.
for (const stream of [stdout, stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });

process.exitCode = await run(process.argv.slice(2), env, {
  out: (text) => stdout.write(`${text}\n`),
  error: (text) => stderr.write(`${text}\n`),
  progress: (text) => {
    if (stderr.isTTY) stderr.write(text === null ? '\r\u001b[K' : `\r\u001b[K${text}`);
  },
  clear: () => {
    if (stdout.isTTY && env.TERM !== 'dumb') stdout.write('\u001b[2J\u001b[3J\u001b[H');
  },
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
      for (const stream of [stdout, stderr]) stream.on('error', () => resolve());
    }),
  paint: createColors(colour),
  keyboard: stdin.isTTY && stdout.isTTY ? { input: stdin, output: stdout } : null,
  editor:
    env.TERM_PROGRAM !== 'vscode'
      ? null
      : process.platform === 'darwin'
        ? { taskKey: '⇧⌘B', problemsKey: '⇧⌘M', click: 'Cmd+click' }
        : { taskKey: 'Ctrl+Shift+B', problemsKey: 'Ctrl+Shift+M', click: 'Ctrl+click' },
  piped: () => (stdin.isTTY ? Promise.resolve('') : text(stdin)),
});
