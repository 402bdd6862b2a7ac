import { hasSingleKeys } from '../single-keys.ts';
import { cards, currentCard, goTo, move, page } from './deck.ts';

export interface Commands {
  pause(): void;
  blank(): void;
  isBlank(): boolean;
  fullScreen(): void;
  help(): void;
  type(): void;
}

/** Keyboards, clickers (which press Page Up and Page Down) and fingers, until the signal. */
export function listen(commands: Commands, signal: AbortSignal): void {
  const actions: Record<string, () => void> = {
    ArrowRight: () => move(1),
    ArrowLeft: () => move(-1),
    ArrowDown: () => page(1),
    ArrowUp: () => page(-1),
    PageDown: () => page(1),
    PageUp: () => page(-1),
    ' ': () => page(1),
    Home: () => goTo(cards()[0]),
    End: () => goTo(cards().at(-1)),
    p: commands.pause,
    b: commands.blank,
    '.': commands.blank,
    f: commands.fullScreen,
    i: commands.type,
    '?': commands.help,
  };
  const press = (event: KeyboardEvent): void => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (commands.isBlank()) {
      event.preventDefault();
      commands.blank();
      return;
    }
    const element = target instanceof Element ? target : null;
    if (element?.closest('dialog')) return;
    if (key.length === 1 && key !== ' ' && !hasSingleKeys()) return;
    if (element?.matches('input, textarea, select')) {
      const isBox = element.matches('[type=checkbox]');
      if (key === 'Escape') (currentCard() ?? document.body).focus({ preventScroll: true });
      if (!(isBox && key.startsWith('Page'))) return;
    }
    // A button that has the keyboard is pressed by it.
    if ((key === ' ' || key === 'Enter') && element?.closest('button, a, summary')) return;
    const question = /^[1-5]$/.test(key)
      ? document.querySelectorAll<HTMLElement>('.asked')[Number(key) - 1]
      : undefined;
    const action =
      question === undefined ? actions[key.length === 1 ? key.toLowerCase() : key] : () => goTo(question);
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  document.addEventListener('keydown', press, { signal });
  swipes(signal);
}

function swipes(signal: AbortSignal): void {
  let start: { x: number; y: number } | null = null;
  const main = document.querySelector('main');
  main?.addEventListener(
    'touchstart',
    ({ touches, target }) => {
      const touch = touches.length === 1 ? touches[0] : undefined;
      const isField =
        target instanceof Element &&
        target.closest('input, textarea, select, pre, .table-scroll, .mm-scroll');
      start = touch === undefined || isField ? null : { x: touch.clientX, y: touch.clientY };
    },
    { passive: true, signal },
  );
  const end = ({ changedTouches }: TouchEvent): void => {
    const touch = changedTouches[0];
    if (start === null || touch === undefined) return;
    const [across, down] = [touch.clientX - start.x, touch.clientY - start.y];
    start = null;
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(down)) move(across < 0 ? 1 : -1);
  };
  main?.addEventListener('touchend', end, { signal });
}
