/**
 * Makes a page that stands open say what a newer one says. Only what differs between the page as it was served and as it is
 * served now is touched, so that whatever its reader opened, chose or scrolled to stays.
 */

/** How many comparisons an alignment of two lists may cost before it is made by position alone. */
const tooMany = 250_000;

/**
 * @param live in the page.
 * @param before the same element, as it was served last.
 * @param after the same element, as it is served now.
 */
export function follow(live: Element, before: Element, after: Element): void {
  followAttributes(live, before, after);
  if (sameChildren(before, after)) return;
  const homes = homesOf(live, before);
  if (homes === null) {
    live.replaceChildren(...[...after.childNodes].map(copy));
    return;
  }
  const [old, now] = [[...before.childNodes], [...after.childNodes]];
  const partners = align(old, now);
  const kept = new Set(partners);
  for (const index of old.keys()) if (!kept.has(index)) homes[index]?.remove();
  let last: ChildNode | null = null;
  for (const [index, node] of now.entries()) {
    const partner = partners[index] ?? -1;
    const home: ChildNode | undefined = homes[partner];
    const from = old[partner];
    if (home === undefined || from === undefined) {
      const fresh = copy(node);
      if (last === null) live.prepend(fresh);
      else last.after(fresh);
      last = fresh;
      continue;
    }
    last = home;
    if (from.isEqualNode(node)) continue;
    if (home instanceof Element && from instanceof Element && node instanceof Element && !isCustom(home))
      follow(home, from, node);
    else {
      const fresh = copy(node);
      home.replaceWith(fresh);
      last = fresh;
    }
  }
}

/** A custom element reads its content once, so it begins anew. */
function isCustom({ localName }: Element): boolean {
  return localName.includes('-');
}

function followAttributes(live: Element, before: Element, after: Element): void {
  for (const { name } of before.attributes) if (!after.hasAttribute(name)) live.removeAttribute(name);
  for (const { name, value } of after.attributes)
    if (before.getAttribute(name) !== value) live.setAttribute(name, value);
}

function sameChildren(before: Element, after: Element): boolean {
  return (
    before.childNodes.length === after.childNodes.length &&
    [...before.childNodes].every((node, index) => node.isEqualNode(after.childNodes[index] ?? null))
  );
}

function copy(node: ChildNode): ChildNode {
  return document.importNode(node, true);
}

/** The node in the page of each that was served; scripts may have put others between. Null where they did more. */
function homesOf(live: Element, before: Element): ChildNode[] | null {
  const homes: ChildNode[] = [];
  let candidate: ChildNode | null = live.firstChild;
  for (const node of before.childNodes) {
    while (candidate !== null && !isSame(candidate, node)) candidate = candidate.nextSibling;
    if (candidate === null) return null;
    homes.push(candidate);
    candidate = candidate.nextSibling;
  }
  return homes;
}

function isSame(live: ChildNode, served: ChildNode): boolean {
  if (live.nodeName !== served.nodeName) return false;
  if (live instanceof Element && served instanceof Element) return live.id === served.id;
  return live.nodeValue === served.nodeValue;
}

/** For each of the new nodes the index of the old one that it is, or has become; -1 where it is none. */
function align(old: readonly ChildNode[], now: readonly ChildNode[]): number[] {
  const partners = now.map(() => -1);
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start]?.isEqualNode(now[start] ?? null)) {
    partners[start] = start;
    start += 1;
  }
  let end = 0;
  while (
    end < Math.min(old.length, now.length) - start &&
    old.at(-1 - end)?.isEqualNode(now.at(-1 - end) ?? null)
  ) {
    partners[now.length - 1 - end] = old.length - 1 - end;
    end += 1;
  }
  let [at, from] = [start, start];
  for (const [i, j] of [...common(old, now, start, end), [old.length - end, now.length - end] as const]) {
    pairUp(old, now, { from: at, to: i }, { from, to: j }, partners);
    if (j < now.length - end) partners[j] = i;
    [at, from] = [i + 1, j + 1];
  }
  return partners;
}

/** Equal nodes between the equal beginning and the equal end: the longest row of them. */
function common(
  old: readonly ChildNode[],
  now: readonly ChildNode[],
  start: number,
  end: number,
): [number, number][] {
  const a = old.slice(start, old.length - end).map(wordsOf);
  const b = now.slice(start, now.length - end).map(wordsOf);
  if (a.length * b.length > tooMany) return [];
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => length[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      length[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([start + i++, start + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function wordsOf(node: ChildNode): string {
  return node instanceof Element ? node.outerHTML : `${node.nodeName} ${node.nodeValue}`;
}

interface Range {
  from: number;
  to: number;
}

/** Between two equal nodes, what has the same name and id has become the other, in turn. */
function pairUp(
  old: readonly ChildNode[],
  now: readonly ChildNode[],
  among: Range,
  wanted: Range,
  partners: number[],
): void {
  let next = among.from;
  for (let j = wanted.from; j < wanted.to; j += 1)
    for (let i = next; i < among.to; i += 1) {
      const [a, b] = [old[i], now[j]];
      if (a?.nodeName !== b?.nodeName) continue;
      if (a instanceof Element && b instanceof Element && a.id !== b.id) continue;
      partners[j] = i;
      next = i + 1;
      break;
    }
}
