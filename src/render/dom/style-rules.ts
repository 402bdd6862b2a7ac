import type { ElementNode } from './dom.ts';
import { matchesSelector, parseSelector, type Selector } from './selector.ts';
import { declarations } from './style-declaration.ts';

/** One selector of a rule with the rule's declarations. */
export interface StyleRule {
  text: string;
  selector: Selector;
  body: [name: string, value: string][];
}

const sheets = new Map<string, StyleRule[]>();

/** The rules of a style sheet, weakest first; at-rules are left out. */
export function styleRules(css: string): StyleRule[] {
  let rules = sheets.get(css);
  if (rules) return rules;
  rules = [];
  const plain = css.replace(/@[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '').replace(/@[^;{}]*;/g, '');
  for (const [, selectors = '', text = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const body = declarations(text);
    if (body.length === 0) continue;
    for (const one of selectors.split(',').map((part) => part.trim()))
      for (const selector of parseSelector(one)) rules.push({ text: one, selector, body });
  }
  rules.sort((a, b) => a.selector.specificity - b.selector.specificity);
  if (sheets.size > 50) sheets.clear();
  sheets.set(css, rules);
  return rules;
}

/** What decides the size and the place of text. */
const measured = [
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'display',
  'white-space',
] as const;
type MeasuredProperty = (typeof measured)[number];
export type StyleValues = Partial<Record<MeasuredProperty, string>>;
export const isMeasured = (name: string): name is MeasuredProperty =>
  (measured as readonly string[]).includes(name);

interface MeasuredRule {
  selector: Selector;
  values: StyleValues;
}
const measuredRules = new Map<string, MeasuredRule[]>();

/** The declared values of an element itself, not inherited ones: attributes, then rules, then its style attribute. */
export function declaredStyle(element: ElementNode): StyleValues {
  const { epoch } = element.ownerDocument;
  if (element.styled?.epoch === epoch) return element.styled.values;
  const values: StyleValues = {};
  for (const name of measured) {
    const value = element.getAttribute(name);
    if (value) values[name] = value;
  }
  for (const rule of rulesFor(element)) {
    const last = rule.selector.steps.at(-1);
    if (last?.tag !== undefined && last.tag !== element.localName) continue;
    if (matchesSelector(element, rule.selector)) Object.assign(values, rule.values);
  }
  for (const [name, value] of declarations(element.getAttribute('style') ?? ''))
    if (isMeasured(name)) values[name] = plainValue(value);
  element.styled = { epoch, values };
  return values;
}

/** The value that holds for an element, its own or inherited. */
export function inheritedStyle(element: ElementNode, name: MeasuredProperty, initial: string): string {
  for (let node: ElementNode | null = element; node; node = node.parentNode) {
    const value = declaredStyle(node)[name];
    if (value && value !== 'inherit') return value;
  }
  return initial;
}

let lastSheet: { document: object; epoch: number; rules: MeasuredRule[] } | undefined;

function rulesFor(element: ElementNode): MeasuredRule[] {
  const { ownerDocument } = element;
  if (lastSheet?.document === ownerDocument && lastSheet.epoch === ownerDocument.epoch)
    return lastSheet.rules;
  const css = ownerDocument.body
    .getElementsByTagName('style')
    .map((style) => style.textContent)
    .join('\n');
  let rules = measuredRules.get(css);
  if (!rules) {
    rules = styleRules(css).flatMap(({ selector, body }) => {
      const values: StyleValues = {};
      for (const [name, value] of body) if (isMeasured(name)) values[name] = plainValue(value);
      return Object.keys(values).length > 0 ? [{ selector, values }] : [];
    });
    if (measuredRules.size > 50) measuredRules.clear();
    measuredRules.set(css, rules);
  }
  lastSheet = { document: ownerDocument, epoch: ownerDocument.epoch, rules };
  return rules;
}

const plainValue = (value: string) => value.replace(/\s*!important/, '');
