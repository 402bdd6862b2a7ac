/** What the HTML says on its own account, around an author's words. */
export interface HtmlWords {
  callouts: Record<'note' | 'tip' | 'warning' | 'danger', string>;
  /** The accessible name of the link beside a heading. */
  anchor(heading: string): string;
  /** The accessible name of a table that may scroll; `columns` are its header cells. */
  table(number: number, columns: readonly string[]): string;
  taskDone: string;
  taskOpen: string;
  footnotes: string;
  footnoteBack(number: number): string;
}

export const englishWords: HtmlWords = {
  callouts: { note: 'Note', tip: 'Tip', warning: 'Warning', danger: 'Danger' },
  anchor: (heading) => `Link to “${heading}”`,
  table: (number, columns) =>
    [`Table ${number}`, ...(columns.length > 0 ? [columns.join(', ')] : [])].join(': '),
  taskDone: 'Done',
  taskOpen: 'To do',
  footnotes: 'Footnotes',
  footnoteBack: (number) => `Back to where note ${number} is mentioned`,
};
