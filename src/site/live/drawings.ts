import type { Postmortem } from '../../core/postmortem/postmortem.ts';
import { drawPostmortem, type PostmortemDrawings } from '../../render/drawings.ts';
import type { Mermaid } from '../../render/mermaid/index.ts';
import { withoutDrawings } from '../rendering.ts';

/** Drawings for pages that wait for none: the list is there at once, the picture follows. */
export interface LiveDrawings {
  /** The drawings where they were drawn before; until then the ones of the version before, or none. */
  of(postmortem: Postmortem): Promise<PostmortemDrawings>;
}

/** @param onDrawn Told once drawings that a page went without are there. */
export function createLiveDrawings(mermaid: Mermaid, onDrawn: (id: string) => void): LiveDrawings {
  const under = new WeakMap<Postmortem, Promise<PostmortemDrawings>>();
  const last = new Map<string, PostmortemDrawings>();
  const drawn = (postmortem: Postmortem): Promise<PostmortemDrawings> => {
    const known = under.get(postmortem);
    if (known !== undefined) return known;
    const drawing = drawPostmortem(postmortem, mermaid).then((drawings) => {
      last.set(postmortem.id, drawings);
      return drawings;
    });
    under.set(postmortem, drawing);
    return drawing;
  };
  return {
    async of(postmortem) {
      const before = last.get(postmortem.id) ?? withoutDrawings;
      const drawing = drawn(postmortem);
      // What lies in the cache is there before the next turn of the event loop.
      const now = await Promise.race([drawing, new Promise<null>((resolve) => setTimeout(resolve, 0, null))]);
      if (now !== null) return now;
      drawing.then(
        () => onDrawn(postmortem.id),
        () => {},
      );
      return before;
    },
  };
}
