import { join, resolve } from 'node:path';
import process from 'node:process';
import { closest } from '../core/catalog/closest.ts';
import { listContent } from './content-files.ts';
import { displayPath, type Project, UsageError } from './project.ts';

/** The file of a postmortem. */
export interface FoundPostmortem {
  id: string;
  /** Absolute. */
  path: string;
  /** As reports show it. */
  file: string;
}

/**
 * The postmortem that a person means: by its id, the path of its file, its address on the site, or a part of its id that no
 * other one has. Reads no file.
 *
 * @throws UsageError where there is none, or more than one; it names those that may have been meant.
 */
export function findPostmortem(project: Project, named: string): FoundPostmortem {
  const ids = listContent(project).paths.flatMap((path) => /^postmortems\/(.+)\.mdx$/.exec(path)?.[1] ?? []);
  const found = (id: string): FoundPostmortem => {
    const path = join(project.content, 'postmortems', `${id}.mdx`);
    return { id, path, file: displayPath(project, path) };
  };
  const absolute = resolve(process.env.INIT_CWD ?? process.cwd(), named);
  const byPath = ids.find((id) => found(id).path === absolute);
  if (byPath !== undefined) return found(byPath);
  const wanted = named
    .replaceAll('\\', '/')
    .replace(/[?#].*$/, '')
    .replace(/^.*?postmortems\//, '')
    .replace(/^\.?\/|\/$/g, '')
    .replace(/\.mdx$/, '')
    .toLowerCase();
  const exact = ids.find((id) => id.toLowerCase() === wanted);
  if (exact !== undefined) return found(exact);
  // A whole run of words goes before a run of letters: "fax" is not "faxes" where both are there.
  const words = ids.filter((id) =>
    `-${id.replaceAll('/', '-')}-`.includes(`-${wanted.replaceAll('/', '-')}-`),
  );
  const parts = words.length > 0 ? words : ids.filter((id) => wanted !== '' && id.includes(wanted));
  if (parts.length === 1 && parts[0] !== undefined) return found(parts[0]);
  if (parts.length > 1)
    throw new UsageError(
      `"${named}" may be any of ${parts.length}: ${listed(parts)}. Write more of the one you mean.`,
    );
  const near = nearest(wanted, ids);
  throw new UsageError(
    `There is no postmortem "${named}". ${
      near.length > 0
        ? `Did you mean ${near.join(' or ')}?`
        : ids.length === 0
          ? 'npm run new begins one.'
          : `The latest are: ${listed(latestFirst(ids))}`
    }`,
  );
}

/** Up to three, the nearest first; a run of its words as long as what is wanted stands for a name as well. */
function nearest(wanted: string, ids: readonly string[]): string[] {
  const { length } = wanted.split(/[-/]/);
  const names = new Map<string, string>();
  for (const id of ids) {
    const words = id.split(/[-/]/);
    for (const at of words.keys()) names.set(words.slice(at, at + length).join('-'), id);
    names.set(id, id);
  }
  const near: string[] = [];
  while (near.length < 3) {
    const name = closest(wanted, names.keys());
    const id = name === null ? undefined : names.get(name);
    if (id === undefined) break;
    near.push(id);
    for (const [key, value] of names) if (value === id) names.delete(key);
  }
  return near;
}

/** Those that begin with a date, the latest first; then the others. */
function latestFirst(ids: readonly string[]): string[] {
  const isDated = (id: string): boolean => /^\d{4}-/.test(id);
  return [...ids.filter(isDated).toSorted().toReversed(), ...ids.filter((id) => !isDated(id))];
}

function listed(ids: readonly string[]): string {
  return `${ids.slice(0, 8).join(', ')}${ids.length > 8 ? ', …' : ''}`;
}
