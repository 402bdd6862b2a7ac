import type { ElementNode } from './dom.ts';

/** One step of a selector: `rect.task[data-x="y"]` and how it hangs on the step before it. */
interface Step {
  combinator: ' ' | '>' | '+' | '~';
  tag: string | undefined;
  ids: string[];
  classes: string[];
  attributes: { name: string; value: string | undefined; operator: string }[];
  scope: boolean;
  /** The place among its parent's elements, counted from 1 (`:nth-child`) or, negative, from the end. */
  nth: number | undefined;
  not: Selector | undefined;
  /** Says something that this reader does not know; matches nothing. */
  unknown: boolean;
}

export interface Selector {
  steps: Step[];
  /** Larger wins, as in CSS. */
  specificity: number;
}

const token =
  /\s*([>+~])\s*|(\s+)|#((?:\\.|[\w-]|[^\0-\x7f])+)|\.((?:\\.|[\w-]|[^\0-\x7f])+)|\[\s*([\w:-]+)\s*(?:([~^$*|]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]+))\s*)?\]|(:scope)|(::?[\w-]+(?:\([^)]*\))?)|([\w-]+)|(\*)|(.)/gsy;
const parsed = new Map<string, Selector[]>();

/** Reads a selector list. What it doesn't know matches nothing, as in a browser. */
export function parseSelector(text: string): Selector[] {
  let list = parsed.get(text);
  if (list) return list;
  list = splitList(text).map(parseOne);
  if (parsed.size > 5_000) parsed.clear();
  parsed.set(text, list);
  return list;
}

export function matches(element: ElementNode, selector: string): boolean {
  return parseSelector(selector).some((one) => matchesSelector(element, one));
}

export function matchesSelector(element: ElementNode, { steps }: Selector, scope?: ElementNode): boolean {
  return matchesFrom(element, steps, steps.length - 1, scope);
}

export function selectFirst(root: ElementNode, selector: string): ElementNode | null {
  const list = parseSelector(selector);
  for (const element of root.descendants())
    if (list.some((one) => matchesSelector(element, one, root))) return element;
  // `body` is asked for at the document itself
  return root.parentNode === null && list.some((one) => matchesSelector(root, one)) ? root : null;
}

export function selectAll(root: ElementNode, selector: string): ElementNode[] {
  const list = parseSelector(selector);
  return [...root.descendants()].filter((element) => list.some((one) => matchesSelector(element, one, root)));
}

function splitList(text: string): string[] {
  if (!text.includes(',')) return [text.trim()];
  return (text.match(/(?:"[^"]*"|'[^']*'|\([^)]*\)|\[[^\]]*\]|[^,])+/g) ?? []).map((part) => part.trim());
}

function parseOne(text: string): Selector {
  const blank = (combinator: Step['combinator']): Step => ({
    combinator,
    tag: undefined,
    ids: [],
    classes: [],
    attributes: [],
    scope: false,
    nth: undefined,
    not: undefined,
    unknown: false,
  });
  let step = blank(' ');
  const steps = [step];
  let specificity = 0;
  for (const match of text.matchAll(token)) {
    const [
      ,
      sibling,
      space,
      id,
      name,
      attribute,
      operator = '',
      double,
      single,
      bare,
      scope,
      pseudo,
      tag,
      any,
      other,
    ] = match;
    if (sibling || space) {
      step = blank((sibling ?? ' ') as Step['combinator']);
      steps.push(step);
    } else if (id) step.ids.push(withoutBackslash(id));
    else if (name) step.classes.push(withoutBackslash(name));
    else if (attribute) step.attributes.push({ name: attribute, operator, value: double ?? single ?? bare });
    else if (scope) step.scope = true;
    else if (tag) step.tag = tag.toLowerCase();
    else if (pseudo) readPseudo(step, pseudo);
    else if (other && !any) step.unknown = true;
    specificity += id ? 1_000_000 : name || attribute || pseudo ? 1_000 : tag ? 1 : 0;
  }
  return { steps, specificity };
}

function readPseudo(step: Step, pseudo: string): void {
  const [, name, value = ''] = pseudo.match(/^:([\w-]+)(?:\((.*)\))?$/) ?? [];
  if (name === 'first-child') step.nth = 1;
  else if (name === 'last-child') step.nth = -1;
  else if (name === 'nth-child' && /^\d+$/.test(value)) step.nth = Number(value);
  else if (name === 'not') step.not = parseOne(value);
  else step.unknown = true;
}

const withoutBackslash = (name: string) => name.replace(/\\(.)/g, '$1');

function matchesFrom(element: ElementNode, steps: Step[], at: number, scope?: ElementNode): boolean {
  const step = steps[at];
  if (!step || !matchesStep(element, step, scope)) return false;
  if (at === 0) return true;
  if (step.combinator === ' ') {
    for (let up = element.parentNode; up; up = up.parentNode)
      if (matchesFrom(up, steps, at - 1, scope)) return true;
    return false;
  }
  if (step.combinator === '>')
    return element.parentNode !== null && matchesFrom(element.parentNode, steps, at - 1, scope);
  const before = element.parentNode?.children ?? [];
  const earlier = before.slice(0, before.indexOf(element));
  const candidates = step.combinator === '+' ? earlier.slice(-1) : earlier;
  return candidates.some((sibling) => matchesFrom(sibling, steps, at - 1, scope));
}

function matchesStep(element: ElementNode, step: Step, scope?: ElementNode): boolean {
  if (step.unknown || (step.scope && element !== scope)) return false;
  if (step.tag !== undefined && step.tag !== element.localName.toLowerCase()) return false;
  if (step.ids.length > 0 && !step.ids.every((id) => element.id === id)) return false;
  if (step.classes.length > 0) {
    const names = element.classNames;
    if (!step.classes.every((name) => names.includes(name))) return false;
  }
  if (step.not && matchesSelector(element, step.not)) return false;
  if (step.nth !== undefined) {
    const siblings = element.parentNode?.children ?? [];
    if (siblings.at(step.nth > 0 ? step.nth - 1 : step.nth) !== element) return false;
  }
  return step.attributes.every(({ name, operator, value }) => {
    const actual = element.getAttribute(name);
    if (actual === null || value === undefined) return actual !== null;
    if (operator === '^=') return actual.startsWith(value);
    if (operator === '$=') return actual.endsWith(value);
    if (operator === '*=') return actual.includes(value);
    if (operator === '~=') return actual.split(/\s+/).includes(value);
    return actual === value;
  });
}
