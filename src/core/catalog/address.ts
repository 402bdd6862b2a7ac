/** Where a link leads, as far as a browser is concerned. */
export type Address =
  | { kind: 'external' | 'mail' | 'anchor' | 'relative'; href: string }
  | { kind: 'forbidden' };

/**
 * Sorts a link as written. Only `http`, `https`, `mailto`, anchors and relative paths are addresses; everything else that
 * a browser might understand (`javascript:`, `data:`, `//host`, also in disguise) is forbidden.
 */
export function addressOf(url: string): Address {
  // Browsers ignore these characters while they read a scheme, so `java\nscript:` would be one.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const bare = url.replace(/[\u0000-\u001f\u007f-\u009f]/g, '').trim();
  if (/^https?:\/\/[^/\\]/i.test(bare)) return { kind: 'external', href: encode(bare) };
  if (/^mailto:/i.test(bare)) return { kind: 'mail', href: encode(bare) };
  if (bare.startsWith('#')) return { kind: 'anchor', href: encode(bare) };
  if (/^[^/?#]*:/.test(bare) || /^[\\/]/.test(bare)) return { kind: 'forbidden' };
  return { kind: 'relative', href: encode(bare) };
}

function encode(url: string): string {
  return url.replace(/[\s"<>\\^`{|}]/g, (character) => encodeURIComponent(character));
}
