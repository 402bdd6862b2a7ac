import type { FacetRow } from '../../core/improvement/backlog-view/filter.ts';
import { groupByOwner, groupByQuestion } from '../../core/improvement/backlog-view/group.ts';
import type { Column, Sort } from '../../core/improvement/backlog-view/sort.ts';
import { ageOf, isMoving, standingOf, type ViewRow } from '../../core/improvement/backlog-view/view-row.ts';
import type { View } from '../../core/improvement/backlog-view/view-state.ts';
import { ageWords, backlog, questionNames, standingWords, backlogView as words } from '../strings.ts';

/** Where the cells that know the day stand in a row. */
const cells = { due: 6, age: 7 };

/** The table that the server wrote: its rows are put in order, gathered and left out, never made anew. */
export class BacklogTable {
  readonly element: HTMLTableElement;
  /** The ones that it has, from left to right. */
  readonly columns: Column[];
  readonly #rows: HTMLTableRowElement[];
  readonly #headers: HTMLTableCellElement[];
  /** What it shows, so that nothing moves that may stay. */
  #shown: readonly FacetRow[] | null = null;
  #view: View = 'table';

  constructor(element: HTMLTableElement, sort: (column: Column) => void) {
    this.element = element;
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
  }

  titles(): string[] {
    return this.#rows.map((row) => row.cells[0]?.textContent ?? '');
  }

  linkOf(at: number): string {
    return this.#rows[at]?.querySelector('a')?.getAttribute('href') ?? '';
  }

  /** Says of each row what it is on another day than the one the server wrote about. */
  turnTo(rows: readonly ViewRow[], today: string, writtenFor: string): void {
    if (today === writtenFor && this.#shown === null) return;
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
    this.#shown = shown;
    this.#view = view;
    if (isSame) return;
    const bodies = this.#groups(view, shown).map(({ head, rows }) => {
      const body = document.createElement('tbody');
      if (head) body.append(this.#groupRow(head));
      for (const { at } of rows) body.append(this.#rows[at] as HTMLTableRowElement);
      return body;
    });
    for (const body of [...this.element.tBodies]) body.remove();
    this.element.append(...bodies);
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
