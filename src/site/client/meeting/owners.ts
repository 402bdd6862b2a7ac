import { workingDayWithin } from '../../../core/meeting/due-day.ts';
import { handleIn, isHandle, type MeetingNote } from '../../../core/meeting/notes.ts';
import { isDate, isWeekend } from '../../../core/time/dates.ts';
import { questions } from '../../../core/vocabulary.ts';
import { lacks, meetingScript as words } from '../../strings/meeting.ts';
import { questionNames } from '../../strings/vocabulary.ts';
import { button, make } from '../elements.ts';
import { readersDay } from '../readers-day.ts';
import { meetingData } from './data.ts';
import { type Row, rowsOf, setValue } from './dom.ts';
import { changeNote, notes, onChange } from './store.ts';

/** What was chosen here, in the order of the questions. */
export function chosenNotes(): MeetingNote[] {
  const chosen = notes().filter((note) => note.chosen);
  return questions.flatMap((question) => chosen.filter(({ place }) => place === question));
}

/** For each improvement chosen here, who takes it and until when. */
class MeetingOwners extends HTMLElement {
  #end: (() => void) | undefined;

  connectedCallback(): void {
    const names = make(
      'datalist',
      { id: 'meeting:people' },
      ...meetingData().people.map(({ handle, name }) => make('option', { value: handle, label: name }, name)),
    );
    const list = make('ul', { className: 'owners' });
    const nothing = make('p', { className: 'muted' }, words.nothingChosen);
    this.replaceChildren(names, nothing, list);
    const render = rowsOf<MeetingNote>(list, ({ uid }) => uid, ownerRow);
    const update = (): void => {
      const chosen = chosenNotes();
      nothing.hidden = chosen.length > 0;
      render(chosen);
    };
    this.#end = onChange(update);
    update();
  }

  disconnectedCallback(): void {
    this.#end?.();
  }
}

function ownerRow({ uid, place }: MeetingNote): Row<MeetingNote> {
  const { people, improvementDays } = meetingData();
  const text = make('p', { className: 'owner-text' });
  const owner = make('input', {
    className: 'input',
    type: 'text',
    autocomplete: 'off',
    placeholder: words.owner,
  });
  owner.setAttribute('list', 'meeting:people');
  owner.autocapitalize = 'none';
  owner.addEventListener('input', () => changeNote(uid, { owner: handleIn(owner.value, people) }));
  owner.addEventListener('blur', () => setValue(owner, handleIn(owner.value, people) ?? ''));
  const due = make('input', { className: 'input', type: 'date' });
  due.addEventListener('input', () => changeNote(uid, { due: isDate(due.value) ? due.value : null }));
  const says = make('span', { className: 'owner-says' });
  const days = [...(improvementDays === null ? [] : [improvementDays]), 14, 28];
  const offers = [...new Set(days)].map((count) =>
    button(
      count === improvementDays ? words.byPolicy(count) : words.inWeeks(count / 7),
      () => changeNote(uid, { due: workingDayWithin(readersDay(), count) }),
      { className: 'quiet' },
    ),
  );
  return {
    element: make(
      'li',
      {},
      text,
      make(
        'div',
        { className: 'owner-fields' },
        owner,
        due,
        make('span', { className: 'offers' }, ...offers),
        says,
      ),
    ),
    update(note) {
      text.textContent = note.text;
      text.dataset.question = place === 'parked' ? '' : questionNames[place].name;
      setValue(owner, note.owner ?? '');
      setValue(due, note.due ?? '');
      owner.ariaLabel = words.ownerOf(note.text);
      due.ariaLabel = words.dueOf(note.text);
      says.textContent = remarks(note, people).join(', ');
    },
  };
}

/** What is still to be said about an improvement, kindly. */
export function remarks({ owner, due }: MeetingNote, people: readonly { handle: string }[]): string[] {
  const found: string[] = [];
  if (owner === null) found.push(lacks.owner);
  else if (!isHandle(owner)) found.push(words.noHandle);
  else if (people.length > 0 && !people.some(({ handle }) => handle === owner))
    found.push(words.unknownOwner(owner));
  if (due === null) found.push(lacks.due);
  else if (isWeekend(due)) found.push(words.weekend);
  return found;
}

customElements.define('meeting-owners', MeetingOwners);
