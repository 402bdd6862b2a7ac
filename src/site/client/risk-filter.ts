import { riskFilter } from '../strings/risks.ts';
import { chosenIn, clearIn, showChosen } from './chosen-chips.ts';

interface Row {
  element: HTMLElement;
  state: string;
  work: string;
  systems: string[];
  teams: string[];
}

/** Filters the register by what its rows already say; the choice stands in the address. */
class RiskFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const output = this.querySelector('output');
    const chips = this.querySelector<HTMLElement>('.chips');
    const sections = [...this.querySelectorAll('section')];
    if (!form || !output || !chips || sections.length === 0) {
      form?.remove();
      return;
    }
    const rows = [...this.querySelectorAll<HTMLElement>('.risks > li')].map(readRow);

    const apply = () => {
      const wanted = Object.fromEntries(
        [...new FormData(form)].map(([name, value]) => [name, String(value)]),
      );
      let shown = 0;
      for (const row of rows) {
        row.element.hidden = !fits(row, wanted);
        if (!row.element.hidden) shown += 1;
      }
      for (const section of sections) section.hidden = !section.querySelector('.risks > li:not([hidden])');
      output.textContent = riskFilter.shown(shown, rows.length);
      showChosen(chips, {
        chosen: chosenIn(form, apply),
        clear: () => clearIn(form, apply),
        elsewhere: null,
        field: () => form.querySelector('select'),
      });
      const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString();
      history.replaceState(null, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
    };

    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name);
      if (!(field instanceof HTMLSelectElement)) continue;
      field.value = value;
      // A value that no risk has any more.
      if (field.selectedIndex === -1) field.value = '';
    }
    form.addEventListener('input', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    apply();
  }
}

function readRow(element: HTMLElement): Row {
  const texts = (selector: string) =>
    [...element.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
  return {
    element,
    work: element.dataset['work'] ?? '',
    state: element.closest('section')?.dataset['state'] ?? '',
    systems: texts('.system'),
    teams: texts('.team'),
  };
}

function fits(row: Row, { work, state, system, team }: Record<string, string>): boolean {
  return (
    (!work || row.work === work) &&
    (!state || row.state === state) &&
    (!system || row.systems.includes(system)) &&
    (!team || row.teams.includes(team))
  );
}

customElements.define('risk-filter', RiskFilter);
