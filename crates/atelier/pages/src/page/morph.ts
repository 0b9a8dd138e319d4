// Makes a document say what another one says, and leaves alone what is the same in both: style sheets are not loaded again, what
// is open stays open, and the place stays where it is.

/** Whether two nodes may be one and the same, before and after. */
function corresponds(a: Node, b: Node): boolean {
  if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) return false;
  if (a.nodeType !== Node.ELEMENT_NODE) return true;
  const [one, other] = [a as Element, b as Element];
  if (one.id !== other.id) return false;
  return one.localName !== "link" || one.getAttribute("href") === other.getAttribute("href");
}

function attributes(from: Element, to: Element): void {
  for (const { name } of [...from.attributes]) {
    // Somebody who reads has opened it.
    if (name === "open" && from.localName === "details") continue;
    if (!to.hasAttribute(name)) from.removeAttribute(name);
  }
  for (const { name, value } of [...to.attributes]) {
    if (name === "open" && from.localName === "details") continue;
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
}

function node(from: Node, to: Node): void {
  if (from.nodeType === Node.ELEMENT_NODE) {
    attributes(from as Element, to as Element);
    children(from, to);
  } else if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
}

/** A node as it is, but for whether it is open. */
function isSame(a: Node, b: Node): boolean {
  return a.isEqualNode(b);
}

function children(from: Node, to: Node): void {
  const old = [...from.childNodes];
  const wanted = [...to.childNodes];
  let start = 0;
  while (start < old.length && start < wanted.length && isSame(old[start] as Node, wanted[start] as Node)) start += 1;
  let end = 0;
  const last = (list: Node[]) => list[list.length - 1 - end] as Node;
  while (end < old.length - start && end < wanted.length - start && isSame(last(old), last(wanted))) end += 1;
  const rest = old.slice(start, old.length - end);
  const before = old[old.length - end] ?? null;
  for (const node_ of wanted.slice(start, wanted.length - end)) {
    // The next one that is the same, or else one that may become it: what was between them is gone.
    let found = rest.findIndex((one) => isSame(one, node_));
    if (found < 0 || found > 20) found = rest[0] && corresponds(rest[0], node_) ? 0 : rest.findIndex((one) => corresponds(one, node_) && one.nodeType === Node.ELEMENT_NODE && (one as Element).id !== "");
    const kept = found < 0 ? undefined : rest[found];
    if (kept) {
      for (const gone of rest.splice(0, found + 1)) if (gone !== kept) from.removeChild(gone);
      if (!isSame(kept, node_)) node(kept, node_);
    } else from.insertBefore(document_(from).importNode(node_, true), rest[0] ?? before);
  }
  for (const gone of rest) from.removeChild(gone);
}

const document_ = (of: Node): Document => of.ownerDocument as Document;

/** Patches `shown` until it says what `html` says. */
export function morph(shown: Document, html: string): void {
  const wanted = new DOMParser().parseFromString(html, "text/html");
  attributes(shown.documentElement, wanted.documentElement);
  if (shown.head && wanted.head) children(shown.head, wanted.head);
  if (shown.body && wanted.body) {
    attributes(shown.body, wanted.body);
    children(shown.body, wanted.body);
  }
}
