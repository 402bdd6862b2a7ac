import type { FormatNote } from '../format-guide.ts';

export const frontMatterNotes = {
  'front-matter-missing': {
    why: 'Title, status and severity put an incident on its pages and in its lists. Without them the file is a note that nobody finds.',
    examples: [
      {
        place: 'file',
        wrong: '## Summary\n\nReceipts left twice.',
        right:
          '---\ntitle: Receipts left twice\nstatus: open\nseverity: 3\n---\n\n## Summary\n\nReceipts left twice.',
      },
    ],
  },
  'front-matter-fence': {
    why: 'Two lines of --- say where facts end and the story begins. With one of them missing, nobody can tell.',
    examples: [
      {
        place: 'file',
        wrong:
          '---\ntitle: Receipts left twice\nstatus: open\nseverity: 3\n\n## Summary\n\nReceipts left twice.',
        right:
          '---\ntitle: Receipts left twice\nstatus: open\nseverity: 3\n---\n\n## Summary\n\nReceipts left twice.',
      },
    ],
  },
  'front-matter-required': {
    why: 'Every list sorts by these. `reviewedOn` is asked for once the meeting was held, since what was written down as a risk counts from that day.',
    examples: [
      {
        place: 'file',
        wrong: '---\ntitle: Receipts left twice\nstatus: open\n---\n\n## Summary\n\nReceipts left twice.',
        right:
          '---\ntitle: Receipts left twice\nstatus: open\nseverity: 3\n---\n\n## Summary\n\nReceipts left twice.',
      },
    ],
  },
  'front-matter-key': {
    why: 'A key with a slip in it would be ignored without a word, and the fact with it.',
    mended: true,
    examples: [{ place: 'front-matter', wrong: 'raisedby: customer', right: 'raisedBy: customer' }],
  },
  'front-matter-value': {
    why: 'Figures and filters compare these values, so each has one way to be written.',
    mended: true,
    examples: [
      { place: 'front-matter', wrong: 'severity: "1"', right: 'severity: 1' },
      { place: 'front-matter', wrong: 'effort: 31 hours', right: 'effort: 31h' },
    ],
  },
  'handbook-title': {
    why: 'A guide is found by its title: in the handbook’s list, in search, and in the browser’s tab.',
    examples: [
      {
        place: 'guide',
        wrong: '---\norder: 3\n---\n\nWhoever is on duty answers first.',
        right: '---\ntitle: On duty\norder: 3\n---\n\nWhoever is on duty answers first.',
      },
    ],
  },
} as const satisfies Record<string, FormatNote>;
