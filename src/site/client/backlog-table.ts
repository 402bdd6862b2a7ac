import type { FacetRow } from '../../core/improvement/backlog-view/filter.ts';
import { groupByOwner, groupByQuestion } from '../../core/improvement/backlog-view/group.ts';
import type { Column, Sort } from '../../core/improvement/backlog-view/sort.ts';
import { ageOf, isMoving, standingOf, type ViewRow } from '../../core/improvement/backlog-view/view-row.ts';
import type { View } from '../../core/improvement/backlog-view/view-state.ts';
import { ageWords, backlog, standingWords, backlogView as words } from '../strings/backlog.ts';
import { questionNames } from '../strings/vocabulary.ts';

/** Where the cells that know the day stand in a row. */
const cells = { due: 6, age: 7 };

/** So many rows stand in the page at first, and come with each look at its end: what is not there costs no time. */
const batch = 200;

/** The table that the server wrote: its rows are put in order, gathered and left out, never made anew. */
export class BacklogTable {
  readonly element: HTMLTableElement;
  /** The ones that it has, from left to right. */
  readonly columns: Column[];
  readonly #rows: HTMLTableRowElement[];
  readonly #headers: HTMLTableCellElement[];
  readonly #more: HTMLButtonElement;
  /** What it shows, so that nothing moves that may stay. */
  #shown: readonly FacetRow[] | null = null;
  #view: View = 'table';
  /** What is still to come below, group by group. */
  #pending: { head: GroupHead | null; rows: readonly FacetRow[] }[] = [];

  constructor(element: HTMLTableElement, more: HTMLButtonElement, sort: (column: Column) => void) {
    this.element = element;
    this.#more = more;
    this.#rows = [...(element.tBodies[0]?.rows ?? [])];
    this.#headers = [...(element.tHead?.rows[0]?.cells ?? [])];
    this.columns = this.#headers.map(({ dataset }) => dataset['column'] as Column);
    for (const [at, header] of this.#headers.entries()) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      button.addEventListener('click', () => sort(this.columns[at] as Column));
      header.append(button);
    }
    more.addEventListener('click', () => {
      const last = this.#lastRow();
      this.#grow(batch);
      // Whoever came here by keyboard goes on with the first of the new ones.
      const next = last?.nextElementSibling ?? last?.parentElement?.nextElementSibling?.firstElementChild;
      next?.querySelector('a')?.focus();
    });
    new IntersectionObserver(([seen]) => seen?.isIntersecting && this.#grow(batch), {
      rootMargin: '1200px',
    }).observe(more);
    // Paper has no end to scroll to.
    addEventListener('beforeprint', () => this.#grow(Number.POSITIVE_INFINITY));
  }

  titles(): string[] {
    return this.#rows.map((row) => row.cells[0]?.textContent ?? '');
  }

  linkOf(at: number): string {
    return this.#rows[at]?.querySelector('a')?.getAttribute('href') ?? '';
  }

  /** Says of each row what it is on another day than the one it tells of now. */
  turnTo(rows: readonly ViewRow[], today: string): void {
    for (const [at, row] of rows.entries()) {
      const element = this.#rows[at];
      if (!isMoving(row) || !element) continue;
      const standing = standingOf(row, today);
      element.toggleAttribute('data-late', standing.kind === 'late');
      const due = element.cells[cells.due]?.lastElementChild;
      if (due) due.textContent = standingWords(standing);
      const age = element.cells[cells.age];
      if (age) age.textContent = ageWords(ageOf(row, today));
    }
  }

  show(view: View, shown: readonly FacetRow[], sort: Sort | null): void {
    const direction = sort?.descending ? 'descending' : 'ascending';
    for (const [at, header] of this.#headers.entries())
      header.ariaSort = sort?.column === this.columns[at] ? direction : null;
    const isSame =
      this.#view === view &&
      this.#shown?.length === shown.length &&
      shown.every(({ at }, index) => this.#shown?.[index]?.at === at);
    const isFirst = this.#shown === null;
    this.#shown = shown;
    this.#view = view;
    if (isSame) return;
    // Another order begins at its beginning, also for whoever chose it far below.
    if (!isFirst && this.element.getBoundingClientRect().top < 0)
      this.element.scrollIntoView({ behavior: 'instant' });
    for (const body of [...this.element.tBodies]) body.remove();
    this.#pending = this.#groups(view, shown);
    this.#grow(batch);
  }

  /** Lets the next rows follow. */
  #grow(count: number): void {
    let left = count;
    for (let [group] = this.#pending; group !== undefined && left > 0; [group] = this.#pending) {
      const rows = group.rows.slice(0, left).map(({ at }) => this.#rows[at] as HTMLTableRowElement);
      const isBegun = group.head === null && this.#lastRow() !== null;
      const body = isBegun
        ? (this.element.tBodies[this.element.tBodies.length - 1] as Element)
        : document.createElement('tbody');
      if (group.head !== null) body.append(this.#groupRow(group.head));
      body.append(...rows);
      if (!isBegun) this.element.append(body);
      left -= rows.length;
      if (rows.length === group.rows.length) this.#pending.shift();
      else this.#pending[0] = { head: null, rows: group.rows.slice(rows.length) };
    }
    const rest = this.#pending.reduce((sum, { rows }) => sum + rows.length, 0);
    this.#more.hidden = rest === 0;
    this.#more.textContent = words.more(rest);
  }

  #lastRow(): Element | null {
    return this.element.tBodies[this.element.tBodies.length - 1]?.lastElementChild ?? null;
  }

  /** The rows as they stand below each other in a view. */
  ordered(view: View, shown: readonly FacetRow[]): FacetRow[] {
    return this.#groups(view, shown).flatMap(({ rows }) => rows);
  }

  #groups(view: View, shown: readonly FacetRow[]): { head: GroupHead | null; rows: readonly FacetRow[] }[] {
    if (view === 'owner')
      return groupByOwner(shown).map(({ owner, rows, open, late }) => ({
        head: {
          name: owner?.name ?? backlog.unowned,
          url: owner?.url ?? null,
          facts: words.group(rows.length, open, late),
        },
        rows,
      }));
    if (view === 'question')
      return groupByQuestion(shown).map(({ question, rows, open, late }) => ({
        head: { name: questionNames[question].name, url: null, facts: words.group(rows.length, open, late) },
        rows,
      }));
    return [{ head: null, rows: shown }];
  }

  #groupRow({ name, url, facts }: GroupHead): HTMLTableRowElement {
    const row = document.createElement('tr');
    row.className = 'group';
    const head = document.createElement('th');
    head.scope = 'rowgroup';
    head.colSpan = this.columns.length;
    const title = document.createElement(url === null ? 'span' : 'a');
    title.textContent = name;
    if (url !== null) title.setAttribute('href', url);
    const small = document.createElement('small');
    small.textContent = facts;
    head.append(title, ' ', small);
    row.append(head);
    return row;
  }
}

interface GroupHead {
  name: string;
  url: string | null;
  facts: string;
}
