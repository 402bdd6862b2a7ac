import process from 'node:process';

/**
 * How many times the processor time a call takes for four times the size: about 4 where it is linear, 16 where it is
 * quadratic. Counts this process only, so a busy machine does not matter; what takes under 20 ms counts as 1.
 */
export function growth(size: number, run: (size: number) => unknown): number {
  const cost = (of: number): number => {
    const tries = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      run(of);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    });
    return Math.min(...tries);
  };
  run(size);
  const [small, large] = [cost(size), cost(4 * size)];
  return large < 20_000 ? 1 : large / Math.max(small, 1);
}
