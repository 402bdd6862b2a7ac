import { slug } from 'github-slugger';
import { isFixedRule } from '../rules.ts';
import type { FormatExample, FormatGuide } from './format-guide.ts';
import type { FormatGuideGroup } from './format-guides.ts';
import { visible } from './visible.ts';

const opening = `# Every message of \`check\`, explained

Each message ends with its rule in brackets, such as \`[timeline-order]\`. Here stands why the rule is there, and a line as it
finds it and as it may stand. Every example is a test.

*Error*, *warning* and *advice* are the weights a rule has at first (*off*: none, until settings give it one); an error stops the
build. \`rules\` in \`content/settings.yaml\` changes
them or switches a rule off, except where it says *always*: without those a page could break or run code.

\`\`\`yaml
rules:
  section-name: error
  diagram-reading: off
\`\`\`

Rules about [what is said](#what-is-said) can also be disabled at one spot, with the reason: \`{/* disable blame-words: a quotation */}\`.

*Mended by \`--fix\`*: [\`npm run check -- --fix\`](check.md#--fix) writes the one right answer where there is one.

<!-- Written by npm run docs from src/core/rules/; change it there. -->
`;

/** The text of docs/rules.md. */
export function rulesDocument(groups: readonly FormatGuideGroup[]): string {
  const contents = groups.map(
    ({ title, guides }) =>
      `- [${title}](#${slug(title)}): ${guides.map(({ rule }) => `[${rule}](#${rule})`).join(' · ')}`,
  );
  const sections = groups.map(({ title, guides }) => `## ${title}\n\n${guides.map(entry).join('\n\n')}`);
  return `${[opening, contents.join('\n'), ...sections].join('\n')}\n`.replaceAll('\n## ', '\n\n## ');
}

function entry(guide: FormatGuide): string {
  const facts = [
    `*${guide.weight}${isFixedRule(guide.rule) ? ', always' : ''}*`,
    ...(guide.mended ? ['*mended by `--fix`*'] : []),
  ];
  const parts = [
    `### ${guide.rule}`,
    `**${guide.title}** ${facts.join(' · ')}`,
    guide.why,
    ...(guide.ask === undefined ? [] : [`Ask instead: *${guide.ask}*`]),
    ...guide.examples.map(exampleText),
  ];
  return parts.join('\n\n');
}

function exampleText({ place, wrong, right, note }: FormatExample): string {
  const after = note === undefined ? '' : `\n\n${note}`;
  if (place === 'in-words' || place === 'file-name') {
    const [before, instead] = place === 'in-words' ? [wrong, right] : [`\`${wrong}\``, `\`${right}\``];
    return `Found: ${before}\n\nInstead: ${instead}${after}`;
  }
  const found = wrong === '' ? `no file \`${place}\`.` : `\n\n${fence(place, wrong)}`;
  return `Found: ${found}\n\nInstead:\n\n${fence(place, right)}${after}`.replace(': \n', ':\n');
}

function fence(place: FormatExample['place'], text: string): string {
  const marks = text.includes('```') ? '````' : '```';
  return `${marks}${languageOf(place)}\n${visible(text)}\n${marks}`;
}

function languageOf(place: FormatExample['place']): string {
  if (place === 'image') return 'svg';
  return place.endsWith('.yaml') || place === 'front-matter' ? 'yaml' : 'mdx';
}
