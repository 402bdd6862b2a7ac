import { isStep, minutesInAll, minutesOf, type Step } from '../../../core/meeting/agenda.ts';
import {
  countFor,
  hasStarted,
  minutesOver,
  paused,
  spentInAll,
  spentOn,
  woken,
} from '../../../core/meeting/clock.ts';
import { stepNames, meetingScript as words } from '../../strings/meeting.ts';
import { button, make } from '../elements.ts';
import { currentCard, onCard } from './deck.ts';
import { clock, keepSeen, onChange, setClock } from './store.ts';

/** What the card that is shown is counted for; null for one that is part of no box. */
function shownStep(): Step | null {
  const step = currentCard()?.dataset.step ?? '';
  return isStep(step) ? step : null;
}

/** Starts the clock, stops it, or lets it go on. */
export function pauseOrGoOn(): void {
  const now = Date.now();
  const known = clock();
  if (known.running !== null) setClock(paused(known, now));
  else setClock(countFor(known, shownStep() ?? 'introductions', now));
}

/** The clock in the bar: minutes, never seconds, and no alarm. It goes until the signal. */
export function clockParts(signal: AbortSignal): HTMLElement {
  const step = make('span', { className: 'clock-step' });
  const line = make('span', { className: 'clock-line', ariaHidden: 'true' });
  const all = make('span', { className: 'clock-all' });
  const toggle = button('', pauseOrGoOn, { className: 'clock-toggle' });
  const part = make(
    'div',
    { className: 'clock' },
    make('div', { className: 'clock-now' }, step, line),
    all,
    toggle,
  );
  part.role = 'timer';
  part.ariaLive = 'off';

  const tell = (): void => {
    const now = Date.now();
    const known = clock();
    const started = hasStarted(known);
    const of = known.running?.step ?? shownStep();
    part.dataset.state = known.running !== null ? 'running' : started ? 'paused' : 'new';
    // What it counts has its name where another card is shown.
    const name = of === null || of === shownStep() ? '' : `${stepNames[of]}: `;
    step.textContent = of === null ? '' : `${name}${stepText(of, now)}`;
    const ratio = of === null ? 0 : spentOn(known, of, now) / (minutesOf[of] * 60_000);
    line.style.setProperty('--spent', String(Math.min(1, ratio)));
    const inAll = words.clock.inAll(Math.floor(spentInAll(known, now) / 60_000), minutesInAll);
    all.textContent = known.running === null && started ? `${inAll}, ${words.clock.paused}` : inAll;
    toggle.textContent =
      known.running !== null ? words.clock.pause : started ? words.clock.resume : words.clock.start;
    step.hidden = line.hidden = all.hidden = !started;
  };
  const stepText = (of: Step, now: number): string => {
    const known = clock();
    const over = minutesOver(known, of, now);
    return over > 0
      ? words.clock.over(over)
      : words.clock.of(Math.floor(spentOn(known, of, now) / 60_000), minutesOf[of]);
  };

  const known = clock();
  const awake = woken(known, Date.now());
  if (awake !== known) setClock(awake);
  onCard((_card, before) => {
    const step = shownStep();
    const known = clock();
    const begins = !hasStarted(known) && before?.id === 'meeting:start' && step === 'introductions';
    const moves = before !== null && known.running !== null && step !== null && step !== known.running.step;
    if (begins || (moves && step !== null)) setClock(countFor(known, step as Step, Date.now()));
    tell();
  }, signal);
  const forget = onChange(tell);
  const look = setInterval(() => {
    if (clock().running === null) return;
    keepSeen(Date.now());
    tell();
  }, 5000);
  signal.addEventListener('abort', () => {
    forget();
    clearInterval(look);
  });
  tell();
  return part;
}
