import type { FormatNote } from '../format-guide.ts';

const said = 'The vendor’s report says “human error”; it was human error to nobody else.';

export const commentNotes = {
  'disable-name': {
    why: 'A comment can disable rules about what is said, where a quotation has to stand as it is. With a slip in the name it would disable nothing.',
    weight: 'warning',
    examples: [
      {
        place: 'prose',
        wrong: '{/* disable blame-wrds: as the vendor put it */}\n\nA fine day.',
        right: `{/* disable blame-words: as the vendor put it */}\n\n${said}`,
      },
    ],
  },
  'disable-reason': {
    why: 'The next person to edit the page will wonder whether the comment may go. A few words spare them the question.',
    weight: 'warning',
    examples: [
      {
        place: 'prose',
        wrong: `{/* disable blame-words */}\n\n${said}`,
        right: `{/* disable blame-words: as the vendor put it */}\n\n${said}`,
      },
    ],
  },
  'disable-unused': {
    why: 'A comment that outlived its sentence would one day hide something that nobody meant to hide.',
    weight: 'advice',
    examples: [
      {
        place: 'prose',
        wrong: '{/* disable blame-words: as the vendor put it */}\n\nOrders waited for eleven hours.',
        right: 'Orders waited for eleven hours.',
      },
    ],
  },
} as const satisfies Record<string, FormatNote>;
