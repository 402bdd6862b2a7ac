// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
export const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Content is foreign text: control characters must not reach a terminal as commands. */
export function printable(text: string): string {
  return text.replace(controls, '·');
}
