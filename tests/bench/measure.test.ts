import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { measure } from './measure.ts';
import { findSampler, psSeconds } from './processes.ts';

const busy = (milliseconds: number): string =>
  `const end = process.cpuUsage().user + ${milliseconds * 1000}; while (process.cpuUsage().user < end) for (let turn = 0; turn < 1e6; turn++);`;
const node = (script: string) => ({ program: process.execPath, args: ['-e', script], cwd: process.cwd() });

describe('a measured command', () => {
  it('counts the CPU of a process and of the processes it starts', async () => {
    const child = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(busy(300))}]);`;
    const { wallSeconds, cpuSeconds, peakBytes } = await measure(node(`${busy(200)}${child}`));
    expect(wallSeconds).toBeGreaterThan(0.4);
    expect(cpuSeconds).toBeGreaterThan(0.5);
    expect(cpuSeconds).toBeLessThan(3);
    expect(peakBytes).toBeGreaterThan(40e6);
  });

  it('does without figures where the machine has none', async () => {
    const { peakBytes } = await measure(node(busy(10)), null);
    expect(peakBytes).toBeNull();
  });

  it('keeps what was printed and passes the environment on', async () => {
    const { printed } = await measure({
      ...node('console.log(process.env.WORD)'),
      environment: { WORD: 'hello' },
    });
    expect(printed).toBe('hello\n');
  });

  it('fails with the words of a command that fails', async () => {
    await expect(measure(node('console.error("no"); process.exitCode = 3'))).rejects.toThrow(
      /ended with 3:\nno$/,
    );
  });

  it('fails where there is no such program', async () => {
    await expect(measure({ program: 'no-such-program', args: [], cwd: process.cwd() })).rejects.toThrow(
      /ENOENT/,
    );
  });
});

describe('processes', () => {
  it('include this one, with memory and CPU', () => {
    const sample = findSampler()?.().find(({ pid }) => pid === process.pid);
    expect(sample?.memoryBytes).toBeGreaterThan(20e6);
    expect(sample?.cpuSeconds).toBeGreaterThan(0);
  });

  it.each([
    ['3:04.56', 184.56],
    ['02:03:04', 7384],
    ['1-02:03:04', 93_784],
  ])('read %s as %d seconds', (time, seconds) => {
    expect(psSeconds(time)).toBeCloseTo(seconds);
  });
});
