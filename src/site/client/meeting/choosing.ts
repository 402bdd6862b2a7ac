import { workingDayWithin } from '../../../core/meeting/due-day.ts';
import { oneLine } from '../../../core/meeting/notes.ts';
import { type Question, questions } from '../../../core/vocabulary.ts';
import { meetingScript as words } from '../../strings/meeting.ts';
import { questionNames } from '../../strings/vocabulary.ts';
import { make } from '../elements.ts';
import { readersDay } from '../readers-day.ts';
import { meetingData } from './data.ts';
import { type Row, rowsOf } from './dom.ts';
import { addNote, changeNote, notes, onChange, removeNote } from './store.ts';
import { voteButtons } from './votes.ts';

/** An idea that the team may choose: one that was said today, or one of the file. */
interface Choice {
  /** What its votes are counted under. */
  subject: string;
  question: Question;
  text: string;
  /** The note that stands for it; null for an idea of the file that nobody chose. */
  uid: string | null;
  chosen: boolean;
  /** Its anchor, where the file has it. */
  from: string | null;
}

function choices(): Choice[] {
  const all = notes();
  const { written } = meetingData();
  return questions.flatMap((question) => [
    ...written[question].ideas
      // What was typed here and pasted since is one idea, not two.
      .filter(
        ({ text }) =>
          !all.some((note) => note.place === question && note.from === null && note.text === text),
      )
      .map(({ anchor, text }): Choice => {
        const note = all.find(({ place, from }) => place === question && from === anchor);
        return {
          subject: `${question}/${anchor}`,
          question,
          text,
          uid: note?.uid ?? null,
          chosen: note !== undefined,
          from: anchor,
        };
      }),
    ...all
      .filter(({ place, from }) => place === question && from === null)
      .map(({ uid, text, chosen }): Choice => ({ subject: uid, question, text, uid, chosen, from: null })),
  ]);
}

function choose(choice: Choice, chosen: boolean): void {
  const { improvementDays } = meetingData();
  const due = improvementDays === null ? null : workingDayWithin(readersDay(), improvementDays);
  if (choice.from !== null && chosen)
    addNote({ place: choice.question, text: oneLine(choice.text), chosen, due, from: choice.from });
  else if (choice.from !== null && choice.uid !== null) removeNote(choice.uid);
  else if (choice.uid !== null) {
    const known = notes().find(({ uid }) => uid === choice.uid);
    changeNote(choice.uid, { chosen, due: known?.due ?? (chosen ? due : null) });
  }
}

/** All ideas, with their votes, and a box for each that the team wants to try. */
class MeetingChoosing extends HTMLElement {
  #end: (() => void) | undefined;

  connectedCallback(): void {
    const groups = make('div', { className: 'choices' });
    const nothing = make('p', { className: 'muted' }, words.nothingToChoose);
    this.replaceChildren(nothing, groups);
    const render = rowsOf<{ question: Question; choices: Choice[] }>(
      groups,
      ({ question }) => question,
      groupRow,
    );
    const update = (): void => {
      const all = choices();
      nothing.hidden = all.length > 0;
      render(
        questions
          .map((question) => ({ question, choices: all.filter((choice) => choice.question === question) }))
          .filter((group) => group.choices.length > 0),
      );
    };
    const ends = [onChange(update)];
    document.addEventListener('fire-marshal:updated', update);
    ends.push(() => document.removeEventListener('fire-marshal:updated', update));
    this.#end = () => {
      for (const end of ends) end();
    };
    update();
  }

  disconnectedCallback(): void {
    this.#end?.();
  }
}

function groupRow({ question }: { question: Question }): Row<{ question: Question; choices: Choice[] }> {
  const list = make('ul', { className: 'choice-list' });
  const render = rowsOf<Choice>(list, ({ subject }) => subject, choiceRow);
  return {
    element: make('section', {}, make('h3', {}, questionNames[question].name), list),
    update: (group) => render(group.choices),
  };
}

function choiceRow(first: Choice): Row<Choice> {
  let choice = first;
  const box = make('input', { type: 'checkbox' });
  box.addEventListener('change', () => choose(choice, box.checked));
  const text = make('span', { className: 'choice-text' });
  const votes = voteButtons(first.subject);
  const place =
    first.from === null ? null : make('span', { className: 'muted choice-from' }, ` ${words.inFile}`);
  return {
    element: make('li', {}, make('label', {}, box, make('span', {}, text, place)), votes.element),
    update(next) {
      choice = next;
      box.checked = next.chosen;
      text.textContent = next.text;
      votes.update(next.text);
    },
  };
}

customElements.define('meeting-choosing', MeetingChoosing);
