import type { ElementNode } from './dom.ts';

/** An element's `style`: a view of its style attribute. */
export class StyleDeclaration {
  [property: string]: unknown;
  readonly #element: ElementNode;

  constructor(element: ElementNode) {
    this.#element = element;
  }
  #read(): Map<string, string> {
    return new Map(declarations(this.#element.getAttribute('style') ?? ''));
  }
  #write(values: Map<string, string>): void {
    this.#element.setAttribute('style', [...values].map(([name, value]) => `${name}: ${value};`).join(' '));
  }
  getPropertyValue(name: string): string {
    return this.#read().get(name) ?? '';
  }
  setProperty(name: string, value: unknown): void {
    const text = String(value);
    // A declaration that is not one value would change its neighbours.
    if (!/[;{}]/.test(text) && !/undefined|NaN/.test(text)) this.#write(this.#read().set(name, text));
  }
  removeProperty(name: string): void {
    const values = this.#read();
    if (values.delete(name)) this.#write(values);
  }
}

/** The declarations of a style attribute or of a rule's body. */
export function declarations(text: string): [name: string, value: string][] {
  return text.split(';').flatMap((part): [string, string][] => {
    const colon = part.indexOf(':');
    const name = part.slice(0, colon).trim().toLowerCase();
    const value = part.slice(colon + 1).trim();
    return colon > 0 && name && value ? [[name, value]] : [];
  });
}
