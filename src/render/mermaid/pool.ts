import { type ChildProcess, fork } from 'node:child_process';
import type { Answer, Broken, Drawing, Job } from './drawing.ts';

export interface Pool {
  /** A drawing, or why there is none. `final` is false where another try might end otherwise. */
  run(job: Omit<Job, 'key'>): Promise<{ drawing: Drawing; final: boolean }>;
  /** Processes that are there, those that start or end included. */
  size(): number;
  close(): Promise<void>;
}

interface Task {
  job: Job;
  done(result: { drawing: Drawing; final: boolean }): void;
}

interface Worker {
  child: ChildProcess;
  state: 'starting' | 'working' | 'ending';
  task: Task | undefined;
  timer: NodeJS.Timeout | undefined;
}

export interface PoolOptions {
  processes: number;
  timeoutMs: number;
  /** The program that draws. */
  program: URL;
  compileCache: string;
}

/** Child processes, started when there is work, each with one job at a time: who loops or crashes takes nobody along. */
export function createPool({ processes, timeoutMs, program, compileCache }: PoolOptions): Pool {
  const workers = new Set<Worker>();
  const waiting: Task[] = [];
  let next = 0;
  let failedStarts = 0;
  let closed = false;

  function start(): void {
    const child = fork(program, {
      env: { ...process.env, TZ: 'UTC', NODE_COMPILE_CACHE: compileCache, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: ['--max-old-space-size=400'],
    });
    const worker: Worker = { child, state: 'starting', task: undefined, timer: undefined };
    workers.add(worker);
    child.unref();
    child.on('message', (message: Answer) => {
      if ('ready' in message) {
        worker.state = 'working';
        failedStarts = 0;
      } else if (worker.task?.job.key === message.key) settle(worker, message.drawing, true);
      give(worker);
    });
    const ended = (reason: string) => {
      if (!workers.delete(worker)) return;
      if (worker.state === 'starting') failedStarts++;
      if (worker.task)
        settle(worker, failure(`Mermaid's process ended while it drew this diagram (${reason}).`), false);
      refill();
    };
    child.on('error', (error) => ended(error.message));
    child.on('exit', (code, signal) => ended(signal ?? `exit ${code}`));
  }

  function refill(): void {
    if (failedStarts > 3 || closed) {
      const reason = closed ? 'The drawing was stopped.' : 'Mermaid could not be started.';
      for (const task of waiting.splice(0)) task.done({ drawing: failure(reason), final: false });
      return;
    }
    // Each that starts will take one of those that wait.
    while (workers.size < processes && starting() < waiting.length) start();
  }

  const starting = () => [...workers].filter(({ state }) => state === 'starting').length;

  function give(worker: Worker): void {
    if (worker.state !== 'working' || worker.task) return;
    const task = waiting.shift();
    if (!task) {
      worker.child.channel?.unref();
      return;
    }
    worker.task = task;
    worker.child.channel?.ref();
    worker.timer = setTimeout(() => {
      settle(
        worker,
        failure(
          `This diagram took longer than ${timeoutMs / 1000} s to draw, so it was stopped.`,
          'Split it into smaller diagrams.',
        ),
        false,
      );
      worker.child.kill('SIGKILL');
    }, timeoutMs);
    worker.child.send(task.job, (error) => {
      if (error) worker.child.kill('SIGKILL');
    });
  }

  function settle(worker: Worker, drawing: Drawing, final: boolean): void {
    clearTimeout(worker.timer);
    const { task } = worker;
    worker.task = undefined;
    if (!final) worker.state = 'ending';
    task?.done({ drawing, final });
  }

  return {
    run: (job) =>
      new Promise((done) => {
        waiting.push({ job: { ...job, key: ++next }, done });
        const idle = [...workers].find(({ state, task }) => state === 'working' && !task);
        if (idle) give(idle);
        else refill();
      }),
    size: () => workers.size,
    async close() {
      closed = true;
      const ends = [...workers].map(
        ({ child }) =>
          new Promise<void>((done) =>
            child.exitCode === null && child.signalCode === null ? child.once('exit', () => done()) : done(),
          ),
      );
      for (const { child } of workers) {
        child.ref();
        child.kill('SIGKILL');
      }
      await Promise.all(ends);
      refill();
    },
  };
}

const failure = (message: string, hint?: string): Broken => ({
  kind: 'broken',
  line: 1,
  column: 1,
  message,
  ...(hint ? { hint } : {}),
});
