import {
  choose,
  type FacetRow,
  facetRows,
  noFilters,
  optionsOf,
} from '../../core/improvement/backlog-view/filter.ts';
import { type PackedBacklog, unpackBacklog } from '../../core/improvement/backlog-view/packed.ts';
import { backlogOrder, nextSort, sortRows } from '../../core/improvement/backlog-view/sort.ts';
import { isMoving } from '../../core/improvement/backlog-view/view-row.ts';
import {
  firstState,
  readState,
  type Unknown,
  type ViewState,
  views,
  writeState,
} from '../../core/improvement/backlog-view/view-state.ts';
import { day } from '../dates.ts';
import { columnNames, backlogView as words } from '../strings/backlog.ts';
import { BacklogBoard } from './backlog-board.ts';
import { BacklogFilters, filterWords } from './backlog-filters.ts';
import { BacklogTable } from './backlog-table.ts';
import { readersDay } from './readers-day.ts';

/** Shows the backlog as its reader asked: the table that stands in the page, or a board. The address tells which. */
class BacklogView extends HTMLElement {
  connectedCallback(): void {
    const data = this.querySelector('script[type="application/json"]');
    const table = this.querySelector('table');
    if (data && table) start(this, table, JSON.parse(data.textContent ?? '') as PackedBacklog);
    else this.querySelector('.backlog-tools')?.remove();
  }
}

