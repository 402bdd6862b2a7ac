// As much of the DOM as d3 and mermaid ask for. A whole browser DOM (jsdom) draws the same at five times the CPU and
// takes a second to load; nothing here parses CSS, runs a script or fetches anything.
import { parseMarkup } from './markup.ts';
import { matches, selectAll, selectFirst } from './selector.ts';
import { StyleDeclaration } from './style-declaration.ts';
import type { StyleValues } from './style-rules.ts';

export const SVG = 'http://www.w3.org/2000/svg';
export const XHTML = 'http://www.w3.org/1999/xhtml';

export class TextNode {
  readonly nodeType = 3;
  readonly nodeName = '#text';
  parentNode: ElementNode | null = null;
  readonly ownerDocument: DocumentNode;
  data: string;

  constructor(document: DocumentNode, data: string) {
    this.ownerDocument = document;
    this.data = data;
  }

  get textContent(): string {
    return this.data;
  }
  set textContent(data: string) {
    this.data = data;
  }
  get nextSibling(): ChildNode | null {
    return siblingAfter(this);
  }
  remove(): void {
    this.parentNode?.removeChild(this);
  }
  cloneNode(): TextNode {
    return new TextNode(this.ownerDocument, this.data);
  }
}

export type ChildNode = ElementNode | TextNode;

export class ElementNode {
  readonly nodeType = 1;
  parentNode: ElementNode | null = null;
  readonly attributeMap = new Map<string, string>();
  readonly childNodes: ChildNode[] = [];
  /** What the style rules say about this element, with the document's epoch they were read in (see geometry). */
  styled: { epoch: number; values: StyleValues } | undefined;

  readonly ownerDocument: DocumentNode;
  readonly localName: string;
  readonly namespaceURI: string;

  constructor(document: DocumentNode, localName: string, namespaceURI: string) {
    this.ownerDocument = document;
    this.localName = localName;
    this.namespaceURI = namespaceURI;
  }

  get tagName(): string {
    return this.namespaceURI === XHTML ? this.localName.toUpperCase() : this.localName;
  }
  get nodeName(): string {
    return this.tagName;
  }
  get children(): ElementNode[] {
    return this.childNodes.filter((node): node is ElementNode => node.nodeType === 1);
  }
  get firstChild(): ChildNode | null {
    return this.childNodes[0] ?? null;
  }
  get lastChild(): ChildNode | null {
    return this.childNodes.at(-1) ?? null;
  }
  get firstElementChild(): ElementNode | null {
    return this.children[0] ?? null;
  }
  get nextSibling(): ChildNode | null {
    return siblingAfter(this);
  }
  get parentElement(): ElementNode | null {
    return this.parentNode;
  }
  get ownerSVGElement(): ElementNode | null {
    return this.parentNode?.closest('svg') ?? null;
  }

