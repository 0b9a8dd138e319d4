// Makes a document say what another one says, and leaves alone what is the same in both: style sheets are not loaded again, what
// is open stays open, and the place stays where it is.

/** How far ahead a node that is the same is looked for. What is moved further is made anew. */
const FAR = 20;

/** Whether one node may become the other. */
function corresponds(a: Node, b: Node): boolean {
  if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) return false;
  if (a.nodeType !== Node.ELEMENT_NODE) return true;
  const [one, other] = [a as Element, b as Element];
  return one.id === other.id && (one.localName !== "link" || one.getAttribute("href") === other.getAttribute("href"));
}

/** Somebody who reads has opened a passage or closed it. */
const isTheirs = (name: string, element: Element) => name === "open" && element.localName === "details";

function attributes(shown: Element, wanted: Element): void {
  for (const { name } of [...shown.attributes]) if (!wanted.hasAttribute(name) && !isTheirs(name, shown)) shown.removeAttribute(name);
  for (const { name, value } of [...wanted.attributes]) {
    if (!isTheirs(name, shown) && shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
}

function become(shown: Node, wanted: Node): void {
  if (shown.nodeType === Node.ELEMENT_NODE) {
    attributes(shown as Element, wanted as Element);
    children(shown, wanted);
  } else if (shown.nodeValue !== wanted.nodeValue) shown.nodeValue = wanted.nodeValue;
}

/** The node of a list that becomes another one: one that is the same, or else the next one if it may. */
function match(rest: readonly Node[], wanted: Node): number {
  const same = rest.slice(0, FAR).findIndex((one) => one.isEqualNode(wanted));
  if (same >= 0) return same;
  const named = wanted.nodeType === Node.ELEMENT_NODE && (wanted as Element).id !== "" ? rest.findIndex((one) => corresponds(one, wanted)) : -1;
  if (named >= 0) return named;
  return rest[0] && corresponds(rest[0], wanted) ? 0 : -1;
}

function children(shown: Node, wanted: Node): void {
  const old = [...shown.childNodes];
  const fresh = [...wanted.childNodes];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start]?.isEqualNode(fresh[start] ?? null)) start += 1;
  let end = 0;
  const last = (nodes: readonly Node[]) => nodes[nodes.length - 1 - end] ?? null;
  while (end < old.length - start && end < fresh.length - start && last(old)?.isEqualNode(last(fresh))) end += 1;
  const rest = old.slice(start, old.length - end);
  const after = old[old.length - end] ?? null;
  for (const node of fresh.slice(start, fresh.length - end)) {
    const at = match(rest, node);
    if (at < 0) {
      shown.insertBefore(shown.ownerDocument?.importNode(node, true) ?? node, rest[0] ?? after);
      continue;
    }
    const [kept] = rest.splice(0, at + 1).reverse().map((one, index) => {
      if (index > 0) shown.removeChild(one);
      return one;
    });
    if (kept && !kept.isEqualNode(node)) become(kept, node);
  }
  for (const gone of rest) shown.removeChild(gone);
}

/** Patches `shown` until it says what `html` says. */
export function morph(shown: Document, html: string): void {
  // Parsed where it will be: its styles are allowed there, and not here.
  const Parser = shown.defaultView?.DOMParser ?? DOMParser;
  const wanted = new Parser().parseFromString(html, "text/html");
  attributes(shown.documentElement, wanted.documentElement);
  children(shown.head, wanted.head);
  attributes(shown.body, wanted.body);
  children(shown.body, wanted.body);
}
