/** The lines of a text as editors and findings count them: any line break ends one, and a byte order mark is none of its letters. */
export function linesOf(text: string): string[] {
  return (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).split(/\r\n?|\n/);
}
