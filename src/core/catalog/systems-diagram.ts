import { mermaidText } from '../mermaid/mermaid-text.ts';
import type { System } from './catalog.ts';

export interface DiagramSystem extends Pick<System, 'id' | 'name' | 'dependsOn'> {
  /** Where its page is: site-absolute. */
  url: string;
  incidents: number;
  /** Improvements still open. */
  open: number;
}

/** A drawing of more than this is a ball of wool. */
const most = { systems: 60, arrows: 140 };

/**
 * The systems as Mermaid text: an arrow from each to what it depends on, left to right. Null where nothing depends on
 * anything, or too much does to be read in a drawing.
 */
export function systemsDiagram(systems: readonly DiagramSystem[]): string | null {
  const nodes = new Map(systems.map(({ id }, at) => [id, `s${at}`]));
  const arrows = systems.flatMap(({ id, dependsOn }) =>
    dependsOn.flatMap((needed) => {
      const to = nodes.get(needed);
      return to === undefined ? [] : [`  ${nodes.get(id)} --> ${to}`];
    }),
  );
  if (arrows.length === 0 || systems.length > most.systems || arrows.length > most.arrows) return null;
  return [
    // Smaller boxes than Mermaid would draw, so that more of it fits beside each other. ELK leads arrows around the boxes.
    '%%{init: {"flowchart": {"padding": 8}}}%%',
    'flowchart-elk LR',
    '  accTitle: Systems and what they depend on',
    '  accDescr: An arrow leads from a system to one that it depends on. The list says the same in words.',
    ...systems.map(({ name, incidents, open }, at) => {
      // A name of blanks would be no label at all.
      const lines = [name.trim() || '?', ...figures(incidents, open)];
      return `  s${at}["${lines.map(mermaidText).join('<br/>')}"]`;
    }),
    ...arrows,
    ...systems.map(({ url }, at) => `  click s${at} href "${url}"`),
  ].join('\n');
}

/** Nothing where there is nothing to count, so that the eye finds where there is. */
function figures(incidents: number, open: number): string[] {
  const counts = [
    ...(incidents > 0 ? [incidents === 1 ? '1 incident' : `${incidents} incidents`] : []),
    ...(open > 0 ? [`${open} open`] : []),
  ];
  return counts.length > 0 ? [counts.join(', ')] : [];
}
