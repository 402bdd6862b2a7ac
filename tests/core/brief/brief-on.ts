import type { Brief } from '../../../src/core/brief/brief.ts';
import { briefOf } from '../../../src/core/brief/brief-of.ts';
import type { CatalogParts } from '../../../src/core/catalog/build-catalog.ts';
import { type CatalogIndex, indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';
import { catalogOf, settings } from '../../support/sample-catalog.ts';

export const harbour: Partial<CatalogParts> = {
  people: [
    { handle: 'ana', name: 'Ana Ribeiro', team: 'orders' },
    { handle: 'sam', name: 'Sam Okafor', team: 'orders' },
    { handle: 'mei', name: 'Mei Tanaka', team: 'Platform Team' },
    { handle: 'j.doe', name: 'Will Doe', team: null },
  ],
  systems: [
    { id: 'fax-gateway', name: 'Fax gateway', team: 'orders', description: null, dependsOn: [] },
    { id: 'orders-api', name: 'Orders API', team: 'orders', description: null, dependsOn: [] },
    { id: 'search', name: 'Product search', team: 'orders', description: null, dependsOn: [] },
    { id: 'sign-in', name: 'Sign-in', team: 'orders', description: null, dependsOn: [] },
  ],
};

export function indexOf(body: string, status = 'reviewed', parts = harbour): CatalogIndex {
  const { postmortem } = readPostmortem({
    id: 'fax',
    file: 'content/postmortems/fax.mdx',
    document: readDocument(`---\ntitle: Fax\nstatus: ${status}\nseverity: 1\n---\n\n${body}`),
    settings,
    systemIds: null,
    handles: null,
  });
  if (postmortem === null) throw new Error('no postmortem');
  return indexCatalog(catalogOf([postmortem], parts).catalog, { today: '2018-06-10', basePath: '/' });
}

/** The brief of a file with these sections. */
export function briefOn(body: string, status?: string, parts?: Partial<CatalogParts>): Brief {
  const index = indexOf(body, status, parts);
  const [postmortem] = index.catalog.postmortems;
  if (postmortem === undefined) throw new Error('no postmortem');
  return briefOf(index, postmortem);
}

/** Every text of a brief, which is all that its page says besides the product's own words. */
export function textsOf({ checks: _, id: __, ...told }: Brief): string[] {
  const texts: string[] = [];
  JSON.stringify(told, (_key, value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
}
