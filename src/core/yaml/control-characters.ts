import { type Problem, problem } from '../diagnostic.ts';
import type { YamlReading } from './read-yaml.ts';

/** Escapes of YAML, "\e" and "\0", write characters that no page, feed or terminal can bear. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** One problem for each key or value with a control character that an escape wrote. */
export function controlCharacters(
  text: string,
  { value, placeOf }: Pick<YamlReading, 'value' | 'placeOf'>,
): Problem[] {
  if (!text.includes('\\')) return [];
  const problems: Problem[] = [];
  const see = (found: unknown, path: readonly (string | number)[]): void => {
    if (typeof found === 'string') {
      if (controls.test(found)) complain(path, 'value');
    } else if (Array.isArray(found)) for (const [index, item] of found.entries()) see(item, [...path, index]);
    else if (typeof found === 'object' && found !== null)
      for (const [key, item] of Object.entries(found)) {
        if (controls.test(key)) complain([...path, key], 'key');
        see(item, [...path, key]);
      }
  };
  const complain = (path: readonly (string | number)[], of: 'key' | 'value'): void => {
    problems.push(
      problem(
        'text-control-character',
        placeOf(path, of),
        'A \\ writes a control character here, which is no text.',
        'Delete it; for a plain \\, write \\\\ or put the value in single quotes.',
      ),
    );
  };
  see(value, []);
  return problems;
}
