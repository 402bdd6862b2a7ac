import { tmpdir } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { createPool, type Pool } from '../../../src/render/mermaid/pool.ts';

let pool: Pool;
const start = (processes: number, { program = './faulty-child.mjs', timeoutMs = 20_000 } = {}) => {
  pool = createPool({
    processes,
    timeoutMs,
    program: new URL(program, import.meta.url),
    compileCache: tmpdir(),
  });
  return async (source: string) => {
    const { drawing, final } = await pool.run({ source, id: 'm' });
    return { message: drawing.kind === 'broken' ? drawing.message : '', final };
  };
};
const words = ({ message, final }: { message: string; final: boolean }) => [
  message.replace(/\d+$/, '…'),
  final,
];
afterEach(() => pool.close());

describe('one bad drawing takes nobody along', () => {
  test('a crash', async () => {
    const run = start(1);
    const results = await Promise.all(['a', 'crash', 'b', 'crash', 'c'].map(run));
    const crashed = ["Mermaid's process ended while it drew this diagram (exit 7).", false];
    expect(results.map(words)).toEqual([
      ['a by …', true],
      crashed,
      ['b by …', true],
      crashed,
      ['c by …', true],
    ]);
  });

  test('a loop is stopped after the time limit', async () => {
    const run = start(1, { timeoutMs: 600 });
    const results = await Promise.all(['hang', 'a'].map(run));
    expect(results.map(words)).toEqual([
      ['This diagram took longer than 0.6 s to draw, so it was stopped.', false],
      ['a by …', true],
    ]);
  });

  test('a process that goes away in silence', async () => {
    const run = start(1);
    expect((await run('exit before answering')).message).toBe(
      "Mermaid's process ended while it drew this diagram (exit 0).",
    );
    expect((await run('a')).message).toMatch(/^a by/);
  });
});

test('work is shared among as many processes as allowed, and no more', async () => {
  const run = start(2);
  const results = await Promise.all(Array.from({ length: 16 }, () => run('slow')));
  expect(new Set(results.map(({ message }) => message.split(' ').at(-1))).size).toBe(2);
});

test('one job starts one process', async () => {
  const run = start(8);
  const results = [await run('a'), await run('b'), await run('c')];
  expect(new Set(results.map(({ message }) => message.split(' ').at(-1))).size).toBe(1);
  expect(pool.size()).toBe(1);
});

test('a program that cannot start is given up', async () => {
  const run = start(2, { program: './no-such-program.mjs' });
  expect(words(await run('a'))).toEqual(['Mermaid could not be started.', false]);
});

test('closing ends what is under way', async () => {
  const run = start(1);
  const results = Promise.all(['hang', 'a'].map(run));
  await new Promise((done) => setTimeout(done, 150));
  await pool.close();
  expect((await results).map(({ final }) => final)).toEqual([false, false]);
});
