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
  const holdsChosen = new Set([...chosen].flatMap((place) => tree.ancestors(place)));
  return tree.places
    .filter(({ place }) => shown.has(place))
    .map(({ place }) => {
      const children = tree.children(place);
      return {
        place,
        depth: tree.ancestors(place).length,
        checked: chosen.has(place),
        indeterminate: !chosen.has(place) && holdsChosen.has(place),
        children,
        allChildren: children.length > 0 && children.every((child) => chosen.has(child)),
      };
    });
}

/** From so many places on a tree begins closed. */
export const manyPlaces = 120;

/** The rows of a large tree whose branch is open. */
export function rowsInOpen(rows: readonly AreaRow[], tree: AreaTree, open: ReadonlySet<string>): AreaRow[] {
  return rows.filter(({ place }) => tree.ancestors(place).every((above) => open.has(above)));
}

/** The branches of a large tree that are open at first: those of what is chosen, and a single root's. */
export function openAtFirst(tree: AreaTree, chosen: readonly string[]): Set<string> {
  return new Set([...(tree.roots.length === 1 ? tree.roots : []), ...chosen.flatMap((place) => tree.ancestors(place))]);
}
