/** For the script of the search. */
export const search = {
  title: 'Search',
  placeholder: 'Search postmortems, systems, people, handbook',
  close: 'Close',
  filters: 'Filters',
  kindName: {
    postmortem: 'Postmortem',
    improvement: 'Improvement',
    risk: 'Risk',
    handbook: 'Handbook',
    system: 'System',
    team: 'Team',
    person: 'Person',
  } as Record<string, string>,
  found: (count: number, term: string) =>
    `${count === 1 ? 'One result' : `${count} results`}${term ? ` for “${term}”` : ''}`,
  start: 'Type a symptom, a system, an error message, a name.',
  keys: 'to move · Enter to open · Esc to close',
  slash: 'opens the search',
  failed: 'The search index could not be loaded.',
  lists: 'Postmortems',
  failedAdvice: 'Reload the page, or look through the lists:',
  more: 'Show more',
  severity: 'Severity',
};
