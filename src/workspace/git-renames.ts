import { type GitRun, git } from './git-command.ts';
import type { LoggedCommit } from './git-log.ts';

/**
 * Where files were before they came into the places that were asked for: git sees a renaming only where it is asked for
 * both of its ends.
 *
 * @param places Folders with a slash at their end, and single files.
 * @returns More of them, none of which lies in `places`.
 * @throws GitError
 */
export async function earlierPlaces(
  run: GitRun,
  commits: readonly LoggedCommit[],
  places: readonly string[],
): Promise<string[]> {
  const pairs = commits.flatMap(({ hash, parent, changes }) =>
    parent !== null && changes.some(({ isNew }) => isNew) ? [`${hash} ${parent}\n`] : [],
  );
  if (pairs.length === 0) return [];
  const output = await git(
    run,
    [
      'diff-tree',
      '--stdin',
      '-r',
      '-z',
      '--raw',
      '--no-commit-id',
      '-M',
      '-l1000',
      '--diff-filter=R',
      '--no-relative',
      '--no-ext-diff',
    ],
    { input: pairs.join('') },
  );
  const earlier = new Set<string>();
  const fields = output.toString().split('\0');
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [from = '', to = ''] = [fields[at + 1], fields[at + 2]];
    const place = places.find((known) => isIn(to, known));
    if (place === undefined || !from.endsWith('.mdx') || places.some((known) => isIn(from, known))) continue;
    // A file that kept its path below a folder came with all of that folder.
    const tail = place.endsWith('/') ? `/${to.slice(place.length)}` : null;
    earlier.add(tail !== null && from.endsWith(tail) ? from.slice(0, 1 - tail.length) : from);
  }
  return [...earlier];
}

function isIn(path: string, place: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place;
}
