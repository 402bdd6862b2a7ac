import { addressOf } from '../catalog/address.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { targetOf } from '../catalog/target.ts';
import type { TargetKind } from './rendering.ts';

/** Where pages are: site-absolute, with the base path. */
export type Base = Pick<CatalogIndex, 'basePath'>;

export function postmortemUrl({ basePath }: Base, id: string): string {
  return `${basePath}postmortems/${id}/`;
}

/** Where an incident can be lived through again. */
export function replayUrl(base: Base, id: string): string {
  return `${postmortemUrl(base, id)}replay/`;
}

/** Where a postmortem's meeting is held, for those that have a page for it. */
export function meetingUrl(base: Base, id: string): string {
  return `${postmortemUrl(base, id)}meeting/`;
}

/** What stakeholders are told of an incident. */
export function briefUrl(base: Base, id: string): string {
  return `${postmortemUrl(base, id)}brief/`;
}

export function systemUrl({ basePath }: Base, id: string): string {
  return `${basePath}systems/${encodeURIComponent(id.toWellFormed())}/`;
}

export function personUrl({ basePath }: Base, handle: string): string {
  return `${basePath}people/${encodeURIComponent(handle.toWellFormed())}/`;
}

/** @param slug Of the team, as `teamsOf` makes it. */
export function teamUrl({ basePath }: Base, slug: string): string {
  return `${basePath}teams/${encodeURIComponent(slug)}/`;
}

/** Where a risk stands in the register. An anchor has no slash, so no two risks share one. */
export function riskAnchor(postmortem: string, anchor: string): string {
  return `${postmortem}/${anchor}`;
}

/** @param anchor Of the risk on its postmortem's page. */
export function riskUrl({ basePath }: Base, postmortem: string, anchor: string): string {
  return `${basePath}risks/#${riskAnchor(postmortem, anchor)}`;
}

/** @param anchor Of a group, as the page of what recurs makes it. */
export function recurringUrl({ basePath }: Base, anchor: string): string {
  return `${basePath}recurring/#${anchor}`;
}

/** The list of postmortems with one tag. */
export function tagUrl({ basePath }: Base, tag: string): string {
  return `${basePath}postmortems/?tag=${encodeURIComponent(tag.toWellFormed())}`;
}

/** The backlog, narrowed to what a query asks for; its names are those of `backlog-view/view-state.ts`. */
export function backlogUrl({ basePath }: Base, query: Record<string, string>): string {
  const asked = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`,
  );
  return `${basePath}backlog/?${asked.join('&')}`;
}

/** Support work and improvements side by side. There is such a page where the settings name capacity. */
export function queuesUrl({ basePath }: Base): string {
  return `${basePath}queues/`;
}

/** `handbook/index.mdx` is the handbook's own first page. */
export function handbookUrl({ basePath }: Base, id: string): string {
  return id === 'index' ? `${basePath}handbook/` : `${basePath}handbook/${id}/`;
}

/** Who is on duty. There is such a page where a file says it. */
export function onDutyUrl({ basePath }: Base): string {
  return `${basePath}on-duty/`;
}

/** Where a file below `content/` is copied to. */
export function fileUrl({ basePath }: Base, path: string): string {
  return `${basePath}files/${path.toWellFormed().split('/').map(encodeURIComponent).join('/')}`;
}

/** The page on which a source file can be edited; null where there is no repository or the file is not in it. */
export function editUrl({ catalog }: CatalogIndex, file: string): string | null {
  const { repository } = catalog.settings;
  if (repository === null || file.startsWith('../')) return null;
  const address = addressOf(repository.replace(/\/+$/, ''));
  if (address.kind !== 'external') return null;
  return `${address.href}/edit/main/${file.toWellFormed().split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * Gives what a link or image, as written in the file at `from` below `content/`, is on the site.
 *
 * @param page The URL of the file's own page, for text that is shown elsewhere; null on the page itself.
 */
export function resolver(
  index: CatalogIndex,
  from: string,
  page: string | null,
): (url: string, kind: TargetKind) => string | null {
  return (url, kind) => {
    const target = targetOf(from, url);
    if (target.kind === 'here') return `${page ?? ''}#${target.anchor}`;
    if (target.kind !== 'content') return null;
    const hash = target.anchor ? `#${target.anchor}` : '';
    if (kind === 'link') {
      const postmortem = index.places.postmortems.get(target.path);
      if (postmortem !== undefined) return `${postmortemUrl(index, postmortem.id)}${hash}`;
      const guide = index.places.handbook.get(target.path);
      if (guide !== undefined) return `${handbookUrl(index, guide.id)}${hash}`;
    }
    return /\.(?:mdx|ya?ml)$/i.test(target.path) ? null : `${fileUrl(index, target.path)}${hash}`;
  };
}
