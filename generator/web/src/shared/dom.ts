type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Make an element; an attribute that is false or undefined is left out, texts are never read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? "" : value);
  }
}

/** The element that a selector finds; the page's template must hold it. */
export function required<Found extends Element>(selector: string, scope: ParentNode = document): Found {
  const found = scope.querySelector<Found>(selector);
  if (found === null) throw new Error(`The page lacks ${selector}`);
  return found;
}
