import { capitalized } from '../capitalized.ts';
import { dayInWords } from '../improvement/day-in-words.ts';
import { dayTold } from '../improvement/spoken-day.ts';
import { shortened } from '../shortened.ts';

/** Words that begin a search; without what comes of it nobody can tell when it is done. */
const search =
  /^(?:look|take|have|check|find|see|dig|investigate|verify|follow|keep|come|talk|speak|raise)\b/i;
const presents: readonly [RegExp, string][] = [
  [/^is looking\b/i, 'look'],
  [/^is checking\b/i, 'check'],
  [/^has\b/i, 'have'],
  [/^(look|take|follow|find|check|keep)s\b/i, '$1'],
];

/**
 * The line of an improvement, made of what somebody said they would do.
 *
 * @param what From its verb on, to the end of its sentence.
 * @param handle Null where nobody who is known has said it.
 * @param said The day on which it was said, from which words like `next week` are counted; null where nobody knows.
 */
export function asTask(
  what: string,
  { handle, said, system }: { handle: string | null; said: string | null; system: string | null },
): string {
  const plain = what
    .replace(/^([^(]*)\).*$/s, '$1')
    .replace(/\s+/g, ' ')
    .replace(/\s(?:system:|@)\S+/g, '')
    .trim();
  const verb = presents.reduce((text, [form, base]) => text.replace(form, base), plain);
  const [, before = '', day = ''] = /^(.*),? (?:by|before|until|till) (.+)$/i.exec(verb) ?? [];
  const words = day.split(' ');
  const timeless = dayInWords(words) === words.length ? before : verb;
  // In a line of its own, `it` is nothing any more.
  const text = shortened(timeless.replace(/ (?:it|this|that|them|these|those)$/i, ' …'));
  const outcome =
    search.test(text) && !/ (?:and|so that|then) /.test(text) ? ', and write down what comes of it' : '';
  const line = taskLine(`${text}${outcome}`, { handle, due: dueTold(what, said) });
  return system === null ? line : `${line} system:${system}`;
}

/** The day that a text tells, as `due:` has it; null where it tells none, or one that may be two. */
export function dueTold(text: string, said: string | null): string | null {
  const [day, ...others] = said === null ? [] : (dayTold(text, said)?.days ?? []);
  return day === undefined || others.length > 0 ? null : day;
}

/** The line of an improvement; who and by when as it is written where nobody knows them. */
export function taskLine(
  text: string,
  { handle, due = null }: { handle: string | null; due?: string | null },
): string {
  return `- [ ] ${capitalized(text)} @${handle ?? 'handle'} due:${due ?? 'YYYY-MM-DD'}`;
}
