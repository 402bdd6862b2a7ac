import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { isOverdue } from '../improvement/backlog.ts';
import type { BacklogExportRow } from './schemas.ts';

/** The rows of `backlog.json`: every improvement, those of the newest incident first. */
export function backlogJson(index: CatalogIndex): BacklogExportRow[] {
  return index.catalog.backlog.map(({ id, question, improvement, postmortem }) => {
    const { title, state, owner, due, done, dropped, ticket } = improvement;
    const { facts } = postmortem;
    return {
      id,
      title,
      question,
      state,
      owner,
      due,
      done,
      dropped,
      ticket,
      overdue: isOverdue(improvement, index.today),
      postmortem: {
        id: postmortem.id,
        title: facts.title,
        severity: facts.severity,
        date: postmortem.date,
        systems: facts.systems,
      },
    };
  });
}
