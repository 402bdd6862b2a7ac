import type { LintRule } from '../lint-rule.ts';

/** Thirteen to nineteen digits, together or in the groups in which they stand on a card. */
const digits =
  /(?<![\w.,/#=:+-]|\d[ -])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|3[47]\d\d([ -])\d{6}\2\d{5}|\d{13,19})(?![\w/+-]|[.,:]\d|[ -]\d)/g;
const assigned =
  /(?<=\b(?:card|cc|pan|card_?(?:number|no)|credit_?card)["']?\s?[=:]\s?["']?)\d{13,19}(?![\w-])/gi;
const brands =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17})$/;
/** Near a number without groups, so that it is no order's or session's. */
const nearby =
  /\b(?:cards?|visa|master ?card|amex|american express|discover|jcb|diners|maestro|credit|debit|pan|cvv|cvc)\b/i;
/** Numbers that payment providers give out for tests. */
const forTests =
  /^(?:4(?:000|111|242|012|222|917)\d{9,12}|5(?:555555555554444|105105105105100|200828282828210|454545454545454)|2223\d{12}|3782822463100(?:05)|371449635398431|378734493671000|30569309025904|38520000023237|6011(?:111111111117|000990139424|0009\d{8})|3530111333300000|3566002020360505|(\d)\1+)$/;

export const cardNumber: LintRule = {
  guide: {
    rule: 'card-number',
    title: 'Card numbers',
    why: 'The number of a payment card is money that belongs to somebody else. Card schemes forbid to store it in the clear, let alone to publish it, and one line of a log is enough. A number is found by its first digits, its length and its check digit, so that orders and hashes are left alone; numbers that payment providers give out for tests may stand.',
    examples: [
      {
        place: 'prose',
        wrong: 'The log held the card 4539 1488 0343 6467 in full.',
        right: 'The log held the card number in full; it ended in 6467.',
      },
    ],
  },
  weight: 'error',
  find({ document: { source } }) {
    return cardsIn(source.text).map((offset) => ({
      place: source.placeAt(offset),
      message: 'Here stands what looks like the number of a payment card.',
      hint: 'Keep the last four digits at most, as in [card ending in 6467], and take it out of the history of git too. If it is something else, say so: {/* disable card-number: … */}',
    }));
  },
};

function cardsIn(text: string): number[] {
  const offsets = new Set<number>();
  for (const { index, 0: written } of text.matchAll(digits)) {
    const number = written.replace(/\D/g, '');
    if (!isCard(number)) continue;
    const around = text.slice(Math.max(0, index - 60), index + written.length + 60);
    if (written !== number || nearby.test(around)) offsets.add(index);
  }
  for (const { index, 0: number } of text.matchAll(assigned)) if (isCard(number)) offsets.add(index);
  return [...offsets].sort((a, b) => a - b);
}

function isCard(number: string): boolean {
  return brands.test(number) && !forTests.test(number) && checks(number);
}

/** ISO/IEC 7812: the check digit of Luhn. */
function checks(number: string): boolean {
  let sum = 0;
  for (let at = 0; at < number.length; at += 1) {
    const digit = Number(number.at(-1 - at));
    const weighed = at % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
