import { path } from '../paths.ts';
import { replayTools as words } from '../strings/replay.ts';
import { download } from './download.ts';
import { button } from './elements.ts';
import { keepOffline } from './keep-offline.ts';
import { readersDay } from './readers-day.ts';
import { notesText, recallReplay, rememberReplay } from './replay-memory.ts';
import { rememberDone } from './training-progress.ts';

/** What one window says to the others: where the group is, or a note by its place. With neither it asks where the group is. */
interface Told {
  at?: number;
  note?: [key: string, text: string];
}

type View = 'alone' | 'master' | 'group';

const views: Record<string, View> = { '#master': 'master', '#group': 'group' };

/**
 * Goes through an incident step by step, alone or with a group. Without it the page's own `<details>` do; with it keys and
 * clickers work, notes stay, and two windows of one browser are kept in step: one who leads, and the group's screen.
 */
class IncidentReplay extends HTMLElement {
  #at = 0;
  #view: View = 'alone';
  #steps: HTMLDetailsElement[] = [];
  #notes: Record<string, string> = {};
  #bar = makeBar();
  #tools = makeTools();
  #channel: BroadcastChannel | undefined;
  #gone = new AbortController();

  connectedCallback(): void {
    this.#steps = [...this.querySelectorAll<HTMLDetailsElement>('.step')];
    if (this.#steps.length === 0) return;
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const { at, notes } = recallReplay(this.#id);
    this.#notes = notes;
    for (const area of this.#areas) {
      area.value = notes[area.dataset['note'] ?? ''] ?? '';
      area.addEventListener('input', () => this.#write(area), { signal });
    }
    this.dataset['live'] = '';
    this.querySelector('.page-head')?.append(this.#tools.explained);
    this.#bar.element.append(this.#tools.element);
    this.#bar.read.href = this.querySelector<HTMLAnchorElement>('[data-postmortem]')?.href ?? '';
    this.append(this.#bar.element);
    this.#listen(signal);
    this.#channel = new BroadcastChannel(`replay ${location.pathname}`);
    this.#channel.addEventListener('message', ({ data }) => this.#hear(data as Told));
    this.#look();
    void keepOffline();
    this.#go(Math.min(at, this.#steps.length));
    if (this.#at > 0) this.#current()?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  disconnectedCallback(): void {
    this.#gone.abort();
    this.#channel?.close();
  }

  get #id(): string {
    return this.dataset['id'] ?? '';
  }

  get #areas(): HTMLTextAreaElement[] {
    return [...this.querySelectorAll<HTMLTextAreaElement>('textarea[data-note]')];
  }

  #listen(signal: AbortSignal): void {
    const { back, forward } = this.#bar;
    const { lead, screen, print, save, over } = this.#tools;
    const on = (element: HTMLElement, act: () => void) => element.addEventListener('click', act, { signal });
    on(back, () => void this.#move(-1));
    on(forward, () => void this.#move(1));
    on(lead, () => {
      location.hash = this.#view === 'master' ? '' : '#master';
    });
    on(screen, () => void window.open(`${location.pathname}#group`, 'replay-group', 'popup'));
    on(print, () => window.print());
    on(save, () => this.#save());
    on(over, () => this.#startOver());
    const { element } = this.#tools;
    document.addEventListener(
      'click',
      ({ target }) => {
        const isOpening = target instanceof Node && element.querySelector('summary')?.contains(target);
        if (!isOpening) element.open = false;
      },
      { signal },
    );
    document.addEventListener('keydown', (event) => this.#press(event), { signal });
    window.addEventListener('hashchange', () => this.#look(), { signal });
  }

  /** Which of the three views the address asks for. */
  #look(): void {
    this.#view = views[location.hash] ?? 'alone';
    this.dataset['view'] = this.#view;
    const leads = this.#view === 'master';
    for (const hint of this.querySelectorAll<HTMLElement>('.replay-hint')) hint.hidden = !leads;
    this.#tools.tell(this.#view);
    this.#go(this.#at);
    if (this.#view === 'group') this.#channel?.postMessage({} satisfies Told);
  }

  #hear({ at, note }: Told): void {
    // What is written in one window stands in every other, so that none forgets it.
    if (note) this.#take(...note);
    else if (this.#view === 'alone') return;
    // A screen that was just opened asks where the group is.
    else if (at === undefined) this.#tellOthers();
    else this.#go(at, true);
  }

  #tellOthers(): void {
    if (this.#view !== 'alone') this.#channel?.postMessage({ at: this.#at } satisfies Told);
  }

  /** @returns Whether there is anywhere to go. */
  #move(by: number): boolean {
    const at = this.#at + by;
    if (at < 0 || at > this.#steps.length) return false;
    this.#go(at, true);
    this.#tellOthers();
    return true;
  }

  #go(at: number, isMove = false): void {
    this.#at = at;
    const all = this.#steps.length;
    const scene = this.querySelector<HTMLElement>('.scene');
    scene?.toggleAttribute('data-now', at === 0);
    for (const [position, step] of this.#steps.entries()) {
      step.open = this.#view === 'master' || position < at;
      step.toggleAttribute('data-now', position === at - 1);
      const isAnswered =
        position === at - 2 && step.matches('.stop') && this.#steps[at - 1]?.matches('.told');
      step.toggleAttribute('data-beside', Boolean(isAnswered));
    }
    const next = this.#steps[at]?.querySelector('summary')?.textContent ?? null;
    this.#bar.tell(at, all, next);
    this.#showMine();
    if (this.#view !== 'group') rememberReplay(this.#id, { at, notes: this.#notes });
    if (at === all && this.#view === 'alone') rememberDone(this.#id, 'replayed', readersDay());
    if (!isMove) return;
    const current = this.#current();
    current?.focus({ preventScroll: true });
    // One that does not fit is read from its beginning.
    const isTall = (current?.offsetHeight ?? 0) > innerHeight / 2;
    current?.scrollIntoView({ block: isTall ? 'start' : 'nearest' });
  }

  #current(): HTMLElement | null {
    return this.querySelector<HTMLElement>(this.#at === 0 ? '.scene' : '[data-now] > .card');
  }

  #press(event: KeyboardEvent): void {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
    if (key === 'Escape' && this.#tools.element.open) {
      this.#tools.element.open = false;
      this.#tools.element.querySelector('summary')?.focus();
    }
    if (defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
    if (
      !(target instanceof HTMLElement) ||
      target.closest('input, textarea, select, dialog, [contenteditable]')
    )
      return;
    if (key === ' ' && target.closest('button, a, summary')) return;
    const by = { ' ': 1, ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[key];
    if (by !== undefined && this.#move(by)) event.preventDefault();
  }

  #write(area: HTMLTextAreaElement): void {
    const key = area.dataset['note'] ?? '';
    this.#notes = { ...this.#notes, [key]: area.value };
    rememberReplay(this.#id, { at: this.#at, notes: this.#notes });
    this.#channel?.postMessage({ note: [key, area.value] } satisfies Told);
    this.#showMine();
  }

  /** Takes over what was written in another window. */
  #take(key: string, text: string): void {
    this.#notes = { ...this.#notes, [key]: text };
    for (const area of this.#areas) if (area.dataset['note'] === key) area.value = text;
    this.#showMine();
  }

  /** My answer to each of the five questions, above the meeting's. */
  #showMine(): void {
    for (const answer of this.querySelectorAll<HTMLElement>('[data-answer]')) {
      const text = this.#notes[answer.dataset['answer'] ?? '']?.trim() ?? '';
      let mine = answer.querySelector('.replay-mine');
      if (text === '') mine?.remove();
      else {
        if (!mine) {
          mine = document.createElement('div');
          mine.className = 'replay-mine';
          answer.querySelector('h4')?.after(mine);
        }
        const label = document.createElement('b');
        label.textContent = words.yours;
        mine.replaceChildren(label, text);
      }
    }
  }

  #save(): void {
    const title = this.querySelector('h1')?.textContent ?? '';
    const seen = this.#steps.slice(0, this.#at);
    const places = seen.flatMap((step, position) => {
      const key = step.querySelector('textarea')?.dataset['note'];
      if (key === undefined) return [];
      const after = step.matches('.stop') ? seen[position + 1] : undefined;
      const heading =
        after?.querySelector('.replay-time')?.textContent ?? step.querySelector('h2')?.textContent ?? '';
      const team = after?.querySelector<HTMLElement>('.prose')?.innerText ?? null;
      return [{ heading: heading.trim(), notes: this.#notes[key] ?? '', team }];
    });
    download('replay-notes.md', 'text/markdown', notesText(title, places, { ...words, yours: words.mine }));
  }

  #startOver(): void {
    if (Object.values(this.#notes).some((text) => text.trim() !== '') && !confirm(words.overAsk)) return;
    for (const area of this.#areas) {
      area.value = '';
      this.#write(area);
    }
    this.#notes = {};
    this.#go(0, true);
    this.#tellOthers();
  }
}

const plain = { className: 'button' };

/** Below the steps: back, how far, forward. */
function makeBar() {
  const element = document.createElement('div');
  element.className = 'replay-bar';
  element.role = 'group';
  element.ariaLabel = words.label;
  const back = button(words.back, null, plain);
  const forward = button('', null, { className: 'button forward' });
  const read = document.createElement('a');
  read.className = 'button read';
  read.textContent = words.read;
  const output = document.createElement('output');
  const progress = document.createElement('progress');
  progress.ariaLabel = words.label;
  element.append(back, forward, read, progress, output);
  return {
    element,
    back,
    forward,
    read,
    tell(at: number, all: number, next: string | null) {
      back.disabled = at === 0;
      forward.hidden = next === null;
      read.hidden = next !== null;
      forward.textContent = next ?? '';
      progress.max = all;
      progress.value = at;
      // The scene is the first.
      output.textContent = words.position(at + 1, all + 1);
    },
  };
}

/** Folded at the end of the bar: what one may want to do with it all. */
function makeTools() {
  const element = document.createElement('details');
  element.className = 'replay-tools';
  const summary = document.createElement('summary');
  summary.textContent = words.more;
  const keys = document.createElement('p');
  keys.textContent = words.keys;
  const menu = document.createElement('div');
  const explained = document.createElement('p');
  explained.textContent = words.leadExplained;
  const lead = button(words.lead, null, plain);
  const screen = button(words.screen, null, plain);
  const print = button(words.print, null, plain);
  const wheel = document.createElement('a');
  wheel.href = path('/wheel-of-misfortune.json');
  wheel.download = 'general_incidents.json';
  wheel.textContent = words.wheel;
  const save = button(words.download, null, plain);
  const over = button(words.over, null, plain);
  menu.append(lead, screen, print, save, over, wheel, keys);
  element.append(summary, menu);
  return {
    element,
    explained,
    lead,
    screen,
    print,
    save,
    over,
    tell(view: View) {
      const leads = view === 'master';
      lead.textContent = leads ? words.alone : words.lead;
      explained.hidden = !leads;
      screen.hidden = !leads;
      print.hidden = !leads;
      wheel.hidden = !leads;
      save.hidden = leads;
    },
  };
}

customElements.define('incident-replay', IncidentReplay);
