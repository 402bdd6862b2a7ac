import { search } from '../strings/search.ts';
import type { SiteSearch } from './site-search.ts';
import './site-search.ts';

let dialog: HTMLDialogElement | undefined;

/**
 * Opens the search over the page. Closing gives the focus back to where it was.
 *
 * @param typed what the reader wrote before the field was there.
 */
export function openSearchDialog(typed: string): void {
  dialog ??= create();
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector<SiteSearch>('site-search')?.begin(typed);
}

function create(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'search-dialog';
  made.setAttribute('aria-label', search.title);
  made.append(document.createElement('site-search'));
  // A click on the backdrop lands on the dialog itself, never on what it holds.
  made.addEventListener('click', ({ target }) => target === made && made.close());
  document.body.append(made);
  return made;
}
