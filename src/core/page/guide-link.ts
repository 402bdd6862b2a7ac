import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { SectionSlug } from '../vocabulary.ts';
import type { Link } from './model.ts';
import { handbookUrl } from './urls.ts';

/** What pages have to say to those who want to know more: each the name of a guide, as the handbook ships with it. */
export type GuideTopic =
  | 'tenets'
  | 'blameless'
  | 'on-duty'
  | 'intake'
  | 'severities'
  | 'dont-panic'
  | 'stakeholders'
  | 'workflow'
  | 'writing'
  | 'five-questions'
  | 'meeting'
  | 'two-queues';

/**
 * Where the handbook speaks of something, with the guide's own title. Guides belong to those who write them, and may be
 * gone or named otherwise: null then, and nothing leads there.
 *
 * @param anchor Of a heading in the guide; left out of the address where the guide has none of that name.
 */
export function guideLink(
  index: Pick<CatalogIndex, 'handbook' | 'basePath'>,
  topic: GuideTopic,
  anchor?: string,
): Link | null {
  const guide = index.handbook.get(topic);
  if (guide === undefined) return null;
  const hash = anchor !== undefined && guide.document.anchors.includes(anchor) ? `#${anchor}` : '';
  return { text: guide.title, url: `${handbookUrl(index, guide.id)}${hash}` };
}

const intake = { topic: 'intake' } as const;
const writing = { topic: 'writing' } as const;
const hypotheses = { topic: 'dont-panic', anchor: 'work-like-a-doctor' } as const;
const question = (anchor: string) => ({ topic: 'five-questions', anchor }) as const;

const topicOfSection: Readonly<Record<SectionSlug, { topic: GuideTopic; anchor?: string }>> = {
  'original-request': intake,
  symptoms: hypotheses,
  scope: intake,
  summary: writing,
  impact: { topic: 'stakeholders' },
  timeline: writing,
  hypotheses,
  'root-causes': writing,
  'fixes-for-symptoms': writing,
  'fixes-for-root-causes': writing,
  whys: writing,
  'next-actions': { topic: 'dont-panic' },
  detect: question('detect'),
  react: question('react'),
  'quick-fix': question('quick-fix'),
  prevent: question('prevent'),
  'other-areas-of-risk': question('other-areas-of-risk'),
  artifacts: writing,
  'steps-to-reproduce': intake,
  'what-happened': intake,
  'what-was-expected': intake,
};

/** The guide that helps to write a section; null as with {@link guideLink}. */
export function sectionGuide(
  index: Pick<CatalogIndex, 'handbook' | 'basePath'>,
  section: SectionSlug,
): Link | null {
  const { topic, anchor } = topicOfSection[section];
  return guideLink(index, topic, anchor);
}
