/** The tags that a postmortem may hold, and what each may say. */
export interface TagRule {
  kind: 'component' | 'html';
  attributes: readonly string[];
  required: readonly string[];
  /** Whether something may stand between `<tag>` and `</tag>`. */
  children: boolean;
  /** A line to copy. */
  example: string;
}

export const calloutTypes = ['note', 'tip', 'warning', 'danger'] as const;

const html = (example: string, attributes: readonly string[] = []): TagRule => ({
  kind: 'html',
  attributes,
  required: [],
  children: true,
  example,
});

export const tagRules: Readonly<Record<string, TagRule>> = {
  Callout: {
    kind: 'component',
    attributes: ['type'],
    required: [],
    children: true,
    example: '<Callout type="warning">Words</Callout>',
  },
  Details: {
    kind: 'component',
    attributes: ['summary'],
    required: ['summary'],
    children: true,
    example: '<Details summary="The whole log">',
  },
  Figure: {
    kind: 'component',
    attributes: ['src', 'alt', 'caption'],
    required: ['src', 'alt'],
    children: false,
    example: '<Figure src="./board.png" alt="What the picture shows" />',
  },
  br: { ...html('<br />'), children: false },
  kbd: html('<kbd>Ctrl</kbd>'),
  sub: html('H<sub>2</sub>O'),
  sup: html('10<sup>3</sup>'),
  mark: html('<mark>words</mark>'),
  abbr: html('<abbr title="Service level">SLA</abbr>', ['title']),
};

const guideComponent = (name: string, attributes: readonly string[] = []): TagRule => ({
  kind: 'component',
  attributes,
  required: [],
  children: false,
  example: `<${name}${attributes.map((attribute) => ` ${attribute}="improvement"`).join('')} />`,
});

/** What a guide may hold besides: each shows what the content or the product itself knows. */
export const guideTags = {
  Severities: guideComponent('Severities'),
  Workflow: guideComponent('Workflow', ['of']),
  ReportTemplate: guideComponent('ReportTemplate'),
  OnDuty: guideComponent('OnDuty'),
  Limits: guideComponent('Limits'),
  Marks: guideComponent('Marks'),
} as const satisfies Record<string, TagRule>;
export type GuideTag = keyof typeof guideTags;

export const workflows = ['postmortem', 'improvement'] as const;

export function isGuideTag(name: string): name is GuideTag {
  return Object.hasOwn(guideTags, name);
}

/** @param inGuide Whether the tag stands in a guide, which may hold more. */
export function tagRule(name: string, inGuide = false): TagRule | null {
  if (inGuide && isGuideTag(name)) return guideTags[name];
  return Object.hasOwn(tagRules, name) ? (tagRules[name] as TagRule) : null;
}

/** HTML elements that never have an end tag. */
export const voidElements: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** How to write in Markdown what people reach for in HTML. */
export const insteadOf: Readonly<Record<string, string>> = {
  a: 'Write a link as [text](url).',
  b: 'Write bold text as **text**.',
  strong: 'Write bold text as **text**.',
  i: 'Write emphasis as *text*.',
  em: 'Write emphasis as *text*.',
  s: 'Write struck-out text as ~~text~~.',
  del: 'Write struck-out text as ~~text~~.',
  code: 'Write code between backticks: `code`.',
  tt: 'Write code between backticks: `code`.',
  pre: 'Put the lines between two lines of ```.',
  p: 'Leave a blank line between paragraphs.',
  hr: 'Write a line of three hyphens: ---',
  img: 'Write an image as ![what it shows](./picture.png), or use <Figure src="./picture.png" alt="What it shows" />.',
  figure: 'Use <Figure src="./picture.png" alt="What it shows" caption="Words" />.',
  details: 'Use <Details summary="Words"> … </Details>.',
  summary: 'Use <Details summary="Words"> … </Details>.',
  ul: 'Begin each line of a list with "- ".',
  ol: 'Begin each line of a list with "1. ".',
  li: 'Begin each line of a list with "- ".',
  table: 'Write a table with | between its cells.',
  blockquote: 'Begin each line of a quotation with "> ".',
};
