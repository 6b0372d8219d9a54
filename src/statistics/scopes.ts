import { categoryCodes } from '../model/categories';
import type { Scope } from './cell';
import type { Filter, Split } from './query';
import type { Resolved } from './resolved';

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
function selectionOf(resolved: Resolved, { areas }: Filter): { top: readonly string[]; shown: readonly string[] } {
  const { selections } = resolved.remembered;
  const key = areas.join();
  const found = selections.get(key);
  if (found) return found;
  const selected = selectedPlaces(resolved, areas);
  const made = { top: topmost(resolved, selected), shown: shownOf(resolved, selected) };
  if (selections.size >= rememberedSelections) selections.clear();
  selections.set(key, made);
  return made;
}

function topmost({ tree }: Resolved, selected: readonly string[]): readonly string[] {
  if (selected.length === 0) return tree.roots;
  const all = new Set(selected);
  return selected.filter((place) => !tree.ancestors(place).some((above) => all.has(above)));
}

/** Selected places without repeats, in administrative order; unknown ones last. */
function selectedPlaces({ tree }: Resolved, areas: readonly string[]): string[] {
  const chosen = new Set(areas.map((code) => tree.placeOf(code)));
  if (chosen.size === 0) return [];
  const known = tree.places.filter(({ place }) => chosen.has(place)).map(({ place }) => place);
  return [...new Set([...known, ...chosen])];
}

function shownOf({ tree }: Resolved, selected: readonly string[]): readonly string[] {
  if (selected.length === 0) {
    const isCounty = (level: string) => level === 'county' || level === 'functional-zone';
    return tree.places.filter(({ level }) => isCounty(level)).map(({ place }) => place);
  }
  const [only] = selected;
  if (only === undefined || selected.length > 1) return selected;
  const children = tree.children(only);
  return children.length > 0 ? children : selected;
}
