import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { organisationFiles } from './organisation.ts';
import { outlineOf } from './outline.ts';
import { postmortemText } from './postmortem-text.ts';

export interface CorpusSize {
  /** How many postmortems. */
  n: number;
  seed: number;
}

/** The files of a made-up content folder: path below it -> text. The first pages of a larger one are the same. */
export function* contentFiles({ n, seed }: CorpusSize): Generator<[path: string, text: string]> {
  yield* Object.entries(organisationFiles(n, seed));
  yield ['handbook/meeting.mdx', meeting];
  yield ['postmortems/images/queue.svg', picture];
  for (let index = 0; index < n; index += 1) yield [postmortemPath(seed, index), postmortemText(seed, index)];
}

/** Where postmortem `index` lies in its content folder. */
export function postmortemPath(seed: number, index: number): string {
  return `postmortems/${outlineOf(seed, index).id}.mdx`;
}

/** Writes a made-up content folder in place of whatever is there; gives the mean size of a postmortem in bytes. */
export function writeContent(folder: string, size: CorpusSize): number {
  rmSync(folder, { recursive: true, force: true });
  let bytes = 0;
  for (const [path, text] of contentFiles(size)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (/^postmortems\/.*\.mdx$/.test(path)) bytes += Buffer.byteLength(text);
  }
  return Math.round(bytes / size.n);
}

const meeting = `---
title: Running the meeting
description: An hour together, after the fire is out.
order: 1
---

## Before

Invite those who worked on it, **and whoever reported it**.

## The hour

1. Introductions.
2. What blameless means.
3. Summary and timeline.
4. The five questions.
`;

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80" width="200" height="80" role="img">
  <title>Messages that wait</title>
  <path d="M10 70H190M10 70L60 60L90 20L120 50L190 65" fill="none" stroke="#345" stroke-width="2"/>
</svg>
`;
