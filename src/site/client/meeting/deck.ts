/** One card at a time. Which one stands in the page's address, so that reloading leads to it. */

const listeners = new Set<(card: HTMLElement, before: HTMLElement | null) => void>();
let current: HTMLElement | null = null;
/** Where the current card stood, for when it is gone. */
let position = 0;

export function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.card')];
}

export function currentCard(): HTMLElement | null {
  return current;
}

/** Hears of every card that is shown, and of the one before, until the signal. */
export function onCard(
  listener: (card: HTMLElement, before: HTMLElement | null) => void,
  signal: AbortSignal,
): void {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener));
}

export function goTo(card: HTMLElement | undefined): void {
  if (card === undefined || card === current) return;
  history.replaceState(null, '', `#${encodeURI(card.id)}`);
  show(card);
}

export function move(by: number): void {
  const all = cards();
  goTo(all[Math.max(0, Math.min(all.length - 1, all.indexOf(current as HTMLElement) + by))]);
}

/** On within a long card, and then to the next one: nothing is skipped by a clicker. */
export function page(by: 1 | -1): void {
  const main = document.querySelector('main');
  const left =
    main === null ? 0 : by > 0 ? main.scrollHeight - main.clientHeight - main.scrollTop : main.scrollTop;
  // What is left may be the card's margin alone.
  const margin = current === null ? 0 : Number.parseFloat(getComputedStyle(current).paddingBlockEnd);
  if (main !== null && left > Math.max(8, margin))
    main.scrollBy({ top: by * main.clientHeight * 0.85, behavior: 'instant' });
  else move(by);
}

function show(card: HTMLElement): void {
  const before = current;
  current = card;
  position = cards().indexOf(card);
  for (const other of document.querySelectorAll('.card[data-current]'))
    if (other !== card) other.removeAttribute('data-current');
  card.dataset.current = '';
  if (card !== before) {
    document.querySelector('main')?.scrollTo({ top: 0, behavior: 'instant' });
    // A long one is scrolled with the keyboard.
    card.tabIndex = 0;
    if (before !== null) card.focus({ preventScroll: true });
  }
  for (const listener of listeners) listener(card, before);
}

function named(): HTMLElement | undefined {
  // Not the address decoded: one that was cut short in a message can't be.
  const hash = location.hash.slice(1);
  return cards().find(({ id }) => hash === id || hash === encodeURI(id));
}

export function openDeck(): void {
  document.body.dataset.running = '';
  const follow = (): void => {
    const card = named() ?? (location.hash === '' ? cards()[0] : undefined) ?? current ?? cards()[0];
    if (card !== undefined) show(card);
  };
  addEventListener('hashchange', follow);
  // In `dev` the page follows its file: cards come and go.
  document.addEventListener('fire-marshal:updated', () => {
    const all = cards();
    const card = all.find(({ id }) => id === current?.id) ?? all[Math.min(position, all.length - 1)];
    if (card === undefined) return;
    if (card.id !== current?.id) history.replaceState(null, '', `#${encodeURI(card.id)}`);
    show(card);
  });
  follow();
}
