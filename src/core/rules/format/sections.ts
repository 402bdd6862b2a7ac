import type { FormatNote } from '../format-guide.ts';

export const sectionNotes = {
  'heading-title': {
    why: 'The page takes its title from the front matter. A second one in the text would stand there twice, and one day the two would differ.',
    examples: [{ place: 'body', wrong: '# Receipts left twice', right: '## Scope\n\nAll restaurants.' }],
  },
  'heading-indented': {
    why: 'Below an item, whatever is indented belongs to that item, headings too. Editors keep the indent of the line before, so after a nested answer the next section slips into the list, and with it all that is written under it.',
    weight: 'warning',
    mended: true,
    examples: [
      {
        place: 'body',
        wrong: '## Whys\n\n- Why so late?\n  - We look at the lag only.\n\n  ## Impact\n\n  214 suppliers.',
        right: '## Whys\n\n- Why so late?\n  - We look at the lag only.\n\n## Impact\n\n214 suppliers.',
      },
    ],
  },
  'section-name': {
    why: 'Sections are understood by their names. With a slip in it, “Root cuases” would be shown, but not counted.',
    weight: 'warning',
    examples: [{ place: 'body', wrong: '## Symtoms\n\nTBD', right: '## Symptoms\n\nTBD' }],
  },
  'section-duplicate': {
    why: 'Two sections of one name split what belongs together, and a reader who found the first stops looking. An alias is the same section: Impact and Customers affected are one.',
    examples: [
      {
        place: 'body',
        wrong: '## Impact\n\n214 suppliers.\n\n## Customers affected\n\nSix restaurants.',
        right: '## Impact\n\n214 suppliers and six restaurants.',
      },
    ],
  },
  'section-missing': {
    why: 'A status is a promise to readers: `resolved` says that the story can be read. An open ticket needs one sentence of what is burning, and no more.',
    examples: [
      {
        place: 'file',
        wrong: '---\ntitle: Receipts left twice\nstatus: open\nseverity: 3\n---\n\n## Scope\n\nTBD',
        right:
          '---\ntitle: Receipts left twice\nstatus: open\nseverity: 3\n---\n\n## Symptoms\n\nEach receipt arrives twice.\n\n## Scope\n\nTBD',
      },
    ],
  },
  'section-tbd': {
    why: 'TBD is honest while the fire burns. Once the status says that the story is told, a TBD in the summary or the timeline means that it is not.',
    examples: [
      {
        place: 'file',
        wrong:
          '---\ntitle: Receipts left twice\nstatus: resolved\nseverity: 3\n---\n\n## Summary\n\nTBD\n\n## Timeline\n\n- 2026-03-09 09:10 **started** A new queue goes live.\n- 09:50 **detected** A restaurant asks.\n- 11:12 **resolved** The old queue is off.',
        right:
          '---\ntitle: Receipts left twice\nstatus: resolved\nseverity: 3\n---\n\n## Summary\n\nFor two hours 310 restaurants got each receipt twice.\n\n## Timeline\n\n- 2026-03-09 09:10 **started** A new queue goes live.\n- 09:50 **detected** A restaurant asks.\n- 11:12 **resolved** The old queue is off.',
      },
    ],
  },
  'footnote-lost': {
    why: 'A footnote that nothing points to is not shown. Somebody wrote it, so it should be read.',
    examples: [
      {
        place: 'prose',
        wrong: 'Receipts left twice.\n\n[^1]: Counted by the mail relay.',
        right: 'Receipts left twice.[^1]\n\n[^1]: Counted by the mail relay.',
      },
    ],
  },
} as const satisfies Record<string, FormatNote>;
