type Child = Node | string | null | false;

/** An element with its properties and what is in it. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

export function button(text: string, onClick: () => void, properties: Partial<HTMLButtonElement> = {}) {
  const made = make('button', { type: 'button', ...properties }, text);
  made.addEventListener('click', onClick);
  return made;
}

/** A row of a list: it stays the same element for as long as it tells of the same thing, so that nobody loses the place. */
export interface Row<Item> {
  element: HTMLElement;
  update(item: Item): void;
}

/** Keeps a list's rows in step with what they tell of. */
export function rowsOf<Item>(
  list: HTMLElement,
  keyOf: (item: Item) => string,
  create: (item: Item) => Row<Item>,
): (items: readonly Item[]) => void {
  const rows = new Map<string, Row<Item>>();
  return (items) => {
    const wanted = new Set(items.map(keyOf));
    for (const [key, { element }] of rows)
      if (!wanted.has(key)) {
        element.remove();
        rows.delete(key);
      }
    let before: Element | null = null;
    for (const item of items) {
      const key = keyOf(item);
      const row = rows.get(key) ?? create(item);
      rows.set(key, row);
      row.update(item);
      // An element that is moved loses the keyboard, so only what stands elsewhere is.
      const next: Element | null = before === null ? list.firstElementChild : before.nextElementSibling;
      if (row.element !== next) list.insertBefore(row.element, next);
      before = row.element;
    }
  };
}

/** Sets what a field holds, unless somebody is typing in it. */
export function setValue(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (document.activeElement !== field && field.value !== value) field.value = value;
}

/** Hands a text over as a file. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = make('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
