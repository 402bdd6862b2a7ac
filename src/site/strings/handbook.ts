/** What the handbook's pages say, and those that lead to them. */

export const handbook = {
  title: 'Handbook',
  lead: 'How we work when something breaks, and afterwards.',
  pages: 'Handbook pages',
  empty: 'The handbook is empty. Its pages belong into content/handbook/.',
  more: 'Beside it:',
  onDuty: 'who is on duty',
  and: 'and',
  /** @param title Of a guide. */
  helps: (title: string) => `The handbook helps: ${title}`,
};
