/** A part of all cases: for each fact, in a fixed order, the pieces it may be in. */
export type Box = readonly ReadonlySet<number>[];

/** Beyond so many parts a table is too tangled to be judged; nothing is said then. */
const MOST_BOXES = 4_000;

export function isEmpty(box: Box): boolean {
  return box.some((held) => held.size === 0);
}

function common(a: ReadonlySet<number>, b: ReadonlySet<number>): Set<number> {
  return new Set([...a].filter((at) => b.has(at)));
}

/** The cases that lie in both. */
export function meet(a: Box, b: Box): Box {
  return a.map((held, at) => common(held, b[at] ?? new Set()));
}

/** Whether all cases of the one lie in the other. */
export function within(inner: Box, outer: Box): boolean {
  return inner.every((held, at) => [...held].every((piece) => outer[at]?.has(piece)));
}

/** The cases of the boxes that do not lie in another box, as boxes that do not overlap; null when too many. */
export function without(boxes: readonly Box[], taken: Box): Box[] | null {
  const left: Box[] = [];
  for (const box of boxes) {
    if (isEmpty(meet(box, taken))) {
      left.push(box);
      continue;
    }
    let rest: Box = box;
    for (const [at, held] of box.entries()) {
      const outside = new Set([...held].filter((piece) => !taken[at]?.has(piece)));
      if (outside.size > 0) left.push(rest.map((each, other) => (other === at ? outside : each)));
      rest = rest.map((each, other) => (other === at ? common(held, taken[at] ?? new Set()) : each));
    }
    if (left.length > MOST_BOXES) return null;
  }
  return left;
}