  // ---- attributes
  get id(): string {
    return this.attributeMap.get('id') ?? '';
  }
  set id(value: string) {
    this.setAttribute('id', value);
  }
  get className(): string {
    return this.attributeMap.get('class') ?? '';
  }
  set className(value: string) {
    this.setAttribute('class', value);
  }
  get classNames(): string[] {
    return this.className.split(/\s+/).filter(Boolean);
  }
  get classList() {
    const write = (names: string[]) => this.setAttribute('class', names.join(' '));
    const add = (...names: string[]) => write([...new Set([...this.classNames, ...names])]);
    const remove = (...names: string[]) => write(this.classNames.filter((name) => !names.includes(name)));
    const contains = (name: string) => this.classNames.includes(name);
    return { add, remove, contains };
  }
  get style(): StyleDeclaration {
    return new StyleDeclaration(this);
  }
  get dataset(): Record<string, string> {
    return {};
  }
  getAttribute(name: string): string | null {
    return this.attributeMap.get(name) ?? null;
  }
  getAttributeNS(_space: string | null, name: string): string | null {
    return this.getAttribute(name);
  }
  hasAttribute(name: string): boolean {
    return this.attributeMap.has(name);
  }
  setAttribute(name: string, value: unknown): void {
    this.attributeMap.set(name, String(value));
    this.#restyle(name);
  }
  setAttributeNS(_space: string | null, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }
  removeAttribute(name: string): void {
    this.attributeMap.delete(name);
    this.#restyle(name);
  }
  removeAttributeNS(_space: string | null, name: string): void {
    this.removeAttribute(name);
  }
  #restyle(name: string): void {
    this.styled = undefined;
    // Rules that name this element's class or id reach into what is below it.
    if ((name === 'class' || name === 'id') && this.childNodes.length > 0) this.ownerDocument.epoch++;
  }

  // ---- tree
  appendChild<T extends ChildNode>(node: T): T {
    return this.insertBefore(node, null);
  }
  append(...nodes: ChildNode[]): void {
    for (const node of nodes) this.insertBefore(node, null);
  }
  insertBefore<T extends ChildNode>(node: T, before: ChildNode | null): T {
    node.parentNode?.removeChild(node);
    const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, node);
    node.parentNode = this;
    if (node.nodeType === 1 && (node.childNodes.length > 0 || node.styled || node.localName === 'style'))
      this.ownerDocument.epoch++;
    return node;
  }
  insertAdjacentElement(_where: string, node: ElementNode): ElementNode {
    return this.appendChild(node);
  }
  removeChild<T extends ChildNode>(node: T): T {
    const at = this.childNodes.lastIndexOf(node);
    if (at >= 0) this.childNodes.splice(at, 1);
    node.parentNode = null;
    return node;
  }
  remove(): void {
    this.parentNode?.removeChild(this);
  }
  replaceChildren(...nodes: ChildNode[]): void {
    for (const node of this.childNodes) node.parentNode = null;
    this.childNodes.length = 0;
    this.append(...nodes);
  }
  /** Puts its children where it stood. */
  unwrap(): void {
    const parent = this.parentNode;
    if (!parent) return;
    for (const node of [...this.childNodes]) parent.insertBefore(node, this);
    this.remove();
  }
  cloneNode(deep = false): ElementNode {
    const copy = new ElementNode(this.ownerDocument, this.localName, this.namespaceURI);
    for (const [name, value] of this.attributeMap) copy.attributeMap.set(name, value);
    if (deep) for (const node of this.childNodes) copy.appendChild(node.cloneNode(true));
    return copy;
  }
  contains(other: ChildNode | null): boolean {
    for (let node = other; node; node = node.parentNode) if (node === this) return true;
    return false;
  }
  *descendants(): Generator<ElementNode> {
    for (const node of this.childNodes)
      if (node.nodeType === 1) {
        yield node;
        yield* node.descendants();
      }
  }

  // ---- content
  get textContent(): string {
    const only = this.childNodes[0];
    if (this.childNodes.length === 1 && only?.nodeType === 3) return only.data;
    return this.childNodes.map((node) => node.textContent).join('');
  }
  set textContent(text: string | null) {
    const only = this.childNodes[0];
    if (text && this.childNodes.length === 1 && only?.nodeType === 3) only.data = String(text);
    else this.replaceChildren(...(text ? [new TextNode(this.ownerDocument, String(text))] : []));
    if (this.localName === 'style') this.ownerDocument.epoch++;
  }
  /** Mermaid asks for this once it has drawn. It gets nothing: what it drew is taken from the tree itself. */
  get innerHTML(): string {
    this.ownerDocument.finished = this;
    return '';
  }
  set innerHTML(markup: string) {
    if (this.localName === 'style') this.textContent = markup;
    else this.replaceChildren(...parseMarkup(this.ownerDocument, this.namespaceURI, String(markup)));
  }

  // ---- selectors
  querySelector(selector: string): ElementNode | null {
    return selectFirst(this, selector);
  }
  querySelectorAll(selector: string): ElementNode[] {
    return selectAll(this, selector);
  }
  getElementsByTagName(name: string): ElementNode[] {
    return [...this.descendants()].filter((element) => element.localName === name);
  }
  getElementsByClassName(name: string): ElementNode[] {
    return [...this.descendants()].filter((element) => element.classNames.includes(name));
  }
  matches(selector: string): boolean {
    return matches(this, selector);
  }
  closest(selector: string): ElementNode | null {
    for (let node: ElementNode | null = this; node; node = node.parentNode)
      if (node.matches(selector)) return node;
    return null;
  }
  compareDocumentPosition(other: ElementNode): number {
    if (other === this) return 0;
    for (const node of this.ownerDocument.documentElement.descendants()) {
      if (node === this) return this.contains(other) ? 20 : 4;
      if (node === other) return other.contains(this) ? 10 : 2;
    }
    return 1;
  }
  addEventListener(): void {}
  removeEventListener(): void {}
  /** Some diagrams write objects that hold elements into their log. */
  toJSON(): string {
    return this.localName;
  }
}

export class DocumentNode {
  readonly nodeType = 9;
  /** Grows whenever what a style rule matches may have changed for an element that did not change itself. */
  epoch = 0;
  defaultView: unknown = null;
  /** What mermaid wanted to serialise. */
  finished: ElementNode | undefined = undefined;
  readonly documentElement = new ElementNode(this, 'html', XHTML);
  readonly head = this.documentElement.appendChild(new ElementNode(this, 'head', XHTML));
  readonly body = this.documentElement.appendChild(new ElementNode(this, 'body', XHTML));

  createElement(name: string): ElementNode {
    return new ElementNode(this, name.toLowerCase(), XHTML);
  }
  createElementNS(space: string | null, name: string): ElementNode {
    return new ElementNode(this, name, space ?? SVG);
  }
  createTextNode(data: string): TextNode {
    return new TextNode(this, data);
  }
  getElementById(id: string): ElementNode | null {
    for (const element of this.documentElement.descendants()) if (element.id === id) return element;
    return null;
  }
  querySelector(selector: string): ElementNode | null {
    return selectFirst(this.documentElement, selector);
  }
  querySelectorAll(selector: string): ElementNode[] {
    return selectAll(this.documentElement, selector);
  }
  addEventListener(): void {}
  removeEventListener(): void {}
}

function siblingAfter(node: ChildNode): ChildNode | null {
  const siblings = node.parentNode?.childNodes;
  return siblings?.[siblings.indexOf(node) + 1] ?? null;
}
