/** For the script of the search's filters, which comes when they are asked for. */
export const searchFilters = {
  filterNames: {
    kind: 'Kind',
    severity: 'Severity',
    status: 'Status',
    system: 'System',
    team: 'Team',
    year: 'Year',
    tag: 'Tag',
  } as Record<string, string>,
  kindNames: {
    postmortem: 'Postmortems',
    improvement: 'Improvements',
    risk: 'Risks',
    handbook: 'Handbook',
    system: 'Systems',
    team: 'Teams',
    person: 'People',
  } as Record<string, string>,
  clear: 'Clear filters',
};
