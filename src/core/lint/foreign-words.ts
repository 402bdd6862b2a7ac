/** Stands for a character of code, a quotation, a log or an address: no letter, no blank and no end of a sentence. */
export const notWords = '\uFFFC';

/** Puts `notWords` in the place of every character that the author took from elsewhere. Takes linear time. */
export function maskForeign(text: string): string {
  const own = text.includes('\n')
    ? text
        .split('\n')
        .map((line) => (isFromElsewhere(line) ? mask(line) : line))
        .join('\n')
    : isFromElsewhere(text)
      ? mask(text)
      : text;
  const unquoted = withoutQuotations(own);
  return /:\/\/|www\.|mailto:/.test(unquoted) ? unquoted.replace(addresses, mask) : unquoted;
}

const addresses = /\b(?:https?:\/\/|mailto:|www\.)\S+/g;

/** A quotation from its opening mark on: a sentence or a few, never a page that one lost mark would take along. */
const quotations: Readonly<Record<string, RegExp>> = {
  '"': /(?<![\p{L}\p{N}])"[^"]{1,600}"(?![\p{L}\p{N}])/uy,
  '“': /“[^“”]{1,600}”/uy,
  '„': /„[^„“”]{1,600}[“”]/uy,
  '»': /»[^»«]{1,600}«/uy,
  '«': /«[^»«]{1,600}»/uy,
  '‘': /‘(?:[^‘’]|(?<=\p{L})’(?=\p{L})){1,600}’(?!\p{L})/uy,
  "'": /(?<![\p{L}\p{N}])'(?=\S)(?:[^'\n]|(?<=\p{L})'(?=\p{L})){1,300}(?<=\S)'(?![\p{L}\p{N}])/uy,
};

function withoutQuotations(text: string): string {
  const openings = /["“„»«‘']/g;
  let unquoted = '';
  let cursor = 0;
  for (let opening = openings.exec(text); opening !== null; opening = openings.exec(text)) {
    const quotation = quotations[opening[0]] as RegExp;
    quotation.lastIndex = opening.index;
    const found = quotation.exec(text);
    if (found === null) continue;
    unquoted += text.slice(cursor, opening.index) + mask(found[0]);
    cursor = opening.index + found[0].length;
    openings.lastIndex = cursor;
  }
  return cursor === 0 ? text : unquoted + text.slice(cursor);
}

/** How a line begins that a program wrote, that was typed into one, or that somebody else said in a chat. */
const foreignBeginning = new RegExp(
  [
    // 2018-05-04T02:10:41Z ERROR …, [02:10:41] faxgw[2213]: …
    /\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:\d\d:\d\d[\d.,:Z+-]*\]?\s+\S*(?:\[|(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b)/,
    /\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|E\d{4})\b[\]:]/,
    // May  4 02:10:41 host …
    /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d \S/,
    // Stack traces and their causes
    /at [\w$.<>/]+ ?\(.*\)\s*$|Traceback \(most|File "[^"]*", line \d|(?:Caused by: )?[\w$.]*[A-Z]\w*(?:Error|Exception):\s/,
    // <ana> we …, [10:32] ana: …, ana [10:32 AM]: …
    /<[\w.@-]+>\s|\[\d\d?:\d\d(?::\d\d)?(?: [AP]M)?\]\s+\S+:\s|[\w.@-]+ \[\d\d?:\d\d(?: [AP]M)?\]/,
    // $ command
    /[$#>] \S/,
  ]
    .map(({ source }) => `^\\s*(?:${source})`)
    .join('|'),
);

const pairs = /(?:^|\s)[\w.-]+=\S+(?:\s.*)?\s[\w.-]+=\S/;

function isFromElsewhere(line: string): boolean {
  return foreignBeginning.test(line) || (line.includes('=') && pairs.test(line));
}

function mask(found: string): string {
  return notWords.repeat(found.length);
}
