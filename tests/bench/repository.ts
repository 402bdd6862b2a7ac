import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { contentFiles } from './generate.ts';
import { createRandom, type Random } from './random.ts';

export interface RepositorySize {
  /** How many postmortems. */
  files: number;
  /** How many commits in all, at least one for each postmortem. */
  commits: number;
  seed: number;
}

interface Writer {
  commit(changes: readonly string[]): void;
  write(path: string, text: string): string;
}

/**
 * Makes a repository with a made-up past in place of whatever is there: each postmortem arrives in a commit of its own,
 * and the other commits move a date, hand over, reword, tick off or rename. The same seed gives the same repository.
 */
export function writeRepository(folder: string, { files, commits, seed }: RepositorySize): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const random = createRandom(seed, 'repository');
  const stream: string[] = [];
  let time = Date.UTC(2019, 0, 1) / 1000;
  const writer: Writer = {
    commit(changes) {
      time += random.whole(600, 60_000);
      const message = 'Change something';
      stream.push(
        `commit refs/heads/main\ncommitter Ana <ana@example.org> ${time} +0100\ndata ${message.length}\n${message}\n`,
        ...changes,
        '\n',
      );
    },
    write: (path, text) => `M 100644 inline content/${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  };
  const texts = new Map<string, string>();
  for (const [path, text] of contentFiles({ n: files, seed })) {
    writer.commit([writer.write(path, text)]);
    if (/^postmortems\/.*\.mdx$/.test(path)) texts.set(path, text);
  }
  const paths = [...texts.keys()];
  const others = commits - stream.filter((line) => line.startsWith('commit ')).length;
  for (let count = 0; count < others; count += 1) {
    const at = random.whole(0, paths.length - 1);
    const path = paths[at] ?? '';
    const text = edited(texts.get(path) ?? '', random);
    if (random.chance(0.03)) {
      const next = path.replace(/(-again)*\.mdx$/, (end) => `-again${end}`);
      writer.commit([`R content/${path} content/${next}\n`, writer.write(next, text)]);
      paths[at] = next;
      texts.delete(path);
      texts.set(next, text);
    } else {
      writer.commit([writer.write(path, text)]);
      texts.set(path, text);
    }
  }
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  git(folder, ['fast-import', '--quiet'], stream.join(''));
  git(folder, ['reset', '--quiet', '--hard']);
}

/** The text with one improvement changed; where it has none, with a sentence more. */
function edited(text: string, random: Random): string {
  const kind = random.whole(1, 10);
  const [form, change]: [RegExp, (found: string) => string] =
    kind <= 6
      ? [
          /due:\d{4}-\d{2}-\d{2}/g,
          () => `due:20${random.whole(19, 29)}-0${random.whole(1, 9)}-${random.whole(10, 28)}`,
        ]
      : kind <= 8
        ? [/ @[a-z]+ due:/g, () => ` @${random.one(['ana', 'kai', 'mei', 'sam', 'tove'])} due:`]
        : kind === 9
          ? [/^- \[[ x]\] \w+/gm, (found) => `${found} soon`]
          : [/^## Impact$/gm, (found) => `${found}\n\nOne more sentence, ${random.whole(1, 10_000)}.`];
  const places = [...text.matchAll(form)];
  if (places.length === 0) return `${text}\nOne more sentence, ${random.whole(1, 10_000)}.\n`;
  const { 0: found, index } = random.one(places);
  return text.slice(0, index) + change(found) + text.slice(index + found.length);
}

function git(folder: string, args: readonly string[], input?: string): void {
  const { status, stderr } = spawnSync('git', ['-C', folder, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr}`);
}
