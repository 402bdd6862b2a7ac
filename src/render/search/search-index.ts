import * as pagefind from 'pagefind';
import { knownWords } from './known-words.ts';
import type { SearchRecord } from './record-html.ts';

/** A file of the search index: its path below `pagefind/` and its bytes. */
export interface SearchFile {
  path: string;
  content: Uint8Array;
}

/**
 * Builds the search index in Pagefind's own process, beside whatever this one does meanwhile. Its files come back as
 * bytes: Pagefind's own writing answers before they are on the disk, and stopping it then leaves some of them empty.
 *
 * @throws Error with Pagefind's words where it refuses a record.
 */
export async function buildSearchIndex(records: readonly SearchRecord[]): Promise<SearchFile[]> {
  const { index, errors } = await pagefind.createIndex({});
  if (index === undefined) throw new Error(`The search index could not be started: ${errors.join('; ')}`);
  try {
    const answers: Promise<{ errors: string[] }>[] = [];
    for (const { url, html } of records) answers.push(index.addHTMLFile({ url, content: html }));
    for (const answer of await Promise.all(answers)) refuse(answer.errors);
    const written = index.getFiles();
    // While Pagefind writes in its own process.
    const words = Buffer.from(knownWords(records.map(({ html }) => html)));
    const answer = await written;
    refuse(answer.errors);
    return [
      ...answer.files.filter(({ path }) => !ownInterface.test(path)),
      { path: wordsFile, content: words },
    ];
  } finally {
    await index.deleteIndex();
    await pagefind.close();
  }
}

/** The words of the records, for correcting what somebody mistyped. */
const wordsFile = 'words.txt';

/** Pagefind's ready-made search boxes, of which the site has its own. */
const ownInterface = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`The search index refused a page: ${errors.join('; ')}`);
}