function start(root: HTMLElement, tableElement: HTMLTableElement, packed: PackedBacklog): void {
  const part = <Found extends Element = HTMLElement>(selector: string): Found => {
    const found = root.querySelector<Found>(selector);
    if (found === null) throw new Error(`The backlog has no ${selector}.`);
    return found;
  };
  const table = new BacklogTable(tableElement, part<HTMLButtonElement>('.backlog-more'), (column) =>
    move({ ...state, sort: nextSort(state.sort, column) }),
  );
  const board = new BacklogBoard(part('.board'), (at) => table.linkOf(at));
  const filters = new BacklogFilters(part('form'), part('.chips'), {
    narrow: (chosen) => move({ ...state, filters: chosen }),
    clear: () => move({ ...state, filters: noFilters, words: '' }),
    forget: () => type(''),
  });
  const [search, sort] = [
    part<HTMLInputElement>('input[name=q]'),
    part<HTMLSelectElement>('select[name=sort]'),
  ];
  const rows = unpackBacklog(packed, table.titles());

  let today = '';
  /** The day that the rows of the table tell of. */
  let told = packed.builtOn;
  let all: FacetRow[] = [];
  let sorted: readonly FacetRow[] = [];
  let sortedBy: ViewState['sort'] | undefined;
  let state: ViewState = firstState;
  let shown: readonly FacetRow[] = [];
  /** Typing makes one entry of the browser's history, not one a letter. */
  let isTyping = false;
  let typed: ReturnType<typeof setTimeout> | undefined;

  const show = (): void => {
    if (sortedBy !== state.sort) {
      sorted = sortRows(all, state.sort, today);
      sortedBy = state.sort;
    }
    const choice = choose(sorted, state.filters, state.words);
    shown = choice.shown;
    const { view } = state;
    table.element.hidden = view === 'board';
    board.element.hidden = view !== 'board';
    part('.backlog-more').classList.toggle('aside', view === 'board');
    if (view === 'board') board.show(shown, all, packed.limits);
    else table.show(view, shown, state.sort);
    filters.show(state, choice.counts, shown.length === 0);
    root.dataset['view'] = view;
    for (const button of root.querySelectorAll<HTMLElement>('[data-view][aria-pressed]'))
      button.ariaPressed = String(button.dataset['view'] === view);
    if (search.value.trim() !== state.words) search.value = state.words;
    sort.value = state.sort === null ? '' : `${state.sort.descending ? '-' : ''}${state.sort.column}`;
    const howMany = words.shown(shown.length, rows.length);
    part('output').textContent = howMany;
    const isEndedAsked = endedStates.some((ended) => state.filters.state.includes(ended));
    root.toggleAttribute('data-ended', isEndedAsked);
    const onPaper = isEndedAsked ? shown : shown.filter(({ row }) => isMoving(row));
    part('.backlog-handout').textContent = words.handOut(
      words.shown(onPaper.length, rows.length),
      filterWords(state, options),
      orderWords(state),
    );
  };

  const move = (next: ViewState): void => {
    state = next;
    isTyping = false;
    clearTimeout(typed);
    tell([]);
    show();
    if (writeState(state) !== location.search)
      history.pushState(null, '', `${location.pathname}${writeState(state)}`);
  };

  const type = (text: string): void => {
    state = { ...state, words: text.trim() };
    tell([]);
    show();
    clearTimeout(typed);
    // Browsers refuse addresses that change too often.
    typed = setTimeout(() => {
      const address = `${location.pathname}${writeState(state)}`;
      if (isTyping) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
      isTyping = true;
    }, 250);
  };

  const tell = (unknown: readonly Unknown[]): void => {
    const note = part('.backlog-note');
    note.hidden = unknown.length === 0;
    note.textContent =
      unknown.length === 0 ? '' : words.unknown(unknown.map(({ name, value }) => `${name} “${value}”`));
  };

  const read = (): void => {
    clearTimeout(typed);
    isTyping = false;
    const found = readState(location.search, options);
    state = found.state;
    show();
    tell(found.unknown);
  };

  /** What depends on the day; false where it is still the same one. */
  const turnTo = (date: string): boolean => {
    if (date === today) return false;
    today = date;
    all = backlogOrder(facetRows(rows, today), today);
    sortedBy = undefined;
    if (today !== told) table.turnTo(rows, today);
    told = today;
    board.today = today;
    part('.backlog-built').textContent = words.asOf(day(packed.builtOn), day(today));
    for (const [group, count] of Object.entries(countsOf(all))) {
      const figure = root.querySelector(`.figures [data-group="${group}"] dd`);
      if (figure) figure.textContent = String(count);
      if (group === 'overdue') figure?.parentElement?.classList.toggle('late', count > 0);
    }
    return true;
  };

  turnTo(readersDay());
  const options = optionsOf(all);
  filters.options = options;
  for (const link of root.querySelectorAll<HTMLElement>('.figures [data-group]')) {
    const value = link.dataset['group'] ?? '';
    const anchor = link.querySelector('a');
    if (anchor) anchor.href = writeState({ ...firstState, filters: { ...noFilters, state: [value] } });
    anchor?.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      move({ ...state, filters: { ...noFilters, state: [value] }, words: '' });
    });
  }
  search.addEventListener('input', () => type(search.value));
  sort.addEventListener('change', () => {
    const column = sort.value.replace(/^-/, '') as keyof typeof columnNames;
    move({ ...state, sort: sort.value === '' ? null : { column, descending: sort.value.startsWith('-') } });
  });
  root.addEventListener('submit', (event) => event.preventDefault());
  root.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    const view = views.find((known) => known === button?.dataset['view']);
    if (view !== undefined) return move({ ...state, view });
    const action = button?.dataset['action'];
    if (!button || action === undefined) return;
    if (action === 'print') return print();
    try {
      if (action === 'link') await copyLink(button, writeState(state));
      if (action === 'csv') {
        const { downloadCsv } = await import('./backlog-csv.ts');
        downloadCsv(table.ordered(state.view, shown), today, table.columns);
      }
    } catch {
      say(button, action === 'link' ? words.notCopied : words.failed);
    }
  });
  addEventListener('popstate', read);
  // A page that was left open overnight.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && turnTo(readersDay())) show();
  });
  read();
}

/** On paper only where they are asked for. */
const endedStates = ['closed', 'dropped'];

function countsOf(rows: readonly FacetRow[]): Record<string, number> {
  const counts: Record<string, number> = { open: 0, overdue: 0, closed: 0, dropped: 0 };
  for (const { values } of rows)
    for (const value of values.state) if (value in counts) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function orderWords({ view, sort }: ViewState): string {
  const order =
    sort === null ? words.orderedByBacklog : words.orderedBy(columnNames[sort.column], sort.descending);
  return `${words.grouped[view]}${order}`;
}

async function copyLink(button: HTMLElement, query: string): Promise<void> {
  await navigator.clipboard.writeText(
    new URL(query || location.pathname, location.href.replace(/[?#].*$/, '')).href,
  );
  say(button, words.copied);
}

/** Says it on the button for a moment; its width stays. */
function say(button: HTMLElement, text: string): void {
  button.dataset['label'] ??= button.textContent ?? '';
  button.textContent = text;
  button.role = 'status';
  setTimeout(() => {
    button.textContent = button.dataset['label'] ?? '';
    button.removeAttribute('role');
  }, 1800);
}

customElements.define('backlog-view', BacklogView);
