/** Shows each problem where its line stands on the page, as near as can be told; the panel at the top has them all. */

const name = 'live-mark';

export function unmark(): void {
  for (const mark of document.querySelectorAll(`.${name}`)) mark.remove();
}

export function mark(): void {
  unmark();
  for (const problem of document.querySelectorAll<HTMLElement>('[data-live-problem]')) {
    const { under, source = '' } = problem.dataset;
    const heading = under === undefined ? null : document.getElementById(under);
    const link = problem.querySelector('.live-message');
    if (heading === null || link === null) continue;
    const place = nearest(heading, source) ?? heading;
    const note = document.createElement(place.localName === 'li' ? 'div' : 'p');
    note.className = name;
    const words = document.createElement('a');
    words.href = `#${problem.id}`;
    words.textContent = link.textContent;
    note.append(words);
    if (place.localName === 'li') place.append(note);
    else place.after(note);
  }
}

/** The smallest piece of a section with most of a line's words. */
function nearest(heading: Element, source: string): Element | null {
  const wanted = new Set(words(source));
  const section = heading.closest('section');
  if (section === null || wanted.size === 0) return null;
  let best: Element | null = null;
  let most = wanted.size / 2;
  for (const piece of section.querySelectorAll('p, li, h3, h4, pre, blockquote, td')) {
    const found = new Set(words(piece.textContent ?? '').filter((word) => wanted.has(word))).size;
    // Of two with the same words the inner one comes later.
    if (found >= most && found > 0) [best, most] = [piece, found];
  }
  return best?.closest('table') ?? best;
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
