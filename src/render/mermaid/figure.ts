import type { Drawing, Drawn } from './drawing.ts';

export interface FigureOptions {
  /** Plain text. */
  caption?: string;
  /** Further classes of the figure. */
  className?: string;
  /** The id of what says the same in words on the page, for `aria-details`. */
  detailsId?: string;
  /** Adds the source as “Diagram as text”; for diagrams that an author wrote. */
  showSource?: boolean;
  /** The same drawn from top to bottom, for narrow screens and for paper; shown there in its place. */
  upright?: Drawn;
  /** Tells two figures of the same source on one page apart: letters, digits and hyphens. */
  salt?: string;
}

/** Wider than this, a drawing scrolls sideways on a narrow screen instead of shrinking. */
const fitsPhone = 420;
/** Wider than this, it may leave its column of text, and an upright one is worth having. */
export const fitsColumn = 760;

/** Wider than this, it has its room beside the text on the widest screens only. */
const fitsPage = 1100;

/** The last of the sizes below which `mermaid.css` lets a drawing shrink. */
const largestSize = 24;

/** Its width at full size in hundreds of pixels, so that it shrinks as far as its letters can be read and scrolls from there. */
const sizeClass = (width: number): string => {
  const hundreds = Math.ceil(width / 100);
  return hundreds > largestSize ? 'mm-vast' : `mm-w${hundreds}`;
};

/** The HTML around a drawing: no script, no style attribute. */
export function figureHtml(drawing: Drawing, source: string, options: FigureOptions = {}): string {
  const { caption, className, detailsId, showSource, upright, salt } = options;
  const classes = (...names: (string | false | undefined)[]) =>
    ['mm', ...names, className].filter(Boolean).map(String).join(' ');
  const captionHtml = caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : '';
  if (drawing.kind === 'broken')
    return `<figure class="${escapeHtml(classes('mm-broken'))}"><p><strong>This diagram could not be drawn.</strong> Line ${drawing.line}: ${escapeHtml(drawing.message)}</p>${sourceHtml(source)}${captionHtml}</figure>`;
  const { width, title } = drawing;
  const scrolls = width > fitsPhone;
  const svg = detailsId
    ? drawing.svg.replace('<svg ', `<svg aria-details="${escapeHtml(detailsId)}" `)
    : drawing.svg;
  const region = scrolls
    ? ` tabindex="0" role="region" aria-label="${escapeHtml(title ?? caption ?? 'Diagram')}, scrolls sideways"`
    : '';
  const details = showSource
    ? `<details><summary>Diagram as text</summary>${sourceHtml(source)}</details>`
    : '';
  const standing = upright
    ? `<div class="mm-scroll mm-upright">${salted(upright.svg, `${salt ?? ''}-upright`)}</div>`
    : '';
  return `<figure class="${escapeHtml(classes(scrolls && 'mm-over', width > fitsColumn && 'mm-wide', width > fitsPage && 'mm-long', scrolls && sizeClass(width)))}"><div class="mm-scroll"${region}>${salt ? salted(svg, salt) : svg}</div>${standing}${captionHtml}${details}</figure>`;
}

const sourceHtml = (source: string) => `<pre><code>${escapeHtml(source)}</code></pre>`;

/** Ids and what refers to them stand in these three places only. */
function salted(svg: string, salt: string): string {
  const id = svg.match(/^<svg [^>]*?\bid="([\w-]+)"/)?.[1] ?? svg.match(/ id="(m[\da-f]{7})-\d+"/)?.[1];
  if (!id) return svg;
  const suffix = salt.replace(/[^\w-]/g, '');
  return svg
    .replace(new RegExp(`( id="|url\\(#)(${id})`, 'g'), `$1$2${suffix}`)
    .replace(/<style>[^<]*<\/style>/, (style) =>
      style.replaceAll(`#${id}`, `#${id}${suffix}`).replaceAll(`#${id}${suffix}${suffix}`, `#${id}${suffix}`),
    );
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'));
