import { dayInWords } from '../improvement/day-in-words.ts';

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
 */
export function asTask(what: string, handle: string | null): string {
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
  const said = timeless.replace(/ (?:it|this|that|them|these|those)$/i, ' …');
  const short = said.length > 60 ? `${said.slice(0, 59).toWellFormed()}…` : said;
  const outcome =
    search.test(short) && !/ (?:and|so that|then) /.test(short) ? ', and write down what comes of it' : '';
  return `- [ ] ${short.charAt(0).toUpperCase()}${short.slice(1)}${outcome} @${handle ?? 'handle'} due:YYYY-MM-DD`;
}
