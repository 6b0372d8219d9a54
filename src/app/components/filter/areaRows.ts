import type { AreaTree } from '../../../model/area';

/** A place as a row of the tree: how deep it stands, and how its branch is chosen. */
export interface AreaRow {
  place: string;
  depth: number;
  checked: boolean;
  /** Not itself chosen, but something below it is. */
  indeterminate: boolean;
  children: readonly string[];
  /** Every child is chosen. */
  allChildren: boolean;
}

const below = (tree: AreaTree, place: string): string[] =>
  tree.children(place).flatMap((child) => [child, ...below(tree, child)]);

/**
 * The tree as rows in administrative order. A place is a choice of its own: choosing a parent asks for the whole of it,
 * choosing its children for each of them beside it.
 * `matches` keeps the places it accepts together with those above them.
 */
export function areaRows(tree: AreaTree, chosen: ReadonlySet<string>, matches: (place: string) => boolean): AreaRow[] {
  const shown = new Set<string>();
  for (const { place } of tree.places) {
    if (matches(place)) for (const kept of [place, ...tree.ancestors(place)]) shown.add(kept);
  }
  return tree.places
    .filter(({ place }) => shown.has(place))
    .map(({ place }) => {
      const children = tree.children(place);
      return {
        place,
        depth: tree.ancestors(place).length,
        checked: chosen.has(place),
        indeterminate: !chosen.has(place) && below(tree, place).some((inner) => chosen.has(inner)),
        children,
        allChildren: children.length > 0 && children.every((child) => chosen.has(child)),
      };
    });
}
