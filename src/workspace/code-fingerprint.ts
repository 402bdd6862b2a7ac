import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from './project.ts';

let fingerprint: string | undefined;

/** Of everything that judges content and makes pages: a change there must not leave old findings or pages standing. */
export function codeFingerprint({ root }: Pick<Project, 'root'>): string {
  if (fingerprint !== undefined) return fingerprint;
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'astro.config.mjs']) hash.update(readFileSync(join(root, file)));
  for (const room of ['core', 'render', 'workspace', 'site'])
    for (const entry of readdirSync(join(root, 'src', room), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)));
  fingerprint = hash.digest('hex');
  return fingerprint;
}
