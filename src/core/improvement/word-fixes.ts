import type { OffsetEdit } from '../fix/fix.ts';
import { isDate } from '../time/dates.ts';
import { readingsNear } from '../time/written-day.ts';
import { nearestDate } from './nearest-date.ts';
import { isDateKey } from './word-slips.ts';
import { printWord, type Word, type WordFault } from './words.ts';

/** How a fault is mended, in offsets of the lead's text; empty where that is for a person to say. */
export function wordEdits(
  fault: WordFault,
  { words, text, wordsStart }: { words: readonly Word[]; text: string; wordsStart: number },
): OffsetEdit[] {
  switch (fault.kind) {
    case 'near':
      return [
        { start: fault.word.start, end: fault.word.start + fault.written.length, text: fault.word.key },
      ];
    case 'blank':
      return [{ start: fault.word.start, end: fault.word.end, text: printWord(fault.word) }];
    case 'early':
      return fault.words.every((word) => words.includes(word))
        ? moveToEnd(fault.words, text, wordsStart)
        : [];
    default:
      return [];
  }
}

/** What an editor's menu says. */
export function fixTitle(fault: WordFault): string {
  if (fault.kind === 'early') return `Move ${fault.words.map(printWord).join(' ')} to the end`;
  return fault.kind === 'empty' ? `Write ${fault.key}:` : `Write ${printWord(fault.word)}`;
}

/** The value's one other way to be written: `due:2018-6-1`. A day that does not exist is for its author to tell. */
export function valueEdits({ key, value, start, end }: Word, writtenOn: string | null): OffsetEdit[] {
  if (!isDateKey(key)) return [];
  const [day, ...others] = readingsNear(value, writtenOn);
  if (day !== undefined && others.length === 0) return [{ start, end, text: `${key}:${day}` }];
  const date = /^[1-9]\d{3}([-/.])\d{1,2}\1\d{1,2}\.?$/.test(value) ? nearestDate(value, null) : null;
  if (date === null || !isDate(date) || Number(date.slice(8)) !== Number(/(\d+)\.?$/.exec(value)?.[1]))
    return [];
  return [{ start, end, text: `${key}:${date}` }];
}

/** Takes the words out with the blank before them and puts them where the words at the end begin. */
function moveToEnd(early: readonly Word[], text: string, wordsStart: number): OffsetEdit[] {
  const [start, end] = [early[0]?.start ?? 0, early.at(-1)?.end ?? 0];
  const run = text.slice(start, end);
  // Where the next line was meant to be another paragraph, moving them would hide that.
  if (run.includes('\n') || /^[ \t]*\r?\n/.test(text.slice(end))) return [];
  const before = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const behind = start - before === 0 ? (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) : 0;
  return [
    { start: start - (behind > 0 ? 0 : before), end: end + behind, text: '' },
    { start: wordsStart, end: wordsStart, text: ` ${run}` },
  ];
}
