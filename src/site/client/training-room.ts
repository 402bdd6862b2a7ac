import { onThisDay, pickOne } from '../../core/training/calendar.ts';
import type { Done } from '../../core/training/progress.ts';
import { nearDay, shortDay } from '../dates.ts';
import { trainingTools as words } from '../strings/training-tools.ts';
import { button } from './elements.ts';
import { readersDay } from './readers-day.ts';
import { forgetTraining, isAboutTraining, rememberDone, trainingProgress } from './training-progress.ts';

/**
 * The page of training lists what there is to learn from. This adds what only a reader's browser can know: which day it is,
 * which incidents were done, and chance.
 */
class TrainingRoom extends HTMLElement {
  #gone = new AbortController();
  #made: HTMLElement[] = [];
  #progress: HTMLProgressElement = document.createElement('progress');
  #told = document.createElement('output');
  #kept = document.createElement('span');
  #forget = button(words.forget, null, { className: 'link-button' });
  #last: string | null = null;

  connectedCallback(): void {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    for (const incident of this.#incidents) this.#addBox(incident, signal);
    this.#addToday(signal);
    this.#addProgress(signal);
    this.#tell();
    window.addEventListener('storage', (event) => isAboutTraining(event) && this.#tell(), { signal });
    // Who comes back from a replay has done one more.
    window.addEventListener('pageshow', () => this.#tell(), { signal });
  }

  disconnectedCallback(): void {
    this.#gone.abort();
    for (const element of this.#made) element.remove();
    this.#made = [];
  }

  get #incidents(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-incident]')];
  }

  get #days(): { id: string; date: string; line: HTMLElement }[] {
    return [...this.querySelectorAll<HTMLElement>('.training-calendar li')].map((line) => ({
      id: line.dataset['id'] ?? '',
      date: line.dataset['date'] ?? '',
      line,
    }));
  }

  #add<Part extends HTMLElement>(part: Part): Part {
    this.#made.push(part);
    return part;
  }

  #addBox(incident: HTMLElement, signal: AbortSignal): void {
    const id = incident.dataset['incident'] ?? '';
    const box = this.#add(document.createElement('input'));
    box.type = 'checkbox';
    box.ariaLabel = words.done(incident.querySelector('.title')?.textContent ?? '');
    box.addEventListener(
      'change',
      () => {
        rememberDone(id, 'read', box.checked ? readersDay() : null);
        if (!box.checked) rememberDone(id, 'replayed', null);
        this.#tell(box);
      },
      { signal },
    );
    incident.prepend(box);
    const note = this.#add(document.createElement('span'));
    note.className = 'training-done';
    incident.querySelector('.training-facts')?.append(note);
  }

  #addProgress(signal: AbortSignal): void {
    const place = this.querySelector('[data-place=progress]');
    if (place === null) return;
    const bar = this.#add(document.createElement('div'));
    bar.className = 'training-progress';
    this.#progress.ariaLabel = words.progressLabel;
    this.#kept.className = 'muted';
    this.#forget.addEventListener(
      'click',
      () => {
        if (!confirm(words.forgetAsk)) return;
        forgetTraining();
        this.#tell();
        this.querySelector<HTMLElement>('[data-incident] input')?.focus();
      },
      { signal },
    );
    bar.append(this.#progress, this.#told, this.#kept, this.#forget);
    place.append(bar);
  }

  #addToday(signal: AbortSignal): void {
    const days = this.#days;
    const place = this.querySelector('[data-place=today]');
    if (place === null || days.length === 0) return;
    const cards = this.#add(document.createElement('div'));
    cards.className = 'training-cards';
    const today = readersDay();
    const found = onThisDay(days, today);
    if (found !== null) {
      const { section, list } = card(
        words.onThisDay,
        found.exact ? words.exact(nearDay(today)) : words.nearest(nearDay(today), found.away),
      );
      list.append(...days.filter(({ id }) => found.ids.includes(id)).map(({ line }) => copied(line)));
      cards.append(section);
    }
    const { section, list, lead } = card(words.pick, words.pickLead(days.length));
    lead.role = 'status';
    const pick = button(words.pickNow, null, { className: 'button' });
    pick.addEventListener(
      'click',
      () => {
        const done = new Set(trainingProgress().keys());
        const ids = days.map(({ id }) => id);
        this.#last = pickOne(ids, { done, last: this.#last, random: Math.random() });
        const line = days.find(({ id }) => id === this.#last)?.line;
        if (line === undefined) return;
        lead.textContent = ids.every((id) => done.has(id)) ? words.pickedAgain : words.picked;
        list.replaceChildren(copied(line));
        pick.textContent = words.again;
      },
      { signal },
    );
    section.append(pick);
    cards.append(section);
    place.append(cards);
  }

  /** Shows what is done everywhere it stands. @param asked The box that somebody just changed. */
  #tell(asked?: HTMLInputElement): void {
    const progress = trainingProgress();
    for (const incident of this.#incidents) {
      const id = incident.dataset['incident'] ?? '';
      const done = progress.get(id);
      const box = incident.querySelector('input');
      const isAsked =
        asked !== undefined && asked.closest<HTMLElement>('[data-incident]')?.dataset['incident'] === id;
      if (box) box.checked = done !== undefined || (isAsked && asked.checked);
      const note = incident.querySelector('.training-done');
      if (note) note.textContent = saidOf(done);
    }
    const steps = [...this.querySelectorAll<HTMLElement>('.training-week [data-incident]')];
    const finished = steps.filter((step) => step.querySelector('input')?.checked).length;
    this.#progress.max = steps.length;
    this.#progress.value = finished;
    this.#told.textContent = words.progress(finished, steps.length);
    const isLost = asked?.checked === true && progress.size === 0;
    this.#kept.textContent = isLost ? words.notKept : progress.size > 0 ? words.kept : '';
    this.#forget.hidden = progress.size === 0;
  }
}

function saidOf(done: Done | undefined): string {
  if (done?.replayed !== undefined) return words.replayed(shortDay(done.replayed));
  return done?.read === undefined ? '' : words.ticked(shortDay(done.read));
}

function card(title: string, text: string): { section: HTMLElement; lead: HTMLElement; list: HTMLElement } {
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = title;
  const lead = document.createElement('p');
  lead.textContent = text;
  const list = document.createElement('ul');
  section.append(heading, lead, list);
  return { section, lead, list };
}

/** A line of the calendar, to stand elsewhere too. */
function copied(line: HTMLElement): HTMLElement {
  const copy = document.createElement('li');
  copy.append(...[...line.childNodes].map((node) => node.cloneNode(true)));
  return copy;
}

customElements.define('training-room', TrainingRoom);
