import type { CatalogIndex } from './catalog-index.ts';

/** Whether a page beside a postmortem's own can have its address: a postmortem of that name has it already. */
export function isFreeBeside(
  { postmortems }: Pick<CatalogIndex, 'postmortems'>,
  id: string,
  page: 'brief' | 'meeting' | 'replay',
): boolean {
  return !postmortems.has(`${id}/${page}`);
}
