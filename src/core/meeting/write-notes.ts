import { improvementGrammarOf } from '../improvement/words.ts';
import { type Question, questions, sections } from '../vocabulary.ts';
import { escapeLine, ideaGrammarOf, itemLine } from './escape-line.ts';
import { inOrder, isHandle, type MeetingNote, oneLine } from './notes.ts';

/** What a meeting adds to one section of its file. */
export interface WrittenSection {
  place: MeetingNote['place'];
  heading: string;
  /** Bullets, without a line break at the end. */
  list: string;
}

/** The heading of what was parked; a section of its own, which a page shows where it stands. */
export const parkedHeading = 'Parking lot';

/** Notes as the format has them: ideas as bullets, and improvements with a box, an owner and a date. */
export function writeNotes(notes: readonly MeetingNote[]): WrittenSection[] {
  return ([...questions, 'parked'] as const).flatMap((place) => {
    const lines = inOrder(notes.filter((note) => note.place === place)).flatMap((note) => lineOf(note) ?? []);
    const heading = place === 'parked' ? parkedHeading : sections[place].name;
    return lines.length === 0 ? [] : [{ place, heading, list: lines.join('\n') }];
  });
}

/** All of it, each list under its heading. */
export function notesText(written: readonly WrittenSection[]): string {
  return written.map(({ heading, list }) => `## ${heading}\n\n${list}\n`).join('\n');
}

function lineOf({ place, text, chosen, owner, due }: MeetingNote): string | null {
  const line = oneLine(text);
  if (line === '') return null;
  if (place === 'parked') return `- ${escapeLine(line)}`;
  if (!chosen) return `- ${itemLine(line, [], ideaGrammarOf(place))}`;
  const words = [
    ...(owner !== null && isHandle(owner) ? [`@${owner}`] : []),
    ...(due === null ? [] : [`due:${due}`]),
  ];
  return `- [ ] ${itemLine(line, words, improvementGrammarOf(place))}`;
}

interface Said {
  text: string;
}

/** Only what the file does not say yet: a note with the same words was pasted. */
export function withoutWritten(
  notes: readonly MeetingNote[],
  written: Readonly<Record<Question, { improvements: readonly Said[]; ideas: readonly Said[] }>>,
): MeetingNote[] {
  return notes.filter(({ place, text, chosen }) => {
    if (place === 'parked') return true;
    const line = oneLine(text);
    const has = (items: readonly Said[]): boolean => items.some((item) => item.text === line);
    return !has(written[place].improvements) && (chosen || !has(written[place].ideas));
  });
}
