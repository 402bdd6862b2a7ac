import { createHash } from 'node:crypto';
import type { CatalogIndex } from '../core/catalog/catalog-index.ts';
import type { PostmortemPage } from '../core/page/model.ts';
import { postmortemPage } from '../core/page/postmortem-page.ts';
import { siteModel } from '../core/page/site-model.ts';
import type { Postmortem } from '../core/postmortem/postmortem.ts';
import type { PostmortemDrawings } from '../render/drawings.ts';
import { codeFingerprint } from '../workspace/code-fingerprint.ts';
import type { Project } from '../workspace/project.ts';
import { renderingWith } from './rendering.ts';

/** A postmortem's page, before it is made. */
export interface Entry {
  postmortem: Postmortem;
  digest: string;
  /** Without drawings, until its page asks for it. */
  model: PostmortemPage | null;
  /** Its page was made without a picture that another build may be able to draw, so it is not to be kept. */
  lacksDrawing: boolean;
}

/** Every page by its postmortem's id. A drawing is made from the file's text alone, so the text stands for it in the digest. */
export function entriesOf(index: CatalogIndex, project: Project): Map<string, Entry> {
  const shared = sharedDigest(index, project);
  const rendering = renderingWith(() => undefined);
  return new Map(
    index.catalog.postmortems.map((postmortem) => {
      const model = postmortemPage(index, postmortem.id, rendering);
      const digest = digestOf(shared, postmortem.document.source.text, JSON.stringify(model));
      return [postmortem.id, { postmortem, digest, model, lacksDrawing: false }];
    }),
  );
}

/** Of what every page shows. */
export function sharedDigest(index: CatalogIndex, project: Project): string {
  return digestOf(JSON.stringify([codeFingerprint(project), project.siteUrl, siteModel(index)]));
}

/** A name for what a page is made from. */
export function digestOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url').slice(0, 22);
}

/** A model made without drawings, with those of its timeline. */
export function withTimeline(page: PostmortemPage, drawings: PostmortemDrawings): PostmortemPage {
  const { gantt, phases, tree } = drawings;
  return {
    ...page,
    ticket: page.ticket === null ? null : { ...page.ticket, tree },
    sections: page.sections.map((section) =>
      section.kind === 'timeline' ? { ...section, drawings: { gantt, phases } } : section,
    ),
  };
}
