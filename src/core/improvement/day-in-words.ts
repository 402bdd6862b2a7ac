import { monthNamed } from '../time/written-day.ts';

/** `28 Nov 2026`, `the end of next week`: no day that somebody writes has more words. */
const longest = 5;

const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?$/;
const span =
  /^(?:today|tonight|tomorrow|days?|weeks?|weekends?|fortnight|months?|quarters?|years?|sprints?|q[1-4]|eo[dwmqy])$/;
const beside =
  /^(?:next|this|coming|end|mid|early|late|start|beginning|middle|of|the|in|within|a|an|by|before|on|until|from|now|one|two|three|four|five|six|first|second|third|last|few|couple|\d{1,2}(?:st|nd|rd|th)?|[12]\d{3})$/;

/**
 * How many of the words that follow each other are a day in words of their own, from the first on: two in `next Friday
 * for the vendor`. None where no day, week, month or the like is named.
 */
export function dayInWords(words: readonly string[]): number {
  let length = 0;
  for (const [at, word] of words.slice(0, longest).entries()) {
    const plain = word.toLowerCase().replace(/[.,;)]+$/, '');
    if (isTime(plain)) length = at + 1;
    else if (!beside.test(plain)) break;
    // `Nov 28` and `28 Nov 2026` end with a number, and nothing ends with `of`.
    else if (length > 0 && /^\d/.test(plain)) length = at + 1;
    if (/[.;)]$/.test(word) && !isShortened(plain)) break;
  }
  return length;
}

function isTime(word: string): boolean {
  const last = word.replace(/^(?:mid|early|late|end)-/, '');
  return weekday.test(last) || span.test(last) || monthNamed(last) !== null;
}

/** `Nov.`, `28.`: what a point does not end. */
function isShortened(word: string): boolean {
  return /^\d{1,2}$/.test(word) || (word.length < 5 && isTime(word));
}
