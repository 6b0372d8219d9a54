import type { Area, AreaTree } from '../../../model/area';
import type { Filter } from '../../../statistics/query';

/** The places that a figure by area has under a filter: all counties, the children of a single chosen place, or the chosen. */
export function placesOf(tree: AreaTree, { areas }: Filter): readonly Area[] {
  if (areas.length === 0) return tree.places.filter(({ level }) => level === 'county' || level === 'functional-zone');
  const [only = ''] = areas;
  const children = areas.length === 1 ? tree.children(only) : [];
  return (children.length > 0 ? children : areas).flatMap((code) => tree.area(code) ?? []);
}
