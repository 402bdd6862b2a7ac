const longest = 60;

/** Letters that have no accent to take off. */
const spelled: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/**
 * What a title gives for a file's name: lower-case letters, digits and hyphens, at most 60 of them, cut between words.
 * Null where it has no Latin letter or digit to make one of.
 */
export function titleSlug(title: string): string | null {
  const words = title
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`;
    if (longer.length > longest) break;
    slug = longer;
  }
  return slug === '' ? null : slug;
}

/** Whether a text can be an id below `postmortems/`, folders included. */
export function isId(text: string): boolean {
  return /^[a-z0-9_-]+(?:\/[a-z0-9_-]+)*$/.test(text) && text.length <= 200;
}

/** The id, or with `-2`, `-3` at its end where it is taken. */
export function freeId(id: string, taken: (id: string) => boolean): string {
  if (!taken(id)) return id;
  let number = 2;
  while (taken(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}
