/** For the scripts of lists that can be narrowed down. */
export const chosenWords = {
  chip: (facet: string, value: string) => `${facet}: ${value}`,
  words: (words: string) => `“${words}”`,
  takeAway: (filter: string) => `Take away the filter ${filter}`,
  clear: 'Clear all',
  none: 'Nothing fits.',
  everywhere: (words: string) => `Search everything for “${words}”`,
};
