import { join } from 'node:path';
import { git } from './git-command.ts';
import type { Project } from './project.ts';

/** Few burn at a time; each costs a run of git. */
const most = 20;

/**
 * When postmortems were last committed, by id, in milliseconds since 1970: the author's time, which rebasing leaves alone.
 * One that never was is not in it, and without git none is.
 */
export async function lastCommits(
  { content }: Pick<Project, 'content'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const run = { program: 'git', folder: content, signal: AbortSignal.timeout(10_000) };
  const found = await Promise.all(
    ids.slice(0, most).map(async (id): Promise<[string, number][]> => {
      try {
        const file = join(content, 'postmortems', `${id}.mdx`);
        const seconds = Number((await git(run, ['log', '-1', '--format=%at', '--', file])).toString().trim());
        return seconds > 0 ? [[id, seconds * 1000]] : [];
      } catch {
        return [];
      }
    }),
  );
  return new Map(found.flat());
}
