/** The first of a list, and how many more there are. */
export interface Capped<Item> {
  shown: Item[];
  more: number;
}

/** The first `most` items, each made only if it is shown. */
export function capped<Item, Model>(
  items: readonly Item[],
  most: number,
  model: (item: Item) => Model,
): Capped<Model> {
  return { shown: items.slice(0, most).map(model), more: Math.max(0, items.length - most) };
}
