/**
 * The one escaper of Mermaid text. Letters, digits and harmless punctuation stay; all that may be syntax somewhere becomes a
 * character code.
 */
export function mermaidText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[^\p{L}\p{M}\p{N} .,!?()'’‘“”/+–—…-]/gu, (character) => `#${character.codePointAt(0)};`);
}
