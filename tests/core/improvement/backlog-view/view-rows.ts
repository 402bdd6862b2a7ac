import type { ViewRow } from '../../../../src/core/improvement/backlog-view/view-row.ts';

export const named = (name: string) => ({ key: name.toLowerCase(), name, url: `/${name.toLowerCase()}/` });

/** A row of which only what the test is about is written down. */
export function rowOf(part: Partial<ViewRow> = {}): ViewRow {
  return {
    title: 'Watch the queue',
    state: part.done ? 'closed' : part.dropped ? 'dropped' : 'new',
    question: 'detect',
    severity: { level: 2, name: 'Serious' },
    owner: null,
    team: null,
    systems: [],
    tags: [],
    due: null,
    done: null,
    dropped: null,
    writtenOn: null,
    ticket: null,
    postmortem: { title: 'Fax', url: '/fax/', year: null },
    moves: null,
    ...part,
  };
}
