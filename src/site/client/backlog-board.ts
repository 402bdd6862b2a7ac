import type { FacetRow } from '../../core/improvement/backlog-view/filter.ts';
import { type BoardColumn, boardOf } from '../../core/improvement/backlog-view/group.ts';
import type { PackedBacklog } from '../../core/improvement/backlog-view/packed.ts';
import { standingOf } from '../../core/improvement/backlog-view/view-row.ts';
import type { ImprovementState } from '../../core/vocabulary.ts';
import { lateSince } from '../dates.ts';
import { backlog, standingWords, backlogView as words } from '../strings/backlog.ts';
import { questionNames, stateNames } from '../strings/vocabulary.ts';

/** So many are shown at first: what has ended should not drown the rest. */
const firstCards = { open: 25, ended: 6 };
const moreCards = 100;

/** The backlog as cards in columns by state; what was dropped stands below. */
export class BacklogBoard {
  readonly element: HTMLElement;
  today = '';
  readonly #linkOf: (at: number) => string;
  readonly #limits = new Map<ImprovementState, number>();

  constructor(element: HTMLElement, linkOf: (at: number) => string) {
    this.element = element;
    this.#linkOf = linkOf;
  }

  show(shown: readonly FacetRow[], all: readonly FacetRow[], limits: PackedBacklog['limits']): void {
    this.#limits.clear();
    this.element.replaceChildren(...boardOf(shown, all, limits).map((column) => this.#column(column)));
  }

  #column(column: BoardColumn): HTMLElement {
    const { state, rows, over } = column;
    const section = make('section', 'board-column');
    section.dataset['state'] = state;
    const heading = make('h2', '', stateNames[state], ' ', make('span', 'board-count', String(rows.length)));
    heading.id = `board-${state}`;
    section.setAttribute('aria-labelledby', heading.id);
    section.append(heading);
    const limit = words.limit(column);
    if (limit !== '') section.append(make('p', over > 0 ? 'board-limit over' : 'board-limit', limit));
    if (rows.length === 0) section.append(make('p', 'board-none', words.none));
    else section.append(...this.#cards(state, rows));
    return section;
  }

  #cards(state: ImprovementState, rows: readonly FacetRow[]): HTMLElement[] {
    const list = make('ul', 'cards');
    const more = make('button', 'quiet board-more') as HTMLButtonElement;
    more.type = 'button';
    const fill = (): void => {
      const limit =
        this.#limits.get(state) ?? firstCards[state === 'closed' || state === 'dropped' ? 'ended' : 'open'];
      list.append(...rows.slice(list.childElementCount, limit).map((row) => this.#card(row)));
      more.hidden = rows.length <= limit;
      more.textContent = words.more(rows.length - limit);
    };
    more.addEventListener('click', () => {
      const before = list.childElementCount;
      this.#limits.set(state, before + moreCards);
      fill();
      list.children[before]?.querySelector('a')?.focus();
    });
    fill();
    return [list, more];
  }

  #card({ row, at }: FacetRow): HTMLElement {
    const standing = standingOf(row, this.today);
    const link = make('a', '', row.title) as HTMLAnchorElement;
    link.href = this.#linkOf(at);
    const owner =
      row.owner === null
        ? make('span', '', backlog.unowned)
        : (make('a', '', row.owner.name) as HTMLAnchorElement);
    if (owner instanceof HTMLAnchorElement && row.owner !== null) owner.href = row.owner.url;
    const severity = make(
      'span',
      'severity',
      make('b', '', String(row.severity.level)),
      ` ${row.severity.name}`,
    );
    severity.dataset['level'] = String(row.severity.level);
    return make(
      'li',
      '',
      make('p', 'card-title', link),
      make(
        'p',
        'card-line',
        owner,
        standing.kind === 'late' && row.due !== null
          ? make('span', 'overdue', lateSince(row.due, standing.days))
          : make('span', '', standingWords(standing)),
      ),
      make('p', 'card-line', severity, questionNames[row.question].name, row.ticket ?? ''),
    );
  }
}

function make(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  // A bare text beside others gets a place of its own in the line.
  const isLine = className === 'card-line';
  element.append(
    ...children
      .filter((child) => child !== '')
      .map((child) => (isLine && typeof child === 'string' ? make('span', '', child) : child)),
  );
  return element;
}
