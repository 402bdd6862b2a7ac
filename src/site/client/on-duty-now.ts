import { weekday } from '../dates.ts';
import { onDuty as words } from '../strings/on-duty.ts';
import { dayIn } from './readers-day.ts';

/**
 * A page says who is on duty on the day it was built. This says who is on duty today, in the zone of the content, from the
 * shifts that stand in the page; and looks again whenever somebody comes back to it.
 */
class OnDutyNow extends HTMLElement {
  #shown = '';
  readonly #look = (): void => this.#show();

  connectedCallback(): void {
    this.#show();
    document.addEventListener('visibilitychange', this.#look);
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#look);
  }

  #show(): void {
    const { timezone, built = '', knownUntil = '' } = this.dataset;
    const now = this.querySelector('.on-duty-now');
    const today = dayIn(timezone);
    if (now === null || today === this.#shown) return;
    this.#shown = today;
    const day = document.createElement('p');
    day.className = 'day';
    const time = document.createElement('time');
    time.dateTime = today;
    time.textContent = weekday(today);
    day.append(words.today, ' ', time);
    const shifts = [...this.querySelectorAll<HTMLElement>('.shifts > li')];
    const shift = shifts.find(({ dataset: { from = '', to = '' } }) => from <= today && today <= to);
    for (const each of shifts) each.ariaCurrent = each === shift ? 'date' : null;
    // A reader's clock may be behind the day of the build, of which the page knows nothing either.
    if (shift === undefined)
      now.replaceChildren(day, said(today < built || today > knownUntil ? words.unknown : words.nobody));
    else now.replaceChildren(day, facts(shift));
  }
}

function said(text: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'nobody';
  line.textContent = text;
  return line;
}

function facts(shift: HTMLElement): HTMLElement {
  const list = document.createElement('dl');
  const add = (name: string, value: Node | string): void => {
    const row = document.createElement('div');
    const term = document.createElement('dt');
    term.textContent = name;
    const fact = document.createElement('dd');
    fact.append(value);
    row.append(term, fact);
    list.append(row);
  };
  const link = (who: string): Node | undefined => shift.querySelector(`[data-${who}]`)?.cloneNode(true);
  const last = document.createElement('time');
  last.dateTime = shift.dataset.to ?? '';
  last.textContent = weekday(last.dateTime);
  add(words.superhero, link('superhero') ?? '');
  add(words.sidekick, link('sidekick') ?? words.alone);
  add(words.until, last);
  return list;
}

customElements.define('on-duty-now', OnDutyNow);
