/** Control characters as the pictures Unicode has for them: what is printed here is to be read by people. */
export function visible(text: string): string {
  return [...text]
    .map((letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x20 && !/\s/.test(letter) ? String.fromCharCode(code + 0x2400) : letter;
    })
    .join('');
}
