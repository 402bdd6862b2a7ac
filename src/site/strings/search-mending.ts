import { wordList } from '../../core/word-list.ts';

const quoted = (words: readonly string[]): string => wordList(words.map((word) => `“${word}”`));

/** For the script of the search, where nothing has what was typed. */
export const searchMending = {
  instead: (missing: readonly string[], term: string, count: number) =>
    `Nothing for ${quoted(missing)}. Showing “${term}”: ${count === 1 ? 'one result' : `${count} results`}.`,
  exactly: (term: string) => `Search for exactly “${term}”`,
  nothing: (term: string, isFiltered: boolean) =>
    term === ''
      ? 'Nothing fits these filters.'
      : `Nothing found for “${term.replace(/^"(.+)"$/, '$1')}”${isFiltered ? ' with these filters' : ''}.`,
  advice: (term: string, isFiltered: boolean) =>
    [
      term === '' ? '' : 'Try fewer or shorter words, or another word for the same thing.',
      isFiltered ? 'Or take a filter away.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  elsewhere: 'Or look through a list:',
  lists: { postmortems: 'Postmortems', systems: 'Systems', handbook: 'Handbook' },
};
