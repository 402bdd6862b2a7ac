import { sectionNamed } from '../../document/section-names.ts';
import type { Question, SectionSlug } from '../../vocabulary.ts';

/** What a heading of somebody else's promises below it. */
export type HeadingMeaning =
  | {
      kind: 'section';
      slug: Exclude<SectionSlug, 'timeline'> /** Only prose fits; lists would be read as ideas. */;
      prose?: true;
    }
  | { kind: 'timeline' }
  | { kind: 'actions'; question: Question | null };

const section = (slug: Exclude<SectionSlug, 'timeline'>, ...names: string[]): [string, HeadingMeaning][] =>
  names.map((name) => [name, { kind: 'section', slug }]);
const prose = (slug: Question, ...names: string[]): [string, HeadingMeaning][] =>
  names.map((name) => [name, { kind: 'section', slug, prose: true }]);
const actions = (question: Question | null, ...names: string[]): [string, HeadingMeaning][] =>
  names.map((name) => [name, { kind: 'actions', question }]);

const meanings = new Map<string, HeadingMeaning>([
  ...section(
    'summary',
    'overview',
    'executive summary',
    'tl;dr',
    'tldr',
    'abstract',
    'synopsis',
    'issue summary',
    'in short',
    'at a glance',
  ),
  ...section(
    'impact',
    'customer impact',
    'user impact',
    'business impact',
    'impact assessment',
    'impact analysis',
    'users affected',
    'affected users',
  ),
  ...section(
    'root-causes',
    'root cause(s)',
    'root cause analysis',
    'root cause and resolution',
    'root causes analysis',
    'cause',
    'causes',
    'cause analysis',
    'analysis of the cause',
    'contributing factor',
    'contributing factor(s)',
    'trigger',
    'triggers',
    'primary root cause',
    'cause of incident',
    'cause of the incident',
    'underlying cause',
    'rca',
  ),
  ...section(
    'fixes-for-symptoms',
    'workaround',
    'workarounds',
    'immediate fix',
    'mitigations',
    'short-term fix',
    'stabilization',
  ),
  ...section(
    'fixes-for-root-causes',
    'resolution and recovery',
    'recovery',
    'fix',
    'the fix',
    'permanent fix',
    'long-term fix',
    'solution',
    'how we fixed it',
  ),
  ...section(
    'artifacts',
    'supporting data',
    'supporting material',
    'references',
    'appendix',
    'appendices',
    'attachments',
    'evidence',
  ),
  ...section('symptoms', 'symptom'),
  ...section('whys', 'five whys', '5 whys', 'the five whys', 'the 5 whys'),
  ...section('what-was-expected', 'expected behavior', 'expected behaviour', 'what should have happened'),
  ...prose('detect', 'detection', 'how was it detected', 'how it was detected'),
  ...prose('react', 'response', 'incident response', 'how did we respond', 'how we responded'),
  ...actions(
    null,
    'action items',
    'action item',
    'action items (prioritized)',
    'actions',
    'follow-up',
    'follow-ups',
    'follow up',
    'follow ups',
    'followups',
    'follow-up actions',
    'follow up actions',
    'follow-up items',
    'follow-up tasks',
    'remediation',
    'remediations',
    'remediation items',
    'remediation and follow-up',
    'corrective actions',
    'corrective action',
    'corrective and preventative actions',
    'corrective and preventive actions',
    'corrective measures',
    'next steps',
    'todo',
    'todos',
    'to do',
    'tasks',
    'improvements',
    'review actions',
    'corrective and preventative measures',
    'corrective and preventive measures',
  ),
  ...actions(
    'prevent',
    'prevention',
    'preventive actions',
    'preventative actions',
    'preventive measures',
    'preventative measures',
    'prevent recurrence',
  ),
]);

const timelines =
  /^(?:incident |detailed |full |outage |event )?(?:timeline|chronology|sequence of events|event log|incident log)(?: of (?:the )?(?:events|incident|outage))?(?: and (?:actions|updates))?(?:[\s.,:]+(?:all )?times\b.*)?$|^key events$|^(?:[\p{L}'-]+ ){1,3}timeline$/u;

/** What a heading means; null where it means something of its own. */
export function meaningOf(heading: string): HeadingMeaning | null {
  const own = sectionNamed(heading.trim());
  const slug = own ?? sectionNamed(bare(heading));
  if (slug === 'timeline') return { kind: 'timeline' };
  if (slug !== null) return { kind: 'section', slug };
  const name = bare(heading);
  if (timelines.test(name)) return { kind: 'timeline' };
  const short = name.replace(/^(?:the|our|incident|post-?mortem) /, '');
  const named = sectionNamed(short);
  if (named !== null && named !== 'timeline') return { kind: 'section', slug: named };
  const known = meanings.get(name) ?? meanings.get(short);
  if (known !== undefined) return known;
  if (/^root[ -]causes? (?:of|for|behind) (?:\S+ ?){1,5}$/.test(name))
    return { kind: 'section', slug: 'root-causes' };
  return name.split(' ').length <= 6 &&
    /\b(?:action items?|follow[ -]?ups?)\b/.test(name) &&
    !/\bby\b/.test(name)
    ? { kind: 'actions', question: null }
    : null;
}

/** The question that a kind of action answers, as in Google's "Type" column; null where it says none of them. */
export function questionOf(type: string): Question | null {
  const word = bare(type);
  if (/^(?:detect|detection|monitor|monitoring|alerting|observability)\b/.test(word)) return 'detect';
  if (/^(?:mitigate|mitigation|mitigative|quick fix)\b/.test(word)) return 'quick-fix';
  if (/^(?:prevent|prevention|preventive|preventative)\b/.test(word)) return 'prevent';
  if (/^(?:respond|response|react|process|procedure|communication)\b/.test(word)) return 'react';
  return null;
}

/** Without numbering, decoration and what stands in brackets. */
function bare(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/\s*[([][^)\]]{2,}[)\]]/g, (bracket) => (/^\s*\(s\)$/.test(bracket) ? bracket : ''))
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^\d{1,2}(?:\.\d{1,2})*[.):]?\s+/, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[^\p{L}\p{N})]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}
