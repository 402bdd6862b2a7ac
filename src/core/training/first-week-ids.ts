import { closest } from '../catalog/closest.ts';
import { type Problem, problem } from '../diagnostic.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { shown } from '../yaml/schema-problems.ts';

/**
 * What is wrong with the incidents that settings choose for the first week, each at its own line.
 *
 * @param text Of `settings.yaml`.
 * @param ids Of all postmortems there are, readable or not.
 */
export function firstWeekProblems(
  text: string,
  firstWeek: readonly string[],
  ids: ReadonlySet<string>,
): Problem[] {
  if (firstWeek.every((id) => ids.has(id))) return [];
  const { placeOf } = readYaml(text);
  return firstWeek.flatMap((id, at) => {
    if (ids.has(id)) return [];
    const near = closest(id, ids) ?? [...ids].find((other) => other.endsWith(id) || other.includes(id));
    return [
      problem(
        'settings-value',
        placeOf(['firstWeek', at], 'value'),
        `firstWeek names ${shown(id)}, and there is no such postmortem.`,
        near === undefined
          ? 'Write its id: the path below content/postmortems/ without .mdx'
          : `Did you mean ${near}?`,
      ),
    ];
  });
}
