/** For the script of the page that stands where there is none. */
export const lost = {
  search: (words: string) => `Search for “${words}”`,
};
