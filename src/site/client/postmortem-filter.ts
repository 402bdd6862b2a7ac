import { listFilter } from '../strings/list.ts';
import { chosenIn, clearIn, showChosen } from './chosen-chips.ts';

interface Row {
  element: HTMLElement;
  words: string;
  severity: string;
  status: string;
  systems: string[];
  tags: string[];
  date: string;
  minutes: Record<string, number>;
}

/** Filters and sorts the list by what its rows already say; the choice stands in the address. */
class PostmortemFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const output = this.querySelector('output');
    const chips = this.querySelector<HTMLElement>('.chips');
    const sections = [...this.querySelectorAll('section')];
    const first = sections[0]?.querySelector('ul');
    if (!form || !output || !chips || !first) {
      form?.remove();
      return;
    }
    const rows = [...this.querySelectorAll<HTMLElement>('.postmortems > li')].map(readRow);
    const homes = rows.map(({ element }) => element.parentElement);
    let sorted = '';

    const arrange = (sort: string) => {
      if (sort === sorted) return;
      sorted = sort;
      if (sort === '') for (const [index, { element }] of rows.entries()) homes[index]?.append(element);
      else first.append(...rows.toSorted(orders[sort]).map(({ element }) => element));
    };
    const apply = () => {
      const wanted = Object.fromEntries(
        [...new FormData(form)].map(([name, value]) => [name, String(value)]),
      );
      arrange(wanted.sort ?? '');
      let shown = 0;
      for (const row of rows) {
        row.element.hidden = !fits(row, wanted);
        if (!row.element.hidden) shown += 1;
      }
      for (const section of sections) {
        section.hidden = !section.querySelector('li:not([hidden])');
        section.querySelector('h2')?.toggleAttribute('hidden', sorted !== '');
      }
      output.textContent = listFilter.shown(shown, rows.length);
      showChosen(chips, {
        chosen: chosenIn(form, apply),
        clear: () => clearIn(form, apply),
        elsewhere: shown === 0 ? (wanted.q?.trim() ?? null) : null,
        field: () => form.querySelector('input'),
      });
      const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString();
      history.replaceState(null, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
    };

    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        field.value = value;
        // A value that no postmortem has any more.
        if (field instanceof HTMLSelectElement && field.selectedIndex === -1) field.value = '';
      }
    }
    form.addEventListener('input', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    apply();
  }
}

const newest = (a: Row, b: Row) => b.date.localeCompare(a.date);
const longest = (name: string) => (a: Row, b: Row) =>
  (b.minutes[name] ?? -1) - (a.minutes[name] ?? -1) || newest(a, b);
const orders: Record<string, (a: Row, b: Row) => number> = {
  oldest: (a, b) => newest(b, a),
  severity: (a, b) => Number(a.severity) - Number(b.severity) || newest(a, b),
  detect: longest('detect'),
  resolve: longest('resolve'),
};

function readRow(element: HTMLElement): Row {
  const texts = (selector: string) =>
    [...element.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
  const data = (selector: string, name: string) =>
    element.querySelector<HTMLElement>(selector)?.dataset[name] ?? '';
  return {
    element,
    words: (element.textContent ?? '').toLowerCase(),
    severity: data('.severity', 'level'),
    status: data('.status', 'status'),
    systems: texts('.system'),
    tags: texts('.tag'),
    date: element.querySelector('time')?.dateTime ?? '',
    minutes: Object.fromEntries(
      [...element.querySelectorAll<HTMLElement>('[data-duration]')].map(({ dataset }) => [
        dataset.duration,
        Number(dataset.minutes),
      ]),
    ),
  };
}

function fits(row: Row, { q = '', severity, status, system, tag }: Record<string, string>): boolean {
  return (
    (!severity || row.severity === severity) &&
    (!status || row.status === status) &&
    (!system || row.systems.includes(system)) &&
    (!tag || row.tags.includes(tag)) &&
    q
      .toLowerCase()
      .split(/\s+/)
      .every((word) => row.words.includes(word))
  );
}

customElements.define('postmortem-filter', PostmortemFilter);
