// What mermaid's timeline needs to be usable for incidents: clock times, and breaks in words wider than a box.

import { textWidth } from '../../dom/text-width.ts';
import type { DrawingWarning } from '../drawing.ts';
import { MistakeInSource } from './explain.ts';

const notAPeriod = /^(?:timeline\b|title\s|accTitle\s*:|accDescr\s*[:{]|section\s|%%|#|---|$)/i;
const widest = 150;
const mostColumns = 8;
const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** Returns what to give mermaid, line for line, and adds to the warnings. */
export function prepareTimeline(source: string, warnings: DrawingWarning[]): string {
  let periods = 0;
  let inBlock = false;
  const lines = source.split(/\r\n?|\n/);
  const start =
    lines[0]?.trim() === '---' ? lines.findIndex((line, i) => i > 0 && line.trim() === '---') + 1 : 0;
  const prepared = lines.map((line, index) => {
    const text = line.trim();
    const indent = line.slice(0, line.length - line.trimStart().length);
    const warn = (message: string) => warnings.push({ line: index + 1, column: indent.length + 1, message });
    if (index < start) return line;
    if (inBlock || /^accDescr\s*\{/i.test(text)) {
      inBlock = !text.includes('}');
      return line;
    }
    if (/^timeline[ \t]+TD\b/i.test(text))
      warn('“timeline TD” overlaps its own headings in Mermaid 12.3. Write plain “timeline”.');
    if (notAPeriod.test(text)) return line;
    if (text.startsWith(':')) {
      if (periods === 0)
        throw new MistakeInSource(
          index + 1,
          indent.length + 1,
          'This event stands before any time period.',
          'Write the period first: “14:02 : What happened”.',
        );
      return indent + text.split(/:\s/).map(breakLong).join(': ');
    }
    const [period = '', ...events] = text.split(/\s+:\s+|:\s+/);
    periods++;
    if (events.length === 0)
      warn(`“${period}” has no event. Write it after a colon between blanks: “${period} : What happened”.`);
    return indent + [breakLong(period.replaceAll(':', '#58;')), ...events.map(breakLong)].join(' : ');
  });
  if (periods > mostColumns)
    warnings.push({
      line: 1,
      column: 1,
      message: `${periods} columns don't fit a page. Make one column a phase, and list the events as text.`,
    });
  return prepared.join('\n');
}

/** Mermaid breaks at spaces only, so Chinese, Japanese and long identifiers run out of their box. */
function breakLong(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => {
      if (/^#?\w+;$|^<br/.test(word) || textWidth(word, 16, false) <= widest) return word;
      const parts = [...words.segment(word)].flatMap(({ segment }) =>
        segment.split(/(?<=[._/-])|(?<=[a-z])(?=[A-Z])/),
      );
      const lines = [''];
      for (const part of parts.flatMap(cutLetters)) {
        if (lines.at(-1) && textWidth(lines.at(-1) + part, 16, false) > widest) lines.push('');
        lines[lines.length - 1] += part;
      }
      return lines.join(' <br> ');
    })
    .join('');
}

/** A word without a place to break is cut where the box ends. */
function cutLetters(part: string): string[] {
  if (textWidth(part, 16, false) <= widest || part.includes('#')) return [part];
  const pieces: string[] = [''];
  for (const letter of part) {
    if (textWidth(pieces.at(-1) + letter, 16, false) > widest) pieces.push('');
    pieces[pieces.length - 1] += letter;
  }
  return pieces;
}
