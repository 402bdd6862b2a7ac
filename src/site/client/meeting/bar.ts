import { meetingScript as words } from '../../strings/meeting.ts';
import { button, make } from '../elements.ts';
import { hasSingleKeys, useSingleKeys } from '../single-keys.ts';
import { cards, currentCard, goTo, move, onCard } from './deck.ts';
import { type Commands, listen } from './keys.ts';
import { clockParts, pauseOrGoOn } from './meeting-clock.ts';
import { onChange, trouble } from './store.ts';

/** Under the cards: where we are, the clock, and what else there is. */
class MeetingBar extends HTMLElement {
  #gone = new AbortController();

  connectedCallback(): void {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const place = make('span', { className: 'bar-place' });
    const jump = make('select', { className: 'bar-jump', ariaLabel: words.jump });
    jump.addEventListener('change', () => goTo(cards()[jump.selectedIndex]));
    const progress = make('span', { className: 'bar-progress', ariaHidden: 'true' });
    const help = helpSheet();
    const parking = parkingSheet();
    const blank = make('div', { className: 'blank', hidden: true }, make('p', {}, words.blank));
    const notice = make('p', { className: 'bar-notice', hidden: true });
    notice.role = 'alert';
    const showBlank = (): void => {
      blank.hidden = !blank.hidden;
    };
    blank.addEventListener('click', showBlank);
    const park = (): void => {
      parking.showModal();
      parking.querySelector('input')?.focus();
    };
    const fullScreen = (): void => {
      // Where there is none, or it is not allowed, the window stays as it is.
      void (
        document.fullscreenElement
          ? document.exitFullscreen()
          : document.documentElement.requestFullscreen?.()
      )?.catch(() => {});
    };
    this.role = 'region';
    this.ariaLabel = words.bar;
    this.replaceChildren(
      progress,
      notice,
      make(
        'div',
        { className: 'bar-row' },
        make(
          'div',
          { className: 'bar-move' },
          button('‹', () => move(-1), { className: 'bar-step', ariaLabel: words.previous }),
          place,
          button('›', () => move(1), { className: 'bar-step', ariaLabel: words.next }),
        ),
        jump,
        clockParts(signal),
        make(
          'div',
          { className: 'bar-more' },
          button(words.park, park, { className: 'quiet' }),
          button(words.full, fullScreen, { className: 'quiet wide-only' }),
          button(words.keys, () => help.showModal(), { className: 'quiet' }),
        ),
      ),
      help,
      parking,
      blank,
    );
    const tell = (): void => {
      const all = cards();
      const at = all.indexOf(currentCard() as HTMLElement);
      place.textContent = words.place(at + 1, all.length);
      progress.style.setProperty('--done', String((at + 1) / Math.max(1, all.length)));
      const names = all.map(({ ariaLabel }) => ariaLabel ?? '');
      if (names.join('\n') !== jump.dataset.names) {
        jump.dataset.names = names.join('\n');
        jump.replaceChildren(...names.map((name) => make('option', {}, name)));
      }
      jump.selectedIndex = at;
    };
    onCard(tell, signal);
    const warn = (): void => {
      const found = trouble();
      notice.hidden = found === null;
      const text = found === 'none' ? words.noStorage : found === 'full' ? words.noRoom : '';
      if (notice.textContent !== text) notice.textContent = text;
    };
    signal.addEventListener('abort', onChange(warn));
    warn();
    const commands: Commands = {
      pause: pauseOrGoOn,
      blank: showBlank,
      isBlank: () => !blank.hidden,
      fullScreen,
      help: () => help.showModal(),
      type() {
        const field = currentCard()?.querySelector<HTMLInputElement>('meeting-notes input');
        if (field) field.focus();
        else park();
      },
    };
    listen(commands, signal);
  }

  /** Where its file goes away in `dev`, so does the bar; the one that comes back with it must be the only one that listens. */
  disconnectedCallback(): void {
    this.#gone.abort();
  }
}

function sheet(id: string, title: string, ...content: Node[]): HTMLDialogElement {
  const dialog = make('dialog', { className: 'sheet' });
  dialog.setAttribute('aria-labelledby', id);
  dialog.append(
    make('h2', { id }, title),
    ...content,
    make(
      'p',
      { className: 'paste-actions' },
      button(words.close, () => dialog.close(), { className: 'quiet' }),
    ),
  );
  return dialog;
}

function helpSheet(): HTMLDialogElement {
  const list = make('dl', { className: 'keys' });
  const single = make('input', { type: 'checkbox', checked: hasSingleKeys() });
  const tell = (): void => {
    list.toggleAttribute('data-no-single', !single.checked);
  };
  single.addEventListener('change', () => {
    useSingleKeys(single.checked);
    tell();
  });
  tell();
  for (const [keys, meaning] of words.keysOf)
    list.append(
      make(
        'div',
        { className: keys.every((key) => /^[\w–?]$/.test(key)) ? 'single' : '' },
        make('dt', {}, ...keys.flatMap((key) => (key === '–' ? [key] : [make('kbd', {}, key), ' ']))),
        make('dd', {}, meaning),
      ),
    );
  return sheet(
    'meeting:keys',
    words.keys,
    list,
    make('label', { className: 'single-keys' }, single, words.singleKeys),
    make('h3', {}, words.network),
    make('p', { className: 'muted' }, words.networkHow),
  );
}

function parkingSheet(): HTMLDialogElement {
  const list = make('meeting-notes' as 'div');
  list.dataset.place = 'parked';
  return sheet('meeting:parked', words.parked, list);
}

customElements.define('meeting-bar', MeetingBar);
