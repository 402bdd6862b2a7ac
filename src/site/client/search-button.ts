import { path } from '../paths.ts';
import { pagefind } from './pagefind.ts';
import { hasSingleKeys } from './single-keys.ts';

/** A link to the search page, until a script makes it open the search where the reader is. */
class SearchButton extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link || document.querySelector('site-search[data-page]')) return;
    link.setAttribute('aria-haspopup', 'dialog');
    link.setAttribute('aria-keyshortcuts', hasSingleKeys() ? 'Control+K Meta+K /' : 'Control+K Meta+K');
    if (!hasSingleKeys()) this.querySelector('kbd')?.remove();
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void openSearch();
    });
    for (const hint of ['pointerenter', 'focus', 'touchstart'])
      link.addEventListener(hint, () => void load(), { once: true, passive: true });
  }
}

customElements.define('search-button', SearchButton);

document.addEventListener('keydown', (event) => {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && hasSingleKeys();
  if (!command && (!slash || writing(event.target))) return;
  event.preventDefault();
  const onPage = document.querySelector<HTMLInputElement>('site-search[data-page] input');
  if (onPage) onPage.focus();
  else void openSearch();
});

let search: Promise<typeof import('./search-dialog.ts')> | undefined;

/** The search's own script and its index, side by side. */
function load(): NonNullable<typeof search> {
  if (!search) pagefind().catch(() => {}); // The search itself tells of a failure.
  search ??= import('./search-dialog.ts');
  return search;
}

async function openSearch(): Promise<void> {
  let typed = '';
  // What is typed while the script still comes belongs into the field.
  const keep = (event: KeyboardEvent) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    typed += event.key;
  };
  document.addEventListener('keydown', keep, true);
  try {
    const { openSearchDialog } = await load();
    openSearchDialog(typed);
  } catch {
    location.href = path('/search/');
  } finally {
    document.removeEventListener('keydown', keep, true);
  }
}

function writing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:input|select|textarea)$/i.test(target.tagName))
  );
}
