import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import type { Problem } from '../core/diagnostic.ts';

/** What the rules for sense found in a text, from one run of the program to the next. */
export interface KeptFindings {
  /**
   * @param context All that they judge by besides the text.
   * @param find Asks the rules; a pure function of path, text and context.
   */
  of(path: string, text: string, context: string, find: () => Problem[]): Problem[];
  /** Writes what was asked for since it was opened; files that nobody asked about are forgotten. */
  keep(): void;
}

/** Where findings are kept. */
export interface FindingsFile {
  /** Absolute path; made when needed. */
  file: string;
  /** Changes whenever the rules would find something else; not asked for while nothing is kept. */
  code: () => string;
}

/** Asking the rules about fewer texts takes no longer than writing a file. */
const worthWriting = 50;

const place = z.object({ line: z.number(), column: z.number() });
const keptSchema = z.record(
  z.string(),
  z.object({
    stamp: z.string(),
    problems: z.array(
      z.object({
        rule: z.string(),
        severity: z.enum(['error', 'warning', 'advice']),
        place,
        message: z.string(),
        hint: z.string().exactOptional(),
        fix: z
          .object({
            title: z.string(),
            edits: z.array(z.object({ start: place, end: place, text: z.string() })).readonly(),
          })
          .exactOptional(),
      }),
    ),
  }),
);

type Kept = z.infer<typeof keptSchema>;

export function openFindings({ file, code }: FindingsFile): KeptFindings {
  let known: Kept | undefined;
  const asked = new Map<string, { text: string; context: string; problems: Problem[] }>();
  let news = 0;
  let judgedBy: { context: string; hash: Hash } | null = null;
  const stampOf = (text: string, context: string): string => {
    // The same for all files of a run, and longer than most of them.
    if (judgedBy?.context !== context)
      judgedBy = { context, hash: createHash('sha256').update(JSON.stringify([code(), context])) };
    return judgedBy.hash.copy().update(text).digest('base64url').slice(0, 22);
  };
  const knownOf = (path: string, text: string, context: string): Problem[] | null => {
    known ??= read(file);
    const entry = known[path];
    return entry !== undefined && entry.stamp === stampOf(text, context) ? entry.problems : null;
  };
  return {
    of(path, text, context, find) {
      const before = knownOf(path, text, context);
      if (before === null) news += 1;
      const problems = before ?? find();
      asked.set(path, { text, context, problems });
      return problems;
    },
    keep() {
      if (news < worthWriting) return;
      const kept: Kept = {};
      for (const [path, { text, context, problems }] of asked)
        kept[path] = { stamp: stampOf(text, context), problems };
      write(file, JSON.stringify(kept));
      news = 0;
    },
  };
}

function read(file: string): Kept {
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/** Findings that can't be kept cost time, never the check. */
function write(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch {
    return;
  }
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
  }
}
