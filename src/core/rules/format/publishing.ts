import type { FormatNote } from '../format-guide.ts';

export const publishingNotes = {
  secret: {
    why: 'A log pasted in a hurry often carries a token, and a knowledge base is read by many. Revoke it first; then take it out.',
    examples: [
      {
        place: 'in-words',
        wrong: 'A line of a log with the token of the deploy bot in it.',
        right: 'The same line with `[token of the deploy bot]` instead.',
      },
    ],
  },
} as const satisfies Record<string, FormatNote>;
