import { readSettings } from '../../../src/core/catalog/settings.ts';
import type { Problem } from '../../../src/core/diagnostic.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';

/** What `check` finds in one file, in an organisation where only ana and dana work. */
export function readFile(text: string): Problem[] {
  return readPostmortem({
    id: 'a',
    file: 'content/postmortems/a.mdx',
    document: readDocument(text),
    settings: readSettings(null).value,
    systemIds: new Set(['fax-gateway']),
    handles: new Set(['ana', 'dana']),
  }).problems;
}
