/**
 * What only `npm run dev` puts into pages: they follow every save in place. After each, `fire-marshal:updated` is dispatched
 * on `document` with a `LiveUpdate` as its detail.
 */
import './live.css';
import type { Update } from '../../live/live.ts';
import { follow } from './follow.ts';
import { mark, unmark } from './marks.ts';

/** The detail of `fire-marshal:updated`. */
export interface LiveUpdate extends Update {
  /** Whether this page says something else now. */
  isChanged: boolean;
}

/** The page as it was last served. */
let served: Element = document.body.cloneNode(true) as Element;
let waiting: Update[] = [];
let isBusy = false;

function note(update: Update): void {
  for (const { from, to } of update.renamed)
    if (location.pathname === from)
      history.replaceState(history.state, '', `${to}${location.search}${location.hash}`);
  waiting.push(update);
  // Nobody sees a page in the background; it catches up when it is looked at.
  if (!document.hidden) void catchUp();
}

async function catchUp(): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  while (waiting.length > 0) {
    const updates = waiting;
    waiting = [];
    const isChanged = await load();
    const detail: LiveUpdate = { ...merged(updates), isChanged };
    document.dispatchEvent(new CustomEvent('fire-marshal:updated', { detail }));
  }
  isBusy = false;
}

/** @returns Whether the page says something else now. */
async function load(): Promise<boolean> {
  let text: string;
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!response.headers.get('content-type')?.startsWith('text/html')) return false;
    text = await response.text();
  } catch {
    // The server is gone; Vite's own client loads the page anew once it is back.
    return false;
  }
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  // What the product's own code can't render is no page of ours.
  if (fresh.querySelector('main') === null) return false;
  const before = served;
  served = fresh.body;
  document.title = fresh.title;
  if (before.isEqualNode(fresh.body)) return false;
  keepingPlace(() => {
    unmark();
    follow(document.body, before, fresh.body);
    mark();
  });
  return true;
}

/** What is being read stays where it is in the window, and the keyboard where it was. */
function keepingPlace(change: () => void): void {
  const top = scrollY;
  const anchor = elementBeingRead();
  const height = anchor?.getBoundingClientRect().top ?? 0;
  const focused = document.activeElement;
  const wayBack = focused === null || focused === document.body ? null : pathTo(focused);
  change();
  if (top > 0) {
    const moved = anchor?.isConnected ? anchor.getBoundingClientRect().top - height : top - scrollY;
    scrollBy({ top: moved, behavior: 'instant' });
  }
  if (wayBack !== null && !focused?.isConnected)
    document.querySelector<HTMLElement>(wayBack)?.focus({ preventScroll: true });
}

/** The innermost element at the upper edge of what the header leaves free. */
function elementBeingRead(): Element | null {
  const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  const main = document.querySelector('main');
  const x = (main?.getBoundingClientRect().left ?? 0) + (main?.clientWidth ?? 0) / 2;
  for (let y = Math.max(header, 0) + 8; y < innerHeight; y += 24) {
    const element = document.elementFromPoint(x, y);
    if (element === null || !main?.contains(element) || isStuck(element)) continue;
    if (element.getBoundingClientRect().top >= 0) return element;
  }
  return null;
}

/** What keeps its place in the window tells nothing of the text that moves below it. */
function isStuck(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (/sticky|fixed/.test(getComputedStyle(at).position)) return true;
  return false;
}

function pathTo(element: Element): string {
  if (element.id !== '') return `#${CSS.escape(element.id)}`;
  const parent = element.parentElement;
  if (parent === null) return element.localName;
  return `${pathTo(parent)} > :nth-child(${[...parent.children].indexOf(element) + 1})`;
}

/** Several saves, told as one. */
function merged(updates: readonly Update[]): Update {
  const all = <Key extends 'changed' | 'added' | 'removed' | 'drawn'>(key: Key): string[] => [
    ...new Set(updates.flatMap((update) => update[key])),
  ];
  return {
    version: updates.at(-1)?.version ?? 0,
    changed: all('changed'),
    added: all('added'),
    removed: all('removed'),
    drawn: all('drawn'),
    renamed: updates.flatMap(({ renamed }) => renamed),
    everywhere: updates.some(({ everywhere }) => everywhere),
  };
}

function openInEditor(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a.live-open') : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  void fetch(link.href);
}

document.addEventListener('click', openInEditor);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void catchUp();
});
mark();
if (import.meta.hot) {
  import.meta.hot.on('fire-marshal:saved', note);
  const version = Number(document.querySelector<HTMLElement>('[data-live-version]')?.dataset.liveVersion);
  import.meta.hot.send('fire-marshal:hello', { version });
}
