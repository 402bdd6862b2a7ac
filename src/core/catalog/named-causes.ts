import { walk } from '../document/plain-text.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { type Places, postmortemPath } from './places.ts';
import type { DatedPostmortem } from './recurrence.ts';
import { targetOf } from './target.ts';

/** An incident whose root causes lead to an earlier one. */
export interface NamedCause {
  incident: DatedPostmortem;
  earlier: DatedPostmortem;
}

/** Every earlier incident that the root causes of a later one link to, each pair once, in the order of `postmortems`. */
export function namedCauses(postmortems: readonly Postmortem[], places: Places): NamedCause[] {
  return postmortems.flatMap((incident) => {
    if (!isDated(incident) || incident.document.links.length === 0) return [];
    const found = new Set<DatedPostmortem>();
    const causes = incident.sections.find(({ slug }) => slug === 'root-causes');
    walk(causes?.nodes ?? [], (node) => {
      if (node.type !== 'link') return;
      const target = targetOf(postmortemPath(incident), node.url);
      const earlier = target.kind === 'content' ? places.postmortems.get(target.path) : undefined;
      if (earlier !== undefined && isDated(earlier) && earlier.date < incident.date) found.add(earlier);
    });
    return [...found].map((earlier) => ({ incident, earlier }));
  });
}

const isDated = (postmortem: Postmortem): postmortem is DatedPostmortem => postmortem.date !== null;
