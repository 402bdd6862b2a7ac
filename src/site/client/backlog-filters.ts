import {
  type Choice,
  type Facet,
  type Filters,
  facets,
  type Option,
} from '../../core/improvement/backlog-view/filter.ts';
import { toggled, type ViewState } from '../../core/improvement/backlog-view/view-state.ts';
import type { ImprovementState, Question } from '../../core/vocabulary.ts';
import { facetNames, backlogView as words } from '../strings/backlog.ts';
import { chosenWords } from '../strings/chosen.ts';
import { questionNames, stateNames } from '../strings/vocabulary.ts';
import { showChosen } from './chosen-chips.ts';

export type Options = Record<Facet, readonly Option[]>;

interface Answers {
  narrow: (filters: Filters) => void;
  clear: () => void;
  /** The words that were searched for. */
  forget: () => void;
}

/** The menus of the facets, and the chips of what was chosen in them. */
export class BacklogFilters {
  options: Options | null = null;
  readonly #menus = new Map<Facet, HTMLDetailsElement>();
  readonly #chips: HTMLElement;
  readonly #answers: Answers;
  #state: ViewState | null = null;
  #counts: Choice['counts'] | null = null;

  constructor(form: HTMLElement, chips: HTMLElement, answers: Answers) {
    this.#chips = chips;
    this.#answers = answers;
    for (const facet of facets) {
      const menu = form.querySelector<HTMLDetailsElement>(`[data-facet="${facet}"]`);
      if (menu === null) continue;
      this.#menus.set(facet, menu);
      menu.addEventListener('toggle', () => menu.open && this.#fill(facet, menu));
      menu.addEventListener('change', ({ target }) => {
        if (this.#state !== null && target instanceof HTMLInputElement)
          answers.narrow(toggled(this.#state.filters, facet, target.value));
      });
      menu.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !menu.open) return;
        menu.open = false;
        menu.querySelector('summary')?.focus();
      });
      menu.addEventListener('focusout', ({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
      });
    }
    document.addEventListener('click', ({ target }) => {
      for (const menu of this.#menus.values())
        if (menu.open && target instanceof Node && !menu.contains(target)) menu.open = false;
    });
  }

  /** @param isEmpty whether nothing fits. */
  show(state: ViewState, counts: Choice['counts'], isEmpty: boolean): void {
    this.#state = state;
    this.#counts = counts;
    for (const [facet, menu] of this.#menus) {
      const { length } = state.filters[facet];
      const summary = menu.querySelector('summary');
      const name = length === 0 ? facetNames[facet] : `${facetNames[facet]} · ${length}`;
      if (summary && summary.textContent !== name) summary.textContent = name;
      menu.toggleAttribute('data-chosen', length > 0);
      if (menu.open) this.#fill(facet, menu);
    }
    this.#showChips(state, isEmpty);
  }

  #fill(facet: Facet, menu: HTMLElement): void {
    const fieldset = menu.querySelector('fieldset');
    const options = this.options?.[facet];
    if (!fieldset || !options || !this.#state || !this.#counts) return;
    if (fieldset.childElementCount === 1)
      fieldset.append(...options.map((option) => optionLabel(facet, option)));
    for (const [at, label] of [...fieldset.querySelectorAll('label')].entries()) {
      const value = options[at]?.value ?? '';
      const count = this.#counts[facet].get(value) ?? 0;
      const box = label.querySelector('input');
      if (box) box.checked = this.#state.filters[facet].includes(value);
      const figure = label.querySelector('small');
      if (figure) figure.textContent = count.toLocaleString('en');
      label.toggleAttribute('data-none', count === 0);
    }
  }

  #showChips(state: ViewState, isEmpty: boolean): void {
    const { narrow, clear, forget } = this.#answers;
    const chosen = facets.flatMap((facet) =>
      state.filters[facet].map((value) => ({
        text: chosenWords.chip(facetNames[facet], valueName(facet, value, this.options)),
        remove: () => narrow(toggled(state.filters, facet, value)),
      })),
    );
    if (state.words !== '') chosen.push({ text: chosenWords.words(state.words), remove: forget });
    showChosen(this.#chips, {
      chosen,
      clear,
      elsewhere: isEmpty ? state.words : null,
      field: () => this.#menus.get('state')?.querySelector('summary'),
    });
  }
}

/** What the rows are narrowed by, in words. */
export function filterWords({ filters, words: typed }: ViewState, options: Options): string[] {
  const named = facets
    .filter((facet) => filters[facet].length > 0)
    .map((facet) =>
      chosenWords.chip(
        facetNames[facet].toLowerCase(),
        filters[facet].map((value) => valueName(facet, value, options)).join(', '),
      ),
    );
  return typed === '' ? named : [...named, chosenWords.words(typed)];
}

function valueName(facet: Facet, value: string, options: Options | null): string {
  if (facet === 'state') return words.stateValues[value] ?? stateNames[value as ImprovementState];
  if (facet === 'due') return words.dueValues[value] ?? value;
  if (facet === 'question') return questionNames[value as Question].name;
  const name = options?.[facet].find((option) => option.value === value)?.name ?? null;
  if (name === null) return words.without[facet] ?? value;
  return facet === 'severity' ? `${value} ${name}` : name;
}

function optionLabel(facet: Facet, option: Option): HTMLElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.value = option.value;
  const name = document.createElement('span');
  name.textContent = valueName(facet, option.value, { [facet]: [option] } as unknown as Options);
  label.append(box, name, document.createElement('small'));
  return label;
}
