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
