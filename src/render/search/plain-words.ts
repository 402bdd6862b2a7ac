/** Letters as Pagefind compares them: small, without accents and without punctuation between them. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu, '')
    .toLowerCase();
}
