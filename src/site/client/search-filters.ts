import { search } from '../strings/search.ts';
import { searchFilters as words } from '../strings/search-filters.ts';
import { statusNames } from '../strings/status.ts';
import type { FilterCounts, Filters } from './pagefind.ts';
import { element } from './search-html.ts';

const kinds = ['postmortem', 'improvement', 'risk', 'handbook', 'system', 'team', 'person'];
/** Kinds that are places on a postmortem's page. */
const pieceKinds = ['improvement', 'risk'];
const selects = ['severity', 'status', 'system', 'team', 'year', 'tag'];

/** Kinds as chips, of which several may be chosen; every other filter as a list of its values with their counts. */
export class SearchFilters {
  root = element('div', { class: 'search-filters', role: 'group', 'aria-label': search.filters, hidden: '' });
  #chips = new Map<string, { box: HTMLInputElement; count: Text; label: HTMLElement }>();
  #selects = new Map<string, HTMLSelectElement>();
  #clear = element('button', { type: 'button', hidden: '' }, words.clear);
  #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.root.addEventListener('change', () => this.#changed());
    this.#clear.addEventListener('click', () => {
      for (const { box } of this.#chips.values()) box.checked = false;
      for (const select of this.#selects.values()) select.value = '';
      this.root.querySelector('input')?.focus();
      this.#changed();
    });
  }

  /** What Pagefind is asked for; null where nothing is chosen. */
  wanted(): Filters | null {
    const filters: Filters = {};
    const any = [...this.#chips].filter(([, { box }]) => box.checked).map(([kind]) => kind);
    if (any.length > 0) filters.kind = { any };
    for (const [name, { value }] of this.#selects) if (value) filters[name] = value;
    this.#clear.hidden = Object.keys(filters).length === 0;
    return this.#clear.hidden ? null : filters;
  }

  /** The kinds of piece that are wanted, where whole pages are not; null where they are. */
  pieces(): ReadonlySet<string> | null {
    const chosen = [...this.#chips].filter(([, { box }]) => box.checked).map(([kind]) => kind);
    return chosen.length > 0 && chosen.every((kind) => pieceKinds.includes(kind)) ? new Set(chosen) : null;
  }

  /** Shows every value the index knows, with how many of the present results carry it. */
  offer(known: FilterCounts, counts: FilterCounts = known): void {
    if (this.root.childElementCount === 0) this.#build(known);
    for (const [kind, { count, box, label }] of this.#chips) {
      const number = counts.kind?.[kind] ?? 0;
      // Pagefind counts pages, and a page holds many improvements.
      if (!pieceKinds.includes(kind)) count.data = box.checked || number > 0 ? ` ${number || ''}` : '';
      label.toggleAttribute('data-none', number === 0 && !box.checked);
    }
    for (const [name, select] of this.#selects) {
      select.classList.toggle('set', select.value !== '');
      for (const option of select.options)
        if (option.value) {
          const number = counts[name]?.[option.value] ?? 0;
          option.textContent = `${valueName(name, option.value)} (${number})`;
          option.hidden = number === 0 && !option.selected;
        }
    }
    this.root.hidden = false;
  }

  #build(known: FilterCounts): void {
    const group = element('fieldset', {});
    group.append(element('legend', { class: 'visually-hidden' }, words.filterNames.kind));
    for (const kind of kinds) {
      if (!known.kind?.[kind]) continue;
      const label = element('label', { class: 'chip' });
      const box = element('input', { type: 'checkbox', value: kind });
      const count = document.createTextNode('');
      label.append(box, words.kindNames[kind] ?? kind, count);
      this.#chips.set(kind, { box, count, label });
      group.append(label);
    }
    this.root.append(group);
    for (const name of selects) {
      const values = Object.keys(known[name] ?? {});
      if (values.length === 0) continue;
      const title = words.filterNames[name] ?? name;
      const select = element('select', { 'aria-label': title });
      select.append(element('option', { value: '' }, title));
      for (const value of name === 'year' ? values.toSorted().reverse() : values.toSorted())
        select.append(element('option', { value }, valueName(name, value)));
      this.#selects.set(name, select);
      this.root.append(select);
    }
    this.root.append(this.#clear);
  }
}

function valueName(name: string, value: string): string {
  if (name === 'severity') return `${search.severity} ${value}`;
  if (name === 'status') return statusNames[value as keyof typeof statusNames] ?? value;
  return value;
}
