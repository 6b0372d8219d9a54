import { areaTree, type Area, type AreaTree } from '../model/area';

const known = new WeakMap<readonly Area[], AreaTree>();

/** The tree of some areas, made once for the same list: each change of the data opens it again. */
export function treeOf(areas: readonly Area[]): AreaTree {
  const tree = known.get(areas) ?? areaTree(areas);
  known.set(areas, tree);
  return tree;
}
