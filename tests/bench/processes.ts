import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** What one running process has used so far. */
export interface ProcessSample {
  pid: number;
  /** Session on Linux, process group elsewhere: the same for everything a detached child starts. */
  group: number;
  cpuSeconds: number;
  memoryBytes: number;
}

/** Looks at all running processes. */
export type Sampler = () => ProcessSample[];

/** The best way to look that this machine has: `/proc`, else `ps`; null where there is neither. */
export function findSampler(): Sampler | null {
  for (const sampler of [sampleProc, samplePs]) {
    try {
      if (sampler().some(({ pid, memoryBytes }) => pid === process.pid && memoryBytes > 0)) return sampler;
    } catch {}
  }
  return null;
}

// The kernel counts for user space in hundredths of a second on every architecture.
const ticksPerSecond = 100;

/** CPU of everything that this process has started and that has ended; null where `/proc` is missing. */
export function endedChildrenCpuSeconds(): number | null {
  try {
    const fields = statFields('self');
    return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
  } catch {
    return null;
  }
}

function sampleProc(): ProcessSample[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const fields = statFields(name);
      const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'));
      return {
        pid: Number(name),
        group: Number(fields[3]),
        cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
        memoryBytes: Number(resident?.[1] ?? 0) * 1024,
      };
    } catch {
      // It ended between the listing and the reading.
      return [];
    }
  });
}

/** The fields of `/proc/PID/stat` after the command's name, which may hold blanks and brackets. */
function statFields(pid: string): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function samplePs(): ProcessSample[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,pgid=,rss=,time='], { encoding: 'utf8' });
  return text.split('\n').flatMap((line) => {
    const [pid, group, kilobytes, time] = line.trim().split(/\s+/);
    if (time === undefined) return [];
    return {
      pid: Number(pid),
      group: Number(group),
      cpuSeconds: psSeconds(time),
      memoryBytes: Number(kilobytes) * 1024,
    };
  });
}

/** `1-02:03:04`, `02:03:04` or `3:04.56` in seconds. */
export function psSeconds(time: string): number {
  const [clock = '', days = '0'] = time.split('-').reverse();
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}
