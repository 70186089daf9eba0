/** The name of a node in lower case. */
export function nameOf(node: Node): string {
  return node.nodeName.toLowerCase();
}

/** True for elements. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** True for text. */
export function isText(node: Node): boolean {
  return node.nodeType === 3 || node.nodeType === 4;
}

/** An attribute of an element; names keep their case in the parsed document, while HTML doesn't care. */
export function attribute(element: Element, name: string): string | undefined {
  return element.getAttribute(name) ?? element.getAttribute(name.toUpperCase()) ?? undefined;
}

/** An element and every element below it, in the document's order. */
export function* elementsOf(root: Element): Generator<Element> {
  let node: Node | null = root;
  while (node !== null) {
    if (isElement(node)) yield node;
    if (node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) node = node.parentNode;
    node = node === null || node === root ? null : node.nextSibling;
  }
}

/** True for more elements than `limit` from `root` on. */
export function holdsMoreThan(limit: number, root: Element): boolean {
  let count = 0;
  for (const _ of elementsOf(root)) {
    count += 1;
    if (count > limit) return true;
  }
  return false;
}
