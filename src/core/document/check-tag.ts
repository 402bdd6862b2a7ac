import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { closest } from '../catalog/closest.ts';
import { type Problem, problem } from '../diagnostic.ts';
import type { SourceText } from './document.ts';
import type { WrittenTag } from './scan-tag.ts';
import { calloutTypes, type TagRule, workflows } from './tags.ts';

/** Checks a known tag's attributes, and leaves on the node only the good ones. */
export function checkTag(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  written: WrittenTag | undefined,
  rule: TagRule,
  source: SourceText,
): Problem[] {
  const name = node.name ?? '';
  const problems: Problem[] = [];
  const kept = new Map<string, (typeof node.attributes)[number]>();
  const start = written?.start ?? node.position?.start.offset ?? 0;
  for (const [index, attribute] of node.attributes.entries()) {
    const own = written?.attributes[index];
    const place = source.placeAt(own?.start ?? start);
    const attributeName = own?.name ?? (attribute.type === 'mdxJsxAttribute' ? attribute.name : null);
    const complain = (code: string, message: string, hint: string): void => {
      problems.push(problem(code, place, message, hint));
    };
    if (own?.kind === 'spread' || attributeName === null || attribute.type !== 'mdxJsxAttribute')
      complain(
        'code-expression',
        `Braces in <${name}> are code to MDX. A postmortem is data, never code.`,
        `Write each attribute out, as in ${rule.example}`,
      );
    else if (!rule.attributes.includes(attributeName)) {
      const near = closest(attributeName, rule.attributes);
      complain(
        'component-attribute',
        `<${name}> has no attribute ${attributeName}${rule.attributes.length === 0 ? '' : `; it has ${rule.attributes.join(', ')}`}.`,
        near === null ? `Leave it out, as in ${rule.example}` : `Did you mean ${near}?`,
      );
    } else if (kept.has(attributeName))
      complain(
        'component-attribute',
        `The attribute ${attributeName} stands in <${name}> twice.`,
        'Keep one of the two.',
      );
    else if (own?.kind === 'expression')
      complain(
        'code-expression',
        `The value of ${attributeName} is in braces, which makes it code. A postmortem is data, never code.`,
        `Write it in quotes, as in ${rule.example}`,
      );
    else if (typeof attribute.value !== 'string')
      complain(
        'component-attribute',
        `The attribute ${attributeName} has no value.`,
        `Write it with a value in quotes, as in ${rule.example}`,
      );
    else if (name === 'Callout' && !calloutTypes.some((type) => type === attribute.value))
      complain(
        'component-attribute',
        `A Callout's type is note, tip, warning or danger; found "${attribute.value.slice(0, 40)}".`,
        `Write type="${closest(attribute.value, calloutTypes) ?? 'note'}".`,
      );
    else if (name === 'Workflow' && !workflows.some((workflow) => workflow === attribute.value))
      complain(
        'component-attribute',
        `A Workflow is of ${workflows.join(' or ')}; found "${attribute.value.slice(0, 40)}".`,
        `Write of="${closest(attribute.value, workflows) ?? 'postmortem'}".`,
      );
    else kept.set(attributeName, attribute);
  }
  const seen = new Set(written?.attributes.map(({ name }) => name));
  for (const required of rule.required) {
    const value = kept.get(required)?.value;
    const blank = typeof value === 'string' && value.trim() === '';
    if (blank || (!kept.has(required) && !seen.has(required)))
      problems.push(
        problem(
          'component-attribute',
          source.placeAt(start),
          blank ? `The ${required} of this ${name} is empty.` : `This ${name} has no ${required}.`,
          `Write it like ${rule.example}`,
        ),
      );
  }
  if (!rule.children && node.children.length > 0)
    problems.push(
      problem(
        'component-attribute',
        source.placeAt(start),
        `Nothing can stand inside <${name}>, and what does would not be shown.`,
        `Write it like ${rule.example}`,
      ),
    );
  node.attributes = [...kept.values()];
  return problems;
}
