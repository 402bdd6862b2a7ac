import { searchPath } from '../paths.ts';
import { chosenWords as words } from '../strings/chosen.ts';
import { button, make } from './elements.ts';

/** One thing that a list is narrowed by. */
export interface Chosen {
  text: string;
  remove: () => void;
}

/** All that a list is narrowed by. */
export interface Choice {
  chosen: readonly Chosen[];
  clear: () => void;
  /** What was typed, where nothing in the list has it: perhaps something else does. */
  elsewhere: string | null;
  /** Where the focus goes once the last chip is gone. */
  field: () => HTMLElement | null | undefined;
}

/** Shows what a list is narrowed by, each as a chip that takes it away. */
export function showChosen(chips: HTMLElement, { chosen, clear, elsewhere, field }: Choice): void {
  const items: HTMLElement[] = chosen.map(({ text, remove }) =>
    button(text, remove, { className: 'chip', ariaLabel: words.takeAway(text) }),
  );
  if (chosen.length > 0) items.push(button(words.clear, clear, { className: 'quiet' }));
  if (elsewhere) items.push(make('a', { href: searchPath(elsewhere) }, words.everywhere(elsewhere)));
  const hadFocus = chips.contains(document.activeElement);
  chips.replaceChildren(...items.map((item) => make('li', {}, item)));
  // The chip that was pressed is gone; whoever uses a keyboard stays where they were.
  if (hadFocus) (chips.querySelector('button') ?? field())?.focus();
}

/** The fields of a form that narrow a list; the order of the list is none of it, as it hides nothing. */
function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')].filter(
    ({ name }) => name !== 'sort',
  );
}

/** Takes away all that a list is narrowed by. */
export function clearIn(form: HTMLFormElement, apply: () => void): void {
  for (const field of fieldsOf(form)) field.value = '';
  apply();
}

/** What a form of fields narrows a list by. */
export function chosenIn(form: HTMLFormElement, apply: () => void): Chosen[] {
  return fieldsOf(form).flatMap((field) => {
    const value = field.value.trim();
    if (value === '') return [];
    const label = field.labels?.[0]?.firstChild?.textContent ?? '';
    const text =
      field instanceof HTMLSelectElement
        ? words.chip(label, field.selectedOptions[0]?.textContent ?? value)
        : words.words(value);
    return {
      text,
      remove() {
        field.value = '';
        apply();
      },
    };
  });
}
