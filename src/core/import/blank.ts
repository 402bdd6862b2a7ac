import type { Paragraph } from 'mdast';
import type { Imported } from './imported.ts';

/** An incident of which nothing is known yet, to be filled by a reader of some format. */
export function blankImported(source: string): Imported {
  return {
    source,
    facts: {
      title: null,
      status: null,
      severity: null,
      systems: [],
      tags: [],
      raisedBy: null,
      timezone: null,
      date: null,
    },
    timeline: [],
    actions: [],
    sections: [],
    leftovers: [],
    details: [],
    footnotes: [],
    notes: [],
  };
}

/** A plain text as paragraphs: nothing in it is markup. Blank lines part them; other line breaks stay. */
export function paragraphs(text: string): Paragraph[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({
      type: 'paragraph',
      children: part
        .split('\n')
        .flatMap((line, index) => [
          ...(index === 0 ? [] : [{ type: 'break' as const }]),
          { type: 'text' as const, value: line.trim() },
        ]),
    }));
}
