import type { Place } from '../diagnostic.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';

/** Where a postmortem says that customers told of the incident before anything of the team's did; null where it does not. */
export function foundByCustomers({ facts, document, timeline }: Postmortem): Place | null {
  const detected = timeline?.entries.find(({ marks }) => marks.includes('detected'));
  if (detected?.kinds.includes('alert') === true) return null;
  if (facts.raisedBy === 'customer') return document.frontMatterPlace(['raisedBy'], 'key');
  return facts.raisedBy === null && detected?.kinds.includes('report') === true ? detected.place : null;
}
