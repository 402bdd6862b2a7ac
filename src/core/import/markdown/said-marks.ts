import type { Mark } from '../../vocabulary.ts';

const incident = '(?:incident|outage|issue|problem|impact|disruption|degradation|downtime|fault)';
const said: readonly (readonly [Mark, RegExp])[] = [
  [
    'started',
    new RegExp(
      String.raw`^(?:the )?${incident}s? (?:has |have )?(?:begins?|began|begun|starts?|started|occurs?|occurred)\b`,
      'i',
    ),
  ],
  ['started', new RegExp(String.raw`^(?:start|beginning) of (?:the )?${incident}\b`, 'i')],
  [
    'detected',
    new RegExp(String.raw`^(?:(?:initial|first|the|${incident})\s+)*(?:detected|detection)\b`, 'i'),
  ],
  [
    'responded',
    new RegExp(
      String.raw`^(?:the )?(?:${incident}|alert|page) (?:is |was )?acknowledged\b|^acknowledged\b`,
      'i',
    ),
  ],
  [
    'mitigated',
    new RegExp(String.raw`^(?:(?:the )?${incident} (?:is |was |has been )?)?(?:fully )?mitigated\b`, 'i'),
  ],
  [
    'resolved',
    new RegExp(String.raw`^(?:(?:the )?${incident} (?:is |was |has been )?)?(?:fully |now )?resolved\b`, 'i'),
  ],
  [
    'resolved',
    new RegExp(
      String.raw`^(?:end of (?:the )?${incident}\b|(?:the )?${incident} (?:ends?|ended|is over|over|closed)\b)`,
      'i',
    ),
  ],
];

/** The mark that the words of an entry begin with: `OUTAGE BEGINS`, `Detected:`. Null where they say none. */
export function saidMark(words: string): Mark | null {
  const text = words.replace(/^[^\p{L}]+/u, '');
  return said.find(([, form]) => form.test(text))?.[0] ?? null;
}

const names: readonly (readonly [Mark, RegExp])[] = [
  [
    'started',
    new RegExp(
      String.raw`^(?:${incident} )?(?:start(?:ed)?|began|begin|beginning|occurs|occurred)(?: (?:time|at|date|date\/time|on))?$`,
      'i',
    ),
  ],
  [
    'detected',
    new RegExp(
      `^(?:(?:first|time|${incident}) )*(?:detected|detection|discovered)(?: (?:time|at|on))?$`,
      'i',
    ),
  ],
  ['responded', /^(?:time )?acknowledged(?: (?:time|at|on))?$/i],
  ['mitigated', /^(?:time )?mitigat(?:ed|ion)(?: (?:time|at|on))?$/i],
  [
    'resolved',
    new RegExp(
      `^(?:(?:time|${incident}) )*(?:resolved|resolution|end(?:ed)?)(?: (?:time|at|on|date))?$`,
      'i',
    ),
  ],
];

/** The mark that a fact's name stands for: `Start time`, `Detected at`. */
export function markOfName(name: string): Mark | null {
  const text = name
    .replace(/\([^)]*\)/g, '')
    .replace(/[^\p{L}/]+/gu, ' ')
    .replace(/^\s*when (?:was|were|did|is) (?:the |it |this )?/i, '')
    .trim();
  return names.find(([, form]) => form.test(text))?.[0] ?? null;
}
