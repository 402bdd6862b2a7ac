type Child = Node | string | null | false;

/** An element with its properties and what is in it. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** @param onClick Null where the one who asks for it listens to it, for as long as that one is there. */
export function button(
  text: string,
  onClick: (() => void) | null,
  properties: Partial<HTMLButtonElement> = {},
): HTMLButtonElement {
  const made = make('button', { type: 'button', ...properties }, text);
  if (onClick) made.addEventListener('click', onClick);
  return made;
}
