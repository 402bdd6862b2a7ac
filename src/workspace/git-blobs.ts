import { GitError, type GitRun, git } from './git-command.ts';

/** A larger file is not read, as in the content folder. */
const byteLimit = 2_000_000;

/**
 * Reads the texts of blobs in one run of git, each as it comes. Those that are too large, or no UTF-8 text, are left out.
 *
 * @throws GitError also where a blob is missing.
 */
export async function readBlobs(
  run: GitRun,
  blobs: ReadonlySet<string>,
  take: (blob: string, text: string) => void,
): Promise<void> {
  if (blobs.size === 0) return;
  let missing = 0;
  const reader = blobReader(take, () => {
    missing += 1;
  });
  await git(run, ['cat-file', '--batch', '--buffer'], {
    input: `${[...blobs].join('\n')}\n`,
    onData: reader,
  });
  if (missing > 0) throw new GitError('partial-clone', `${missing} versions are not in this clone.`);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Takes apart what `git cat-file --batch` prints: `<hash> blob <size>`, the bytes, a line break; or `<hash> missing`. */
export function blobReader(
  take: (blob: string, text: string) => void,
  miss: () => void,
): (chunk: Buffer) => void {
  let head = '';
  let current: { blob: string; left: number; parts: Buffer[] | null } | null = null;
  const finish = ({ blob, parts }: { blob: string; parts: Buffer[] | null }): void => {
    if (parts === null) return;
    const bytes = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    let text: string;
    try {
      // The line break is not its own.
      text = utf8.decode(bytes.subarray(0, -1));
    } catch {
      return;
    }
    take(blob, text);
  };
  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (current === null) {
        const end = chunk.indexOf(10, at);
        head += chunk.toString('latin1', at, end === -1 ? chunk.length : end);
        if (end === -1) return;
        at = end + 1;
        const [, blob, kind, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(head) ?? [];
        if (blob === undefined && head.endsWith(' missing')) miss();
        head = '';
        if (blob === undefined) continue;
        const isText = kind === 'blob' && Number(size) <= byteLimit;
        current = { blob, left: Number(size) + 1, parts: isText ? [] : null };
      }
      const part = chunk.subarray(at, at + current.left);
      current.parts?.push(part);
      current.left -= part.length;
      at += part.length;
      if (current.left > 0) return;
      finish(current);
      current = null;
    }
  };
}
