import { isFreeBeside } from '../catalog/beside.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';

/**
 * Whether a postmortem's meeting has a page. While the fire burns it has none: the meeting is held when it is out, and
 * until then its file is a ticket. Once held it keeps the page, for a second look, or for those who could not come.
 */
export function hasMeeting(index: CatalogIndex, { id, facts }: Postmortem): boolean {
  return facts.status !== 'open' && isFreeBeside(index, id, 'meeting');
}
