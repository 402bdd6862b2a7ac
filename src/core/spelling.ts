/** A name as part of a regular expression; its words may run over the end of a line. */
export function spelling(name: string): string {
  return RegExp.escape(name).replaceAll('\\x20', '\\s+');
}
