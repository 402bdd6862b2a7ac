import type { DocumentNode, ElementNode } from '../../dom/dom.ts';
import { installBrowser } from './environment.ts';
import { markerVariables } from './theme.ts';

/** Mermaid gets the same id for every drawing, so that its style sheets are the same text; finishing gives a real one. */
export const drawingId = 'mm';

const settings = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  logLevel: 'fatal',
  htmlLabels: false,
  look: 'classic',
  layout: 'dagre',
  theme: 'base',
  handDrawnSeed: 1,
  fontFamily: 'inherit',
  gantt: {
    useWidth: 750,
    fontSize: 13,
    sectionFontSize: 13,
    barHeight: 24,
    leftPadding: 120,
    rightPadding: 20,
    topPadding: 60,
    numberSectionStyles: 6,
  },
  flowchart: { wrappingWidth: 180, minNodeWidth: 0 },
  state: { wrappingWidth: 180, minNodeWidth: 0 },
} as const;

/** What a diagram's own front matter or `%%{init}%%` may not change. */
const secure = [
  'secure securityLevel startOnLoad maxTextSize maxEdges suppressErrorRendering logLevel',
  'theme themeVariables themeCSS look layout htmlLabels fontFamily altFontFamily handDrawnSeed dompurifyConfig',
]
  .join(' ')
  .split(' ');

export interface Renderer {
  document: DocumentNode;
  detectType(source: string): string;
  /** Draws and returns the tree, still with mermaid's own styles and ids. Throws what mermaid throws. */
  draw(source: string): Promise<{ svg: ElementNode; type: string }>;
}

/** Loads mermaid into this process. */
export async function createRenderer(): Promise<Renderer> {
  const document = installBrowser();
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize(settings);
  const defaults = mermaid.mermaidAPI.getSiteConfig().themeVariables;
  const themeVariables = markerVariables(defaults);
  const layOutWith = (layout: 'dagre' | 'elk'): void =>
    mermaid.initialize({ ...settings, layout, themeVariables, secure });
  layOutWith('dagre');
  return {
    document,
    detectType: (source) => mermaid.detectType(source),
    async draw(source) {
      document.finished = undefined;
      Math.random = repeatable();
      // By itself Mermaid takes the keyword and draws with dagre all the same.
      const isElk = mermaid.detectType(source) === 'flowchart-elk';
      if (isElk) layOutWith('elk');
      try {
        const { diagramType } = await mermaid.render(drawingId, source);
        const svg = (document.finished as ElementNode | undefined)?.querySelector('svg');
        if (!svg) throw new Error('mermaid drew nothing');
        return { svg, type: diagramType };
      } finally {
        if (isElk) layOutWith('dagre');
        document.body.replaceChildren();
        document.epoch++;
      }
    },
  };
}

/** The same numbers for every drawing (Park and Miller's generator): mermaid makes up ids of commits, for one. */
function repeatable(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
