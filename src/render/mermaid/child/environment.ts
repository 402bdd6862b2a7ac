// What mermaid finds as its browser. Set before mermaid is loaded, in a process of its own, since it is global.
import { registerHooks } from 'node:module';
import { DocumentNode, type ElementNode } from '../../dom/dom.ts';
import { inheritedStyle, isMeasured } from '../../dom/style-rules.ts';
import { installGeometry } from './geometry.ts';

/** Makes the globals that mermaid and d3 look for, and returns the document they draw in. */
export function installBrowser(): DocumentNode {
  installGeometry();
  const document = new DocumentNode();
  const window = {
    document,
    // The layout engine ELK takes the language's own from here.
    ...{ Array, Date, Function, Map, Math, clearTimeout, setTimeout },
    addEventListener() {},
    removeEventListener() {},
    location: {
      protocol: 'https:',
      host: 'localhost',
      pathname: '/',
      search: '',
      href: 'https://localhost/',
    },
    scrollX: 0,
    scrollY: 0,
    CSS: {
      supports: (_property: string, value: string) =>
        /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d\s.,%/]+\))$/i.test(value),
    },
    getComputedStyle: (element: ElementNode) => ({
      fontSize: '16px',
      textAnchor: inheritedStyle(element, 'text-anchor', 'start'),
      getPropertyValue: (name: string) => (isMeasured(name) ? inheritedStyle(element, name, '') : ''),
    }),
  };
  document.defaultView = window;
  Object.assign(globalThis, {
    window,
    document,
    CSSStyleSheet: RuleList,
    screen: { availWidth: 1000, availHeight: 800 },
  });
  replaceSanitizer();
  return document;
}

/** Mermaid writes the rules of `classDef` and of C4's elements through one of these and reads them back as text. */
class RuleList {
  readonly cssRules: {
    cssText: string;
    style: { length: number; setProperty(name: string, value: string): void };
  }[] = [];
  insertRule(text: string): number {
    const added: string[] = [];
    const [selector = '', body = ''] = text.split(/[{}]/);
    this.cssRules.push({
      get cssText() {
        return `${selector}{${body}${added.join('')}}`;
      },
      style: {
        get length() {
          return added.length;
        },
        setProperty(name, value) {
          added.push(`${name}:${value};`);
        },
      },
    });
    return this.cssRules.length - 1;
  }
}

/** Mermaid's import of DOMPurify is answered with our own; the reason stands there. */
function replaceSanitizer(): void {
  const url = new URL('./sanitizer.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'dompurify' ? { url, shortCircuit: true } : next(specifier, context),
  });
}
