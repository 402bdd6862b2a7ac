import type { MeetingNote } from '../../../core/meeting/notes.ts';
import { oneLine } from '../../../core/meeting/notes.ts';
import { isQuestion } from '../../../core/vocabulary.ts';
import { meetingScript as words } from '../../strings/meeting.ts';
import { button, make } from '../elements.ts';
import { type Row, rowsOf, setValue } from './dom.ts';
import { addNote, changeNote, draft, keepDraft, notes, onChange, onClear, removeNote } from './store.ts';
import { voteButtons } from './votes.ts';

/** What is said under one question, or parked: a field to type it, and the list. `data-place` says where. */
class MeetingNotes extends HTMLElement {
  #end: (() => void) | undefined;

  connectedCallback(): void {
    const { place = '' } = this.dataset;
    if (!(place === 'parked' || isQuestion(place))) return;
    const prompt =
      place === 'parked' ? words.addParked : place === 'other-areas-of-risk' ? words.addRisk : words.addIdea;
    const field = make('input', {
      className: 'input',
      type: 'text',
      autocomplete: 'off',
      placeholder: prompt,
    });
    field.ariaLabel = prompt;
    field.enterKeyHint = 'done';
    field.value = draft(place);
    field.addEventListener('input', () => keepDraft(place, field.value));
    const form = make(
      'form',
      { className: 'note-form' },
      field,
      make('button', { className: 'button', type: 'submit' }, words.add),
    );
    const list = make('ul', { className: 'notes' });
    const told = make('p', { className: 'told' });
    told.role = 'status';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (addNote({ place, text: field.value })) {
        field.value = '';
        keepDraft(place, '');
      }
      field.focus();
    });
    this.replaceChildren(form, list, told);
    const render = rowsOf<MeetingNote>(
      list,
      ({ uid }) => uid,
      (note) => noteRow(note, told),
    );
    const update = (): void => {
      render(notes().filter((note) => note.place === place && note.from === null));
    };
    const ends = [
      onChange(update),
      onClear(() => {
        field.value = '';
      }),
    ];
    this.#end = () => {
      for (const end of ends) end();
    };
    update();
  }

  disconnectedCallback(): void {
    this.#end?.();
  }
}

function noteRow({ uid, place }: MeetingNote, told: HTMLElement): Row<MeetingNote> {
  let text = '';
  const field = make('textarea', { className: 'note-text', rows: 1, enterKeyHint: 'done' });
  field.addEventListener('input', () => {
    if (oneLine(field.value) !== '') changeNote(uid, { text: oneLine(field.value) });
  });
  field.addEventListener('blur', () => setValue(field, text));
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    field.blur();
  });
  const remove = button(
    '×',
    () => {
      const undo = removeNote(uid);
      const back = button(words.undo, () => {
        undo();
        told.replaceChildren();
      });
      told.replaceChildren(`${words.removed(text)} `, back);
      back.focus();
    },
    { className: 'note-remove' },
  );
  const votes = place === 'parked' ? null : voteButtons(uid);
  return {
    element: make('li', {}, field, votes?.element ?? null, remove),
    update(note) {
      text = note.text;
      setValue(field, text);
      // The last row must be able to read all of it, also where a browser can't size a field by its content.
      if (!CSS.supports('field-sizing', 'content')) field.rows = Math.ceil(text.length / 30);
      field.ariaLabel = words.edit(text);
      remove.ariaLabel = words.remove(text);
      votes?.update(text);
    },
  };
}

customElements.define('meeting-notes', MeetingNotes);
