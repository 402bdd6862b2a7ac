import type { Brief } from '../brief/brief.ts';
import { briefOf, hasBrief } from '../brief/brief-of.ts';
import { isFreeBeside } from '../catalog/beside.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Link } from './model.ts';
import { briefUrl, postmortemUrl } from './urls.ts';

export interface BriefPage {
  brief: Brief;
  postmortem: Link;
  /** Of the files that a reader saves, without an ending. */
  fileName: string;
}

/** What stakeholders are told of one incident; null where there is nothing to tell yet. */
export function briefPage(index: CatalogIndex, id: string): BriefPage | null {
  const postmortem = index.postmortems.get(id);
  if (postmortem === undefined || !leadsToBrief(index, postmortem)) return null;
  return {
    brief: briefOf(index, postmortem),
    postmortem: { text: postmortem.facts.title, url: postmortemUrl(index, id) },
    fileName: id.split('/').at(-1) ?? id,
  };
}

/** The address of an incident's brief; null where it has none. */
export function briefAddress(index: CatalogIndex, postmortem: Postmortem): string | null {
  return leadsToBrief(index, postmortem) ? briefUrl(index, postmortem.id) : null;
}

function leadsToBrief(index: CatalogIndex, postmortem: Postmortem): boolean {
  return hasBrief(postmortem) && isFreeBeside(index, postmortem.id, 'brief');
}
