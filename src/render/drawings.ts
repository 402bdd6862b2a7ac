import { ownAnchors } from '../core/catalog/places.ts';
import { hypothesisTree } from '../core/incident/hypothesis-tree.ts';
import { uprightSource } from '../core/mermaid/upright.ts';
import type { Html } from '../core/page/model.ts';
import type { Postmortem } from '../core/postmortem/postmortem.ts';
import {
  phaseGantt,
  phaseHues,
  phaseNames,
  phaseTimeline,
  phaseTimelineAnchors,
} from '../core/timeline/diagram.ts';
import { entryAnchors } from '../core/timeline/entry-anchors.ts';
import { phasesOf } from '../core/timeline/marks.ts';
import { type Drawing, type Drawn, figureHtml, fitsColumn, type Mermaid } from './mermaid/index.ts';

/** What is drawn for one postmortem, as figures to put into its page. */
export interface PostmortemDrawings {
  /** By the source of the author's fence. */
  fences: ReadonlyMap<string, Html>;
  /** Null where there is nothing to draw, or where drawing failed: the picture decorates, the list is the content. */
  gantt: Html | null;
  phases: Html | null;
  /** The hypotheses of an incident that burns. */
  tree: Html | null;
  /** Whether a picture is missing that another build may be able to draw. */
  failed: boolean;
}

/** Draws the timeline and the author's own diagrams of a postmortem. */
export async function drawPostmortem(postmortem: Postmortem, mermaid: Mermaid): Promise<PostmortemDrawings> {
  const { timeline, facts, document, hypotheses } = postmortem;
  const anchors = timeline === null ? [] : entryAnchors(timeline, ownAnchors(postmortem));
  const anchorOf = new Map(timeline?.entries.map((entry, at) => [entry, anchors[at]]));
  const input = {
    title: facts.title,
    timezone: facts.timezone,
    phases: (timeline === null ? [] : phasesOf(timeline)).map(
      ({ mark, start, end, approximate, entries }) => ({
        name: phaseNames[mark],
        hue: phaseHues[mark],
        start,
        end,
        approximate,
        isStartApproximate: entries[0]?.time.approximate ?? false,
        events: entries.map((entry) => ({
          clock: entry.time.clock,
          text: entry.text,
          isKey: entry.marks.length > 0,
          anchor: anchorOf.get(entry) ?? '',
        })),
      }),
    ),
  };
  let failed = false;
  const draw = async (source: string | null, className: string, detailsId?: string): Promise<Html | null> => {
    if (source === null) return null;
    const drawing = await mermaid.draw(source);
    if (drawing.kind === 'drawn')
      return figureHtml(drawing, source, { className, ...(detailsId === undefined ? {} : { detailsId }) });
    failed = true;
    return null;
  };
  const [fences, gantt, phases, tree] = await Promise.all([
    drawFences(document.fences, mermaid),
    draw(phaseGantt(input), 'phase-gantt'),
    draw(phaseTimeline(input), 'phase-timeline'),
    // Once the fire is out, the list of hypotheses says it shorter.
    draw(
      facts.status === 'open' ? hypothesisTree(facts.title, hypotheses) : null,
      'hypothesis-tree',
      'page:hypothesis-table',
    ),
  ]);
  return { fences, gantt, phases: phases && linkBoxes(phases, phaseTimelineAnchors(input)), tree, failed };
}

/** Each box of a phase timeline leads to its entry. The keyboard stops at the phases only: the list has its own links. */
function linkBoxes(figure: Html, { heads, events }: ReturnType<typeof phaseTimelineAnchors>): Html {
  const linked = (name: string, anchors: readonly (string | undefined)[], attributes: string) => {
    let at = 0;
    return (html: Html) =>
      html.replace(new RegExp(`<g class="mm-${name} .*?</g>`, 'gsu'), (box) => {
        const anchor = anchors[at++];
        return anchor ? `<a href="#${anchor}"${attributes}>${box}</a>` : box;
      });
  };
  const [phases, others] = [linked('task', heads, ''), linked('event', events, ' tabindex="-1"')];
  return others(phases(figure)).replace(' role="img"', ' role="group"');
}

/** Draws the map of systems, which the list at `#systems` says in words; null where drawing failed. */
export async function drawSystemsMap(source: string, mermaid: Mermaid): Promise<Html | null> {
  const drawing = await mermaid.draw(source);
  return drawing.kind === 'drawn'
    ? figureHtml(drawing, source, { className: 'systems-map', detailsId: 'systems' })
    : null;
}

/** Figures of diagrams that stand beside a table which says the same, by their source. One that fails is left out. */
export async function drawSources(
  sources: readonly string[],
  mermaid: Mermaid,
): Promise<ReadonlyMap<string, Html>> {
  const figures = await Promise.all(
    sources.map(async (source): Promise<[string, Html]> => {
      const drawing = await mermaid.draw(source);
      return [source, drawing.kind === 'drawn' ? figureHtml(drawing, source, { className: 'workflow' }) : ''];
    }),
  );
  return new Map(figures);
}

/** Figures of an author's own diagrams by the source of their fence; a broken one shows its source and says so. */
export async function drawFences(
  fences: readonly { source: string }[],
  mermaid: Mermaid,
): Promise<ReadonlyMap<string, Html>> {
  const figures = await Promise.all(
    fences.map(async ({ source }) => {
      const drawing = await mermaid.draw(source);
      const upright = await drawUpright(drawing, source, mermaid);
      return [
        source,
        figureHtml(drawing, source, { showSource: true, ...(upright && { upright }) }),
      ] as const;
    }),
  );
  return new Map(figures);
}

/** Null where the drawing fits a column of text as it is, or would not be narrower upright. */
async function drawUpright(drawing: Drawing, source: string, mermaid: Mermaid): Promise<Drawn | null> {
  const turned = uprightSource(source);
  if (turned === null || drawing.kind === 'broken' || drawing.width <= fitsColumn) return null;
  const upright = await mermaid.draw(turned);
  return upright.kind === 'drawn' && upright.width <= fitsColumn ? upright : null;
}
