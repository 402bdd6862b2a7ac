import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importedFrom } from '../core/import/remembered.ts';
import type { Workspace } from '../workspace/load.ts';
import { displayPath } from '../workspace/project.ts';

/** A postmortem at a path where an import would write. */
interface Occupant {
  /** From the project's root. */
  file: string;
  /** Whether it was imported from a source of another name, so that it is another incident. */
  isOther(source: string): boolean;
  /** Whether it was imported at all. */
  isEarlier: boolean;
  fingerprint: string | null;
}

/** What is in the content already, by where it came from. Paths are below the content folder. */
export interface KnownImports {
  /** The file that was made of a source; null where there is none. */
  byFingerprint(fingerprint: string): string | null;
  at(path: string): Occupant | null;
  /** Reads from disk what somebody has written meanwhile. */
  look(path: string): Occupant | null;
  add(path: string, source: string, fingerprint: string): void;
}

export function knownImports({ project, documents, textOf }: Workspace): KnownImports {
  const prints = new Map<string, string>();
  // Two names that differ by capital letters are one address.
  const occupants = new Map<string, Occupant>();
  const keep = (file: string, source: string | null, fingerprint: string | null): Occupant => {
    const found: Occupant = {
      file,
      isOther: (name) => source !== null && source !== spelled(name),
      isEarlier: source !== null,
      fingerprint,
    };
    occupants.set(file.toLowerCase(), found);
    if (fingerprint !== null) prints.set(fingerprint, file);
    return found;
  };
  const keepText = (file: string, text: string): Occupant => {
    const from = importedFrom(text);
    return keep(file, from?.source ?? null, from?.fingerprint ?? null);
  };
  for (const file of documents.keys()) keepText(file, textOf(file) ?? '');
  const shown = (path: string): string => displayPath(project, join(project.content, path));
  return {
    byFingerprint: (fingerprint) => prints.get(fingerprint) ?? null,
    at: (path) => occupants.get(shown(path).toLowerCase()) ?? null,
    look(path) {
      try {
        return keepText(shown(path), readFileSync(join(project.content, path), 'utf8'));
      } catch {
        // It is a folder, or can't be read: taken all the same.
        return keep(shown(path), null, null);
      }
    },
    add: (path, source, fingerprint) => {
      keep(shown(path), spelled(source), fingerprint);
    },
  };
}

/** A name as the comment in the result spells it. */
function spelled(source: string): string {
  return source.replaceAll('*/', '* /').replace(/\s+/g, ' ').trim();
}
