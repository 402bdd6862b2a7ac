import { spawn } from 'node:child_process';
import { endedChildrenCpuSeconds, findSampler, type Sampler } from './processes.ts';

export interface Command {
  program: string;
  args: readonly string[];
  cwd: string;
  environment?: Record<string, string>;
}

/** What a command and everything it started has used. Null where this machine can't tell. */
export interface Usage {
  wallSeconds: number;
  /** User and system time together. */
  cpuSeconds: number | null;
  /** The highest sum of resident memory over all its processes at one moment. */
  peakBytes: number | null;
}

export interface Run extends Usage {
  /** The end of what it wrote, both streams as they came. */
  printed: string;
}

/**
 * Runs a command to its end. Run one at a time: CPU of ended processes is what this process's children have used meanwhile.
 *
 * @throws Error with the end of what it printed, where its exit code is not 0.
 */
export async function measure(command: Command, sampler: Sampler | null = findSampler()): Promise<Run> {
  const endedBefore = endedChildrenCpuSeconds();
  const begin = performance.now();
  const child = spawn(command.program, command.args, {
    cwd: command.cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', CI: '1', ...command.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const watch = watchGroup(child.pid, sampler);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = `${printed}${text}`.slice(-4000);
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(watch.stop);
  const wallSeconds = (performance.now() - begin) / 1000;
  if (code !== 0)
    throw new Error(`${command.program} ${command.args.join(' ')} ended with ${code}:\n${printed.trim()}`);
  const ended = endedChildrenCpuSeconds();
  const waitedFor = ended === null || endedBefore === null ? null : ended - endedBefore;
  const { cpuSeconds: seen, peakBytes } = watch;
  // Samples know of processes that nobody waited for, the count of ended ones of what came after the last sample.
  const cpuSeconds = waitedFor === null ? seen() : Math.max(waitedFor, seen() ?? 0);
  return { wallSeconds, cpuSeconds, peakBytes: peakBytes(), printed };
}

function watchGroup(group: number | undefined, sampler: Sampler | null) {
  const cpu = new Map<number, number>();
  let peak = 0;
  const look = (): void => {
    const mine = sampler?.().filter((sample) => sample.group === group) ?? [];
    for (const { pid, cpuSeconds } of mine) cpu.set(pid, cpuSeconds);
    peak = Math.max(
      peak,
      mine.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0),
    );
  };
  const timer = sampler === null ? undefined : setInterval(look, 100);
  return {
    stop: () => clearInterval(timer),
    cpuSeconds: () => (cpu.size === 0 ? null : [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0)),
    peakBytes: () => (peak === 0 ? null : peak),
  };
}
