import type { AreaTree } from '../model/area';
import { categoryCodes } from '../model/categories';
import type { Scope } from './cell';
import type { Filter, Split } from './query';
import type { Resolved, Selection } from './resolved';

/** Key of a figure's unsplit series. */
export const totalKey = 'total';

/** The series of a split, in display order, each with what it counts. */
export function scopesOf(resolved: Resolved, filter: Filter, split: Split): { key: string; scope: Scope }[] {
  const categories = filter.categories;
  if (split === 'area') {
    return areasShown(resolved, filter).map((place) => ({ key: place, scope: { places: [place], categories } }));
  }
  const { places } = totalScope(resolved, filter);
  if (split === 'category') {
    const shown = categoryCodes.filter((code) => categories.length === 0 || categories.includes(code));
    return shown.map((code) => ({ key: code, scope: { places, categories: [code] } }));
  }
  return [{ key: totalKey, scope: { places, categories } }];
}

/** What one series counts, also where its key is not among those shown. Throws on a category that does not exist. */
export function scopeOf(resolved: Resolved, filter: Filter, split: Split, key: string): Scope {
  const total = totalScope(resolved, filter);
  if (key === totalKey || split === 'none') return total;
  if (split === 'area') return { ...total, places: [resolved.tree.placeOf(key)] };
  const category = categoryCodes.find((code) => code === key);
  if (!category) throw new Error(`unknown category: ${key}`);
  return { ...total, categories: [category] };
}

/** The whole figure: the topmost of the selected places, so that nothing is added to what contains it; else the roots. */
export function totalScope(resolved: Resolved, filter: Filter): Scope {
  return { places: selectionOf(resolved, filter).top, categories: filter.categories };
}

/** Places of a split by area: all counties when none is selected, the children of a single one, else the selected. */
export function areasShown(resolved: Resolved, filter: Filter): readonly string[] {
  return selectionOf(resolved, filter).shown;
}

const rememberedSelections = 100;

/** What a selection of areas stands for: the same lists for the same areas, so that more can be remembered of them. */
function selectionOf({ tree, remembered }: Resolved, { areas }: Filter): Selection {
  const { selections, selectionsByList } = remembered;
  const known = selectionsByList.get(areas);
  if (known) return known;
  const key = areas.join();
  const made = selections.get(key) ?? newSelection(tree, areas);
  if (selections.size >= rememberedSelections) selections.clear();
  selections.set(key, made);
  selectionsByList.set(areas, made);
  return made;
}

function newSelection(tree: AreaTree, areas: readonly string[]): Selection {
  const selected = selectedPlaces(tree, areas);
  return {
    top: selected.places.length === 0 ? tree.roots : selected.top,
    shown: shownOf(tree, selected.places),
  };
}

/** Numbers of a tree's places in administrative order; by number the one after the last place that lies in it. */
interface TreeOrder {
  numberOf: ReadonlyMap<string, number>;
  end: Uint32Array;
}

const orders = new WeakMap<AreaTree, TreeOrder>();

function orderOf(tree: AreaTree): TreeOrder {
  const known = orders.get(tree);
  if (known) return known;
  const numberOf = new Map(tree.places.map(({ place }, number) => [place, number]));
  const end = Uint32Array.from(tree.places, (_, number) => number + 1);
  tree.places.forEach(({ place }, number) => {
    for (const above of tree.ancestors(place)) end[numberOf.get(above) ?? number] = number + 1;
  });
  const order = { numberOf, end };
  orders.set(tree, order);
  return order;
}

/** Selected places without repeats, in administrative order, unknown ones last; and those of them that lie in no other. */
function selectedPlaces(tree: AreaTree, areas: readonly string[]): { places: string[]; top: string[] } {
  const { numberOf, end } = orderOf(tree);
  const unknown = new Set<string>();
  const found = new Uint32Array(areas.length);
  let count = 0;
  for (const code of areas) {
    const number = numberOf.get(code) ?? numberOf.get(tree.placeOf(code));
    if (number === undefined) unknown.add(tree.placeOf(code));
    else found[count++] = number;
  }
  const [places, top]: [string[], string[]] = [[], []];
  let [last, passed] = [-1, 0];
  for (const number of found.subarray(0, count).sort()) {
    if (number === last) continue;
    last = number;
    const place = tree.places[number]?.place ?? '';
    places.push(place);
    if (number < passed) continue;
    top.push(place);
    passed = end[number] ?? 0;
  }
  places.push(...unknown);
  // One list where it is the same: more is remembered by list.
  return { places, top: top.length + unknown.size === places.length ? places : [...top, ...unknown] };
}

/** Places that a split by area shows of some selected ones, given by today's codes: see `areasShown`. */
export function shownOf(tree: AreaTree, selected: readonly string[]): readonly string[] {
  if (selected.length === 0) {
    const isCounty = (level: string) => level === 'county' || level === 'functional-zone';
    return tree.places.filter(({ level }) => isCounty(level)).map(({ place }) => place);
  }
  const [only] = selected;
  if (only === undefined || selected.length > 1) return selected;
  const children = tree.children(only);
  return children.length > 0 ? children : selected;
}
