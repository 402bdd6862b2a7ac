import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { follow } from '../../../../src/site/client/live/follow.ts';

const { window } = new JSDOM('') as unknown as { window: { document: Document; Element: typeof Element } };
beforeAll(() => {
  Object.assign(globalThis, { document: window.document, Element: window.Element });
});
afterAll(() => {
  for (const name of ['document', 'Element']) Reflect.deleteProperty(globalThis, name);
});

function main(html: string): Element {
  const element = window.document.createElement('main');
  element.innerHTML = html;
  return element;
}

/** The page after its reader did something to it and a newer one was served. */
function followed(before: string, after: string, read: (live: Element) => void = () => {}): Element {
  const live = main(before);
  read(live);
  follow(live, main(before), main(after));
  return live;
}

describe('an open page', () => {
  test('keeps the very elements that say the same', () => {
    const live = main('<p>one</p><p>two</p><p>three</p>');
    const [one, , three] = live.children;
    follow(live, main(live.innerHTML), main('<p>one</p><p>between</p><p>two, changed</p><p>three</p>'));
    expect(live.innerHTML).toBe('<p>one</p><p>between</p><p>two, changed</p><p>three</p>');
    expect(live.firstElementChild).toBe(one);
    expect(live.lastElementChild).toBe(three);
  });

  test('leaves alone what its reader opened', () => {
    const live = followed(
      '<details><summary>more</summary>words</details><p>old</p>',
      '<details><summary>more</summary>other words</details><p>new</p>',
      (page) => page.querySelector('details')?.setAttribute('open', ''),
    );
    expect(live.innerHTML).toBe('<details open=""><summary>more</summary>other words</details><p>new</p>');
  });

  test('leaves alone what scripts added between', () => {
    const live = followed('<p>a</p><p>b</p>', '<p>a</p><p>c</p>', (page) =>
      page.firstElementChild?.after(window.document.createElement('button')),
    );
    expect(live.innerHTML).toBe('<p>a</p><button></button><p>c</p>');
  });

  test('begins anew where scripts made something else of it', () => {
    const live = followed('<ul><li>a</li><li>b</li></ul>', '<ul><li>a</li><li>c</li></ul>', (page) =>
      page.querySelector('ul')?.replaceChildren('gone'),
    );
    expect(live.innerHTML).toBe('<ul><li>a</li><li>c</li></ul>');
  });

  test('makes a custom element anew once what it holds is another, and only then', () => {
    const before = '<x-filter><p>a</p></x-filter><p>1</p>';
    const live = main(before);
    const filter = live.querySelector('x-filter');
    follow(live, main(before), main('<x-filter><p>a</p></x-filter><p>2</p>'));
    expect(live.querySelector('x-filter')).toBe(filter);
    follow(
      live,
      main('<x-filter><p>a</p></x-filter><p>2</p>'),
      main('<x-filter><p>b</p></x-filter><p>2</p>'),
    );
    expect(live.querySelector('x-filter')).not.toBe(filter);
    expect(live.innerHTML).toBe('<x-filter><p>b</p></x-filter><p>2</p>');
  });

  test('takes attributes that changed, and leaves those that scripts set', () => {
    const live = followed('<a href="/a" class="x">t</a>', '<a href="/b" title="t">t</a>', (page) =>
      page.firstElementChild?.setAttribute('aria-current', 'location'),
    );
    expect(live.innerHTML).toBe('<a href="/b" aria-current="location" title="t">t</a>');
  });

  test('that nobody touched is the newer page, whatever the two are', () => {
    const { tree } = fc.letrec<{ node: string; tree: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('a', 'b', 'words'),
        fc
          .tuple(
            fc.constantFrom('p', 'li', 'x-part'),
            fc.constantFrom('', ' id="i"', ' class="c"'),
            tie('tree'),
          )
          .map(([name, attribute, inner]) => `<${name}${attribute}>${inner}</${name}>`),
      ),
      tree: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('<!---->')),
    }));
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        expect(followed(before, after).innerHTML).toBe(main(after).innerHTML);
      }),
    );
  });
});
