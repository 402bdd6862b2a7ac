import { isHandle, lacking } from '../../../core/meeting/notes.ts';
import {
  notesText,
  type WrittenSection,
  withoutWritten,
  writeNotes,
} from '../../../core/meeting/write-notes.ts';
import { meetingScript as words } from '../../strings/meeting.ts';
import { download } from '../download.ts';
import { button, make } from '../elements.ts';
import { meetingData } from './data.ts';
import { chosenNotes, remarks } from './owners.ts';
import { canUndoClear, clear, notes, onChange, undoClear } from './store.ts';

/** What the file does not say yet. */
function toPaste(): WrittenSection[] {
  return writeNotes(withoutWritten(notes(), meetingData().written));
}

/** What lacks an owner or a date, and what goes into the file. */
class MeetingClosing extends HTMLElement {
  #end: (() => void) | undefined;

  connectedCallback(): void {
    const lacks = make('section', { className: 'lacking' });
    const paste = make('section', { className: 'paste' });
    const end = make('section', { className: 'clearing' });
    this.replaceChildren(lacks, paste, end);
    const update = (): void => {
      renderLacking(lacks);
      renderPaste(paste);
      renderClearing(end);
    };
    document.addEventListener('fire-marshal:updated', update);
    const forget = onChange(update);
    this.#end = () => {
      forget();
      document.removeEventListener('fire-marshal:updated', update);
    };
    update();
  }

  disconnectedCallback(): void {
    this.#end?.();
  }
}

function renderLacking(section: HTMLElement): void {
  const { people } = meetingData();
  const chosen = chosenNotes();
  const found = chosen.filter(
    (note) => lacking(note).length > 0 || (note.owner !== null && !isHandle(note.owner)),
  );
  const said =
    chosen.length === 0
      ? words.chosenNone
      : found.length === 0
        ? words.lackingNone
        : words.lacking(found.length);
  section.replaceChildren(
    make('h3', {}, words.fromHere),
    make('p', { className: 'muted' }, said),
    make(
      'ul',
      {},
      ...found.map((note) =>
        make(
          'li',
          {},
          note.text,
          ' ',
          ...remarks(note, people).flatMap((text) => [make('span', { className: 'lacks' }, text), ' ']),
        ),
      ),
    ),
  );
}

function renderPaste(section: HTMLElement): void {
  const written = toPaste();
  const text = notesText(written);
  // Copying and what it tells stay as they are while the text does.
  if (section.dataset.text === text) return;
  section.dataset.text = text;
  if (written.length === 0) {
    section.replaceChildren(
      make('h3', {}, words.toPaste),
      make('p', { className: 'muted' }, words.pasteNone),
    );
    return;
  }
  const told = make('span', { className: 'told' });
  told.role = 'status';
  const copy = async (what: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(what);
      told.textContent = words.copied;
    } catch {
      told.textContent = words.notCopied;
    }
  };
  const name = meetingData().key.replace(/\/$/, '').split('/').at(-1) ?? 'meeting';
  const block = make('pre', { className: 'paste-text', tabIndex: 0 }, text);
  section.replaceChildren(
    make('h3', {}, words.toPaste),
    make('p', { className: 'muted' }, words.pasteHow),
    ...(notes().some(({ from }) => from !== null)
      ? [make('p', { className: 'muted' }, words.pasteFrom)]
      : []),
    make(
      'p',
      { className: 'paste-actions' },
      button(words.copyAll, () => void copy(text), { className: 'button' }),
      button(words.download, () => download(`${name}-meeting.mdx`, 'text/markdown', text), {
        className: 'button',
      }),
      ...(written.length > 1
        ? written.map(({ heading, list }) =>
            button(words.copySection(heading), () => void copy(`${list}\n`), { className: 'quiet' }),
          )
        : []),
      told,
    ),
    block,
  );
}

function renderClearing(section: HTMLElement): void {
  const count = notes().length;
  const undo = button(words.undo, undoClear, { className: 'quiet' });
  if (canUndoClear() && count === 0) {
    section.replaceChildren(make('p', {}, `${words.cleared} `, undo));
    return;
  }
  const ask = button(
    words.clear,
    () => {
      const no = button(words.clearNo, () => renderClearing(section), { className: 'button' });
      const yes = button(
        words.clearYes,
        () => {
          clear();
          section.querySelector('button')?.focus();
        },
        { className: 'quiet' },
      );
      section.replaceChildren(
        make('p', {}, words.clearSure(count)),
        make('p', { className: 'paste-actions' }, no, yes),
      );
      no.focus();
    },
    { className: 'quiet' },
  );
  section.replaceChildren(make('p', { className: 'muted' }, `${words.kept} `, ask));
}

customElements.define('meeting-closing', MeetingClosing);
