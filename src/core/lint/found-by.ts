import type { Postmortem } from '../postmortem/postmortem.ts';

/** Whether a postmortem says that customers told of the incident before anything of the team's did. */
export function isFoundByCustomers({ facts, timeline }: Postmortem): boolean {
  const detected = timeline?.entries.find(({ marks }) => marks.includes('detected'));
  if (detected?.kinds.includes('alert') === true) return false;
  return (
    facts.raisedBy === 'customer' || (facts.raisedBy === null && detected?.kinds.includes('report') === true)
  );
}
