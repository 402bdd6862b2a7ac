import { slug } from 'github-slugger';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Weight } from '../diagnostic.ts';
import { allGuideGroups } from '../rules/all-guides.ts';
import type { FormatExample } from '../rules/format-guide.ts';
import { visible } from '../rules/visible.ts';
import { isFixedRule, isSenseRule } from '../rules.ts';

/** A run of a sentence; `isCode` is what stood between backticks. */
export interface TextPart {
  text: string;
  isCode: boolean;
}

/** `lines` are shown as they stand in a file, null where there is no such file; `words` describe one. */
export type ExampleSide = { lines: string | null } | { words: TextPart[] };

export interface RuleEntry {
  /** The rule's name, and the anchor. */
  rule: string;
  title: string;
  why: TextPart[];
  ask: string | null;
  /** As this organisation's settings have it. */
  weight: Weight;
  isFixed: boolean;
  isMended: boolean;
  /** It judges what is said: it has a page of its own, and comments can disable it. */
  isSense: boolean;
  examples: { wrong: ExampleSide; right: ExampleSide; note: TextPart[] | null }[];
}

/** Every rule of `check`, explained. */
export interface RulesPage {
  groups: { anchor: string; title: string; rules: RuleEntry[] }[];
}

export function rulesPage({ catalog }: Pick<CatalogIndex, 'catalog'>): RulesPage {
  return {
    groups: allGuideGroups.map(({ title, guides }) => ({
      anchor: slug(title),
      title,
      rules: guides.map(({ rule, title, why, ask, weight, mended, examples }) => {
        const isFixed = isFixedRule(rule);
        return {
          rule,
          title,
          why: textParts(why),
          ask: ask ?? null,
          weight: (isFixed ? undefined : catalog.settings.rules[rule]) ?? weight,
          isFixed,
          isMended: mended,
          isSense: isSenseRule(rule),
          examples: examples.map((example) => ({
            wrong: side(example, example.wrong),
            right: side(example, example.right),
            note: example.note === undefined ? null : textParts(example.note),
          })),
        };
      }),
    })),
  };
}

/** The rules that have a page of their own. */
export function rulePages(index: Pick<CatalogIndex, 'catalog'>): RuleEntry[] {
  return rulesPage(index).groups.flatMap(({ rules }) => rules.filter(({ isSense }) => isSense));
}

function side({ place }: FormatExample, text: string): ExampleSide {
  if (place === 'in-words') return { words: textParts(text) };
  return { lines: text === '' ? null : visible(text) };
}

function textParts(text: string): TextPart[] {
  return text
    .split('`')
    .map((part, at) => ({ text: part, isCode: at % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
