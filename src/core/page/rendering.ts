import type { PhrasingContent, RootContent } from 'mdast';
import type { Document } from '../document/document.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Html } from './model.ts';
import type { UnknownAnchors } from './ticket-page.ts';

export type { Html };
export type TargetKind = 'link' | 'image';

/** Writes one document's Markdown as HTML that is safe to put into a page. Footnotes are numbered in the order of the calls. */
export interface HtmlWriter {
  blocks(nodes: readonly RootContent[]): Html;
  phrasing(nodes: readonly PhrasingContent[]): Html;
  /** The footnotes mentioned so far; the empty string where there are none. */
  footnotes(): Html;
}

/** What a page model needs from the `render` room, handed in so that `core` stays pure. */
export interface Rendering {
  /**
   * @param resolve Gives the site's URL for a relative target or an anchor as written, or null where it leads nowhere.
   * @param options `onOtherPage`: the text is shown away from its own page, so footnotes are not mentioned. `unknowns`: the
   *   anchors of the words TBD.
   */
  writer(
    document: Document,
    resolve: (url: string, kind: TargetKind) => string | null,
    options?: { onOtherPage?: boolean; unknowns?: UnknownAnchors },
  ): HtmlWriter;
  /** A `<figure>` with its `<svg>` each, already drawn; null where there is nothing to draw or drawing failed. */
  drawings(postmortem: Postmortem): { gantt: Html | null; phases: Html | null; tree: Html | null };
}
