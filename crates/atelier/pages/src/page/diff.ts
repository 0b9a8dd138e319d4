// Two texts compared line by line (Myers, “An O(ND) difference algorithm”, 1986).

export type Line = { what: "same" | "gone" | "new"; text: string };
/** Lines, and how many lines that are the same were left out. */
export type Part = Line | { what: "skipped"; count: number };

/** More differences than this are not looked for: all lines are then gone, and all are new. */
const MOST = 2000;

/** The lines of `before` and `after`, those that are gone before those that are new. */
export function lines(before: string, after: string): Line[] {
  const a = before.split("\n");
  const b = after.split("\n");
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const same = (text: string): Line => ({ what: "same", text });
  return [
    ...a.slice(0, start).map(same),
    ...between(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
}

function between(a: string[], b: string[]): Line[] {
  const gone = (text: string): Line => ({ what: "gone", text });
  const added = (text: string): Line => ({ what: "new", text });
  const steps = a.length && b.length ? trace(a, b) : null;
  if (!steps) return [...a.map(gone), ...b.map(added)];
  const found: Line[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = steps.length - 1; d >= 0; d -= 1) {
    const furthest = steps[d] as Map<number, number>;
    const reach = (k: number) => furthest.get(k) ?? -1;
    const k = x - y;
    const down = k === -d || (k !== d && reach(k - 1) < reach(k + 1));
    const before = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : reach(before);
    const fromY = fromX - (d === 0 ? 0 : before);
    const [stopX, stopY] = d === 0 ? [0, 0] : down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    while (x > stopX && y > stopY) {
      x -= 1;
      y -= 1;
      found.push({ what: "same", text: a[x] as string });
    }
    if (d > 0) found.push(down ? added(b[fromY] as string) : gone(a[fromX] as string));
    x = fromX;
    y = fromY;
  }
  return inOrder(found.reverse());
}

/** For each number of differences, how far each diagonal had got with one fewer; `null` if there are too many. */
function trace(a: string[], b: string[]): Map<number, number>[] | null {
  let furthest = new Map<number, number>([[1, 0]]);
  const steps: Map<number, number>[] = [];
  for (let d = 0; d <= Math.min(a.length + b.length, MOST); d += 1) {
    steps.push(new Map(furthest));
    const next = new Map(furthest);
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
      let x = down ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return steps;
    }
    furthest = next;
  }
  return null;
}

/** What is gone before what is new, where both are beside one another. */
function inOrder(all: Line[]): Line[] {
  const made: Line[] = [];
  let fresh: Line[] = [];
  for (const line of all) {
    if (line.what === "new") fresh.push(line);
    else {
      if (line.what === "same") {
        made.push(...fresh);
        fresh = [];
      }
      made.push(line);
    }
  }
  return [...made, ...fresh];
}

/** Only what differs, with a few lines around it. */
export function around(all: readonly Line[], context = 2): Part[] {
  const near = all.map((_, at) => all.slice(Math.max(0, at - context), at + context + 1).some(({ what }) => what !== "same"));
  const parts: Part[] = [];
  all.forEach((line, at) => {
    const last = parts[parts.length - 1];
    if (near[at]) parts.push(line);
    else if (last?.what === "skipped") last.count += 1;
    else parts.push({ what: "skipped", count: 1 });
  });
  return parts;
}
