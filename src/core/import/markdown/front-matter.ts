import { readYaml } from '../../yaml/read-yaml.ts';

/** What stands above the Markdown of a file: YAML between `---`, or TOML between `+++` as Hugo and Zola have it. */
export interface ForeignFrontMatter {
  value: Record<string, unknown>;
  text: string;
  language: 'yaml' | 'toml';
  /** All of it, with its fences. */
  whole: string;
}

/** Null where a text has none; a rule and a list are none. */
export function frontMatterOf(text: string): ForeignFrontMatter | null {
  const found = /^(---|\+\+\+)[ \t]*\n([\s\S]*?\n)?\1[ \t]*(?:\n|$)/.exec(text);
  if (found === null) return null;
  const [whole, fence, inner = ''] = found;
  const value = fence === '---' ? readYaml(inner).value : readToml(inner);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? {
        value: value as Record<string, unknown>,
        text: inner.trimEnd(),
        language: fence === '---' ? 'yaml' : 'toml',
        whole,
      }
    : null;
}

/** The pairs on a line of their own, whatever table they stand in: the text is kept whole beside them. */
function readToml(text: string): Record<string, unknown> | null {
  const pairs = [...text.matchAll(/^[ \t]*([\w-]+)[ \t]*=[ \t]*(\S.*?)[ \t]*$/gm)].map(
    ([, key = '', written = '']): [string, unknown] => [key, tomlValue(written)],
  );
  return pairs.length === 0 ? null : Object.fromEntries(pairs.reverse());
}

function tomlValue(written: string): unknown {
  const literal = /^'([^']*)'$/.exec(written)?.[1];
  if (literal !== undefined) return literal;
  try {
    return JSON.parse(written);
  } catch {
    // A date, or something that is not read.
    return written;
  }
}
