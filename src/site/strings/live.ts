/** What pages say only while somebody writes: `npm run dev`. */
export const live = {
  problems: (count: number): string =>
    count === 1 ? '1 problem in this file' : `${count} problems in this file`,
  standsIn: 'You are reading the last version without a problem. The page follows once the file is mended.',
  asWritten: 'This is the file as far as it can be read.',
  asText: 'Nothing of it can be shown as a page yet, so here is its text.',
  sharedStandsIn: 'What it said before stays in force.',
  shared: (file: string, count: number): string =>
    count === 1 ? `${file} has a problem.` : `${file} has ${count} problems.`,
  warnings: (count: number): string =>
    count === 1 ? '1 warning in this file' : `${count} warnings in this file`,
  place: (line: number, column: number): string => `Line ${line}, column ${column}`,
  open: 'Open in the editor',
  under: (heading: string): string => `under “${heading}”`,
  pill: (count: number): string => (count === 1 ? '1 problem' : `${count} problems`),
  region: 'While you write',
  file: (name: string): string => `The text of ${name}`,
  gone: (title: string): string =>
    title === '' ? 'Its file was deleted.' : `“${title}” stood here. Its file was deleted.`,
  moved: (title: string): string =>
    title === '' ? 'Its file has another name now.' : `“${title}” stood here. Its file has another name now.`,
  goThere: 'Go to where it is',
};
