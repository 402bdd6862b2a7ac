import type { Mended } from '../../render/search/mend.ts';
import { path } from '../paths.ts';
import { search as words } from '../strings/search.ts';
import { type FilterCounts, type Pagefind, pagefind, type Result } from './pagefind.ts';
import type { SearchFilters } from './search-filters.ts';
import { element } from './search-html.ts';
import { pieceOf, resultItem, shows } from './search-result.ts';
import { hasSingleKeys, useSingleKeys } from './single-keys.ts';

/** Improvements and risks have no record of their own, so how many fit is known once their incidents are there: so many are looked into. */
const mostLookedInto = 64;

const pageSize = 5;
const debounce = 30;
/** Whoever goes on typing is not told that the beginning of a word is none. */
const rest = 250;

/**
 * The search: a field, filters, and results as a plain list of links that the arrow keys walk through.
 * In the dialog it stands alone; on its own page (`data-page`) it keeps its question in the address.
 */
export class SiteSearch extends HTMLElement {
  #form = element('form', { class: 'search-form', role: 'search', action: path('/search/') });
  #input = element('input', {
    type: 'text',
    name: 'q',
    'aria-label': words.title,
    placeholder: words.placeholder,
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
  });
  #status = element('p', { class: 'search-status', role: 'status' });
  /** What is said of an answer that is not to what was typed, or of none. */
  #aside = element('div', { class: 'search-aside' });
  #results = element('ol', { class: 'search-results' });
  #more = element('button', { class: 'button search-more', type: 'button', hidden: '' }, words.more);
  #timer = 0;
  #turn = 0;
  /** The turn whose answer is on show. While a word is being typed, an answer for its beginning is better than none. */
  #shown = 0;
  #found: Result[] = [];
  #pieces: ReadonlySet<string> | null = null;
  #mending: Mended | null = null;
  /** With their values they weigh a seventh of a first search, so in the dialog they come when they are asked for. */
  #filters: SearchFilters | null = null;
  #wantsFilters = false;
  #knowsFilters = false;

  connectedCallback(): void {
    if (this.#form.isConnected) return;
    this.#form.append(this.#input);
    this.#wantsFilters = this.#onPage;
    if (!this.#onPage) {
      const filters = element('button', { type: 'button' }, words.filters);
      filters.addEventListener('click', () => void this.#showFilters(filters));
      const close = element('button', { type: 'button' }, words.close);
      close.addEventListener('click', () => this.closest('dialog')?.close());
      this.#form.append(filters, close);
    }
    const output = element('div', { class: 'search-output' });
    output.append(this.#status, this.#aside, this.#results, this.#more);
    const keys = element('p', { class: 'search-keys' });
    const arrows = element('span', {});
    arrows.append(element('kbd', {}, '↑'), ' ', element('kbd', {}, '↓'), ` ${words.keys}`);
    keys.append(arrows, slashSwitch());
    this.replaceChildren(this.#form, output, keys);

    this.#input.addEventListener('input', () => this.#later());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#open();
    });
    this.#more.addEventListener('click', () => void this.#showMore());
    this.addEventListener('keydown', (event) => this.#walk(event));
    if (this.#onPage) {
      this.#input.value = new URLSearchParams(location.search).get('q') ?? '';
      this.begin();
    }
  }

  /** Takes the focus and gets the index ready. */
  begin(typed = ''): void {
    if (typed) this.#input.value = typed;
    this.#input.focus();
    if (!typed) this.#input.select();
    this.#search();
  }

  get #onPage(): boolean {
    return 'page' in this.dataset;
  }

  /** Opens the first result. One that answers something else than was typed is read first. */
  async #open(): Promise<void> {
    if (this.#timer || this.#shown !== this.#turn) {
      await this.#search();
      if (this.#mending?.missing.length) return;
    }
    const [first] = this.#links();
    if (this.#onPage) first?.focus();
    else first?.click();
  }

  #later(): void {
    const term = this.#input.value.trim();
    if (term)
      pagefind().then(
        (index) => index.preload(term),
        () => {},
      );
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#search(), debounce);
  }

  async #search(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#turn += 1;
    const turn = this.#turn;
    const term = this.#input.value.trim();
    if (this.#onPage)
      history.replaceState(null, '', term ? `?q=${encodeURIComponent(term)}` : location.pathname);
    try {
      const index = await pagefind();
      const filters = this.#filters?.wanted() ?? null;
      if (!term && !filters) {
        this.#shown = turn;
        this.#found = [];
        this.#mending = null;
        this.#aside.replaceChildren();
        this.#results.replaceChildren();
        this.#more.hidden = true;
        this.#status.textContent = words.start;
        // The filters' files would stand in the way of a first search that is being typed right now.
        await new Promise((resolve) => setTimeout(resolve, 200));
        await this.#offerFilters(index, term, turn);
        return;
      }
      await this.#ask(index, term, turn);
    } catch {
      if (turn === this.#turn) this.#fail();
    }
  }

  async #ask(index: Pagefind, typed: string, turn: number): Promise<void> {
    const filters = this.#filters?.wanted() ?? null;
    const pieces = (typed && this.#filters?.pieces()) || null;
    const lookUp = async (term: string) => {
      const answer = await index.search(term || null, filters ? { filters } : {});
      const results = pieces ? await holding(answer.results, pieces) : answer.results;
      return {
        results,
        shown: results.slice(0, pageSize).map((result) => result.data()),
        of: answer.filters,
      };
    };
    let answer = await lookUp(typed);
    if (turn < this.#shown) return;
    let best = await answer.shown[0];
    let mending: Mended | null = null;
    let late: typeof import('./search-mending.ts') | null = null;
    const isLoose = typed !== '' && !/^".+"$/.test(typed);
    if (!best || (isLoose && !shows(best, typed))) {
      late = await import('./search-mending.ts');
      if (isLoose) {
        mending = await late.mended(index, typed);
        if (mending.missing.length > 0) await new Promise((resolve) => setTimeout(resolve, rest));
        if (turn !== this.#turn) return;
        answer = mending.term === '' ? { results: [], shown: [], of: {} } : await lookUp(mending.term);
        best = await answer.shown[0];
      }
    }
    if (turn < this.#shown) return;
    const { results } = answer;
    this.#shown = turn;
    this.#found = results;
    this.#pieces = pieces;
    this.#mending = mending;
    this.#results.replaceChildren(...(best ? [resultItem(best, pieces)] : []));
    this.#more.hidden = results.length <= pageSize;
    const told =
      best && !mending?.missing.length
        ? null
        : late?.telling({
            term: typed,
            mending,
            count: results.length,
            isFiltered: filters !== null,
            searchExactly: (term) => this.begin(term),
          });
    this.#status.textContent = told?.status ?? words.found(results.length, typed);
    this.#aside.replaceChildren(...(told?.more ?? []));
    const others = (await Promise.all(answer.shown)).slice(1);
    if (turn !== this.#shown) return;
    this.#results.append(...others.map((found) => resultItem(found, pieces)));
    await this.#offerFilters(index, mending?.term ?? typed, turn, answer.of);
  }

  /** @param counts of the answer on show, as far as the filters were there when it was asked for. */
  async #offerFilters(index: Pagefind, term: string, turn: number, counts?: FilterCounts): Promise<void> {
    if (!this.#wantsFilters || turn !== this.#turn) return;
    const [{ SearchFilters }, known] = await Promise.all([import('./search-filters.ts'), index.filters()]);
    if (!this.#filters) {
      this.#filters = new SearchFilters(() => this.#search());
      this.#form.after(this.#filters.root);
    }
    const filters = this.#filters.wanted();
    const counted =
      term && !this.#knowsFilters ? (await index.search(term, filters ? { filters } : {})).filters : counts;
    this.#knowsFilters = true;
    if (turn === this.#turn) this.#filters.offer(known, counted);
  }

  async #showFilters(button: HTMLElement): Promise<void> {
    button.hidden = true;
    this.#wantsFilters = true;
    await this.#search();
    this.#filters?.root.querySelector('input')?.focus();
  }

  async #showMore(): Promise<void> {
    const turn = this.#shown;
    const from = this.#results.children.length;
    const more = await Promise.all(this.#found.slice(from, from + pageSize).map((result) => result.data()));
    if (turn !== this.#shown) return;
    const items = more.map((found) => resultItem(found, this.#pieces));
    this.#results.append(...items);
    this.#more.hidden = this.#results.children.length >= this.#found.length;
    items[0]?.querySelector('a')?.focus();
  }

  #fail(): void {
    this.#aside.replaceChildren();
    this.#more.hidden = true;
    this.#status.textContent = `${words.failed} ${words.failedAdvice}`;
    const list = element('li', {});
    list.append(element('a', { href: path('/postmortems/') }, words.lists));
    this.#results.replaceChildren(list);
  }

  #links(): HTMLAnchorElement[] {
    return [...this.#results.querySelectorAll('a')];
  }

  /** Arrows walk from the field through the results and back; a letter typed on a result goes on in the field. */
  #walk(event: KeyboardEvent): void {
    const { key, target } = event;
    const stops = [this.#input, ...this.#aside.querySelectorAll('a'), ...this.#links()];
    const here = stops.indexOf(target as HTMLInputElement);
    if (here < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (here === 0 && event.isComposing) return;
    const last = stops.length - 1;
    const next =
      key === 'ArrowDown'
        ? Math.min(here + 1, last)
        : key === 'ArrowUp'
          ? Math.max(here - 1, 0)
          : here > 0 && key === 'Home'
            ? 1
            : here > 0 && key === 'End'
              ? last
              : undefined;
    if (next !== undefined) {
      event.preventDefault();
      stops[next]?.focus();
    } else if (here > 0 && (key === 'Backspace' || (key.length === 1 && key !== ' '))) this.#input.focus();
  }
}

/** The results in which one of the wanted pieces matches. */
async function holding(results: readonly Result[], pieces: ReadonlySet<string>): Promise<Result[]> {
  const looked = results.slice(0, mostLookedInto);
  const found = await Promise.all(looked.map((result) => result.data()));
  return looked.filter((_, index) => found[index]?.sub_results.some((part) => pieces.has(pieceOf(part))));
}

/** A key that is a command by itself can be turned off (WCAG 2.1.4). */
function slashSwitch(): HTMLElement {
  const label = element('label', {});
  const box = element('input', { type: 'checkbox' });
  box.checked = hasSingleKeys();
  box.addEventListener('change', () => useSingleKeys(box.checked));
  label.append(box, ' ', element('kbd', {}, '/'), ` ${words.slash}`);
  return label;
}

customElements.define('site-search', SiteSearch);
