import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { type GuideTag, isGuideTag } from '../document/tags.ts';
import { reportTemplate } from '../handbook/report-template.ts';
import { improvementWorkflow, postmortemWorkflow, type Workflow } from '../handbook/workflow.ts';
import { improvementStates } from '../vocabulary.ts';
import type { HandbookPart, LimitsModel } from './handbook-model.ts';
import type { Html } from './model.ts';
import { onDutyNow } from './on-duty-page.ts';
import { queuesAddress } from './queues-page.ts';
import { backlogUrl, teamUrl } from './urls.ts';

/** A component of a guide, as somebody wrote it. */
export interface WrittenPart {
  name: GuideTag;
  /** Whose workflow; a postmortem's where nothing is said. */
  of: 'postmortem' | 'improvement';
}

/** Null for a node that is none of the guides' components. */
export function writtenPart(node: { type: string }): WrittenPart | null {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return null;
  const { name, attributes } = node as MdxJsxFlowElement | MdxJsxTextElement;
  if (name === null || !isGuideTag(name)) return null;
  const ofImprovement = attributes.some(
    (attribute) =>
      attribute.type === 'mdxJsxAttribute' && attribute.name === 'of' && attribute.value === 'improvement',
  );
  return { name, of: ofImprovement ? 'improvement' : 'postmortem' };
}

/**
 * What a component of a guide shows.
 *
 * @param draw Writes the figure of a diagram of {@link diagramsOf}.
 */
export function handbookPart(
  index: CatalogIndex,
  { name, of }: WrittenPart,
  draw: (source: string) => Html,
): HandbookPart {
  switch (name) {
    case 'Severities':
      return { kind: 'severities', severities: index.catalog.settings.severities };
    case 'Workflow': {
      const { source, steps } = workflows[of]();
      return { kind: 'workflow', of, drawing: draw(source), steps };
    }
    case 'ReportTemplate':
      return { kind: 'report-template', text: reportTemplate() };
    case 'Limits':
      return { kind: 'limits', limits: limitsModel(index) };
    case 'Marks':
      return { kind: 'marks' };
    case 'OnDuty':
      return { kind: 'on-duty', now: onDutyNow(index) };
  }
}

/** The diagrams that a guide's components show, as Mermaid text, to be drawn beside its own. */
export function diagramsOf(parts: readonly WrittenPart[]): string[] {
  return parts.flatMap(({ name, of }) => (name === 'Workflow' ? [workflows[of]().source] : []));
}

const workflows: Readonly<Record<WrittenPart['of'], () => Workflow>> = {
  postmortem: postmortemWorkflow,
  improvement: improvementWorkflow,
};

function limitsModel(index: CatalogIndex): LimitsModel {
  const { settings, backlog } = index.catalog;
  return {
    states: improvementStates.flatMap((state) => {
      const limit = settings.wipLimits[state];
      if (limit === undefined) return [];
      const now = backlog.filter(({ improvement }) => improvement.state === state).length;
      return [{ state, limit, now, url: backlogUrl(index, { state }) }];
    }),
    teams: [...index.teams.values()].flatMap(({ name, slug, hours }) =>
      hours === null ? [] : [{ name, url: teamUrl(index, slug), hours }],
    ),
    queuesUrl: queuesAddress(index),
  };
}
