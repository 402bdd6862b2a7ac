import type { Settings } from '../catalog/catalog.ts';
import type { Problem, Weight } from '../diagnostic.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { readDisabled } from './disable.ts';
import type { LintInput } from './lint-rule.ts';
import { type Passage, passagesOf } from './passage.ts';
import { lintRules } from './registry.ts';

/** Judges what a postmortem says. Rules that settings switch off are not asked. */
export function lint(
  postmortem: Postmortem,
  { settings, people, systems }: Pick<LintInput, 'settings' | 'people' | 'systems'>,
): Problem[] {
  const { document, facts } = postmortem;
  const disabled = readDisabled(document, (rule) => defaults.has(rule) && weightOf(rule, settings) !== 'off');
  const text = document.source.text.toLowerCase();
  let passages: Passage[] | undefined;
  const input: LintInput = {
    postmortem,
    document,
    settings,
    people,
    systems,
    get passages() {
      passages ??= passagesOf(document, facts.title);
      return passages;
    },
  };
  const problems: Problem[] = [];
  for (const { guide, cues, find, whileOpen } of lintRules) {
    if (cues !== undefined && !cues.some((cue) => text.includes(cue))) continue;
    const severity = weightOf(guide.rule, settings, facts.status === 'open' ? whileOpen : undefined);
    if (severity === 'off') continue;
    for (const found of find(input))
      if (!disabled.covers(guide.rule, found.place)) problems.push({ ...found, rule: guide.rule, severity });
  }
  return [...problems, ...disabled.problems()];
}

const defaults = new Map(lintRules.map(({ guide, weight }) => [guide.rule, weight]));

function weightOf(rule: string, { rules }: Settings, byDefault = defaults.get(rule)): Weight {
  return (Object.hasOwn(rules, rule) ? rules[rule] : undefined) ?? byDefault ?? 'off';
}
