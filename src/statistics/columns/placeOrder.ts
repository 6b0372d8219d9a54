import type { AreaTree } from '../../model/area';

/** Places by number, parents before children: a place and all below it are one range. Codes unknown to the tree come last. */
export interface PlaceOrder {
  codes: readonly string[];
  numberOf: ReadonlyMap<string, number>;
  /** By number: the number after the last place below it; that of its parent, -1 without; how many places are above it. */
  end: Uint32Array<ArrayBuffer>;
  parent: Int32Array<ArrayBuffer>;
  depth: Uint8Array<ArrayBuffer>;
}

const known = new WeakMap<AreaTree, PlaceOrder>();

/** Numbers the places of a tree and some codes that it may not know. */
export function placeOrder(tree: AreaTree, others: Iterable<string>): PlaceOrder {
  const ofTree = known.get(tree) ?? ordered(tree, []);
  known.set(tree, ofTree);
  const unknown = [...new Set(others)].filter((code) => !ofTree.numberOf.has(code));
  return unknown.length === 0 ? ofTree : ordered(tree, unknown);
}

function ordered(tree: AreaTree, others: readonly string[]): PlaceOrder {
  const codes = [...tree.places.map(({ place }) => place), ...others];
  const numberOf = new Map(codes.map((code, number) => [code, number]));
  const end = Uint32Array.from(codes, (_, number) => number + 1);
  const ancestors = codes.map((code) => tree.ancestors(code));
  const parent = Int32Array.from(ancestors, ([nearest]) => numberOf.get(nearest ?? '') ?? -1);
  const depth = Uint8Array.from(ancestors, ({ length }) => length);
  ancestors.forEach((above, number) => {
    for (const code of above) end[numberOf.get(code) ?? number] = number + 1;
  });
  return { codes, numberOf, end, parent, depth };
}
