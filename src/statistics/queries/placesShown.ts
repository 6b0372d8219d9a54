import type { Scope } from '../cell';
import type { PlacesAsked, PlacesShown } from '../placePages';

/** A series by area: a place and what is counted of it. */
export interface PlaceScope {
  key: string;
  scope: Scope;
}

/** The page of places that is asked for; all of them, and no page, where there are not too many. `byTotal` orders them by value. */
export function placesShown(
  scopes: readonly PlaceScope[],
  { order, most, from: wanted }: PlacesAsked,
  byTotal: (scopes: readonly PlaceScope[]) => readonly PlaceScope[],
): { scopes: readonly PlaceScope[]; places?: PlacesShown } {
  const total = scopes.length;
  if (total <= most) return { scopes };
  const ordered = order === 'value' ? byTotal(scopes) : scopes;
  const at = typeof wanted === 'number' ? wanted : ordered.findIndex(({ key }) => key === wanted);
  const from = Math.floor(Math.min(Math.max(at, 0), total - 1) / most) * most;
  return { scopes: ordered.slice(from, from + most), places: { order, most, from, total } };
}
