/** Schemes that a link may have; a target without one is relative. */
const safeSchemes = new Set(['http', 'https', 'mailto']);

/**
 * What is wrong with a link's or image's target, or null. Reads it as browsers do: blanks and control characters at its
 * ends and line breaks and tabs anywhere are not there, case means nothing, and `\` is `/`.
 */
export function unsafeUrl(url: string, kind: 'link' | 'image'): { message: string; hint: string } | null {
  const seen = asBrowsersRead(url);
  if (seen.startsWith('//'))
    return {
      message: 'A target that begins with // leads to another host without saying how.',
      hint: `Write https:${seen.slice(0, 80)}`,
    };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(seen)?.[1]?.toLowerCase();
  if (scheme === undefined) return null;
  if (safeSchemes.has(scheme) && !(kind === 'image' && scheme === 'mailto')) return null;
  if (kind === 'image')
    return {
      message: `An image can't come from ${scheme}: here.`,
      hint: 'Put the picture beside this file and write ![what it shows](./picture.png).',
    };
  return {
    message: `A link can't begin with ${scheme}: here; http:, https:, mailto: and relative links are fine.`,
    hint: /^\d/.test(seen.slice(scheme.length + 1))
      ? `If it is a web address, write http://${seen.slice(0, 80)}`
      : 'Link to a page or to a file beside this one; to show the words alone, put them between backticks.',
  };
}

function asBrowsersRead(url: string): string {
  let start = 0;
  // U+FFFD is what a control character has become by now.
  while (start < url.length && ((url[start] as string) <= ' ' || url[start] === '\uFFFD')) start += 1;
  return url
    .slice(start)
    .trimEnd()
    .replace(/[\t\n\r]/g, '')
    .replaceAll('\\', '/');
}
