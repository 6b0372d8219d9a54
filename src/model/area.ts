export const areaLevels = ['province', 'prefecture', 'county', 'functional-zone'] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** One code of an area; a place that changed its code (监利县 → 监利市) has one row a code, joined by `place`. */
export interface Area {
  /** GB/T 2260, or the statistical division code of a functional zone. */
  code: string;
  name: string;
  nameEn: string;
  shortName: string;
  /** Code of the parent; empty for the topmost. */
  parent: string | null;
  level: AreaLevel;
  /** ISO dates, both inclusive; null where open or unknown. */
  validFrom: string | null;
  validTo: string | null;
  /** Today's code of the place. */
  place: string;
  /** Administrative order among siblings. */
  order: number;
}

/** Areas as a tree of places: every question is asked and answered in today's codes. */
export interface AreaTree {
  /** Today's row of every place, parents before children, siblings in administrative order. */
  places: readonly Area[];
  roots: readonly string[];
  /** Today's row of a place or of any of its codes. */
  area(code: string): Area | undefined;
  /** Today's code of any code; the code itself when it is unknown. */
  placeOf(code: string): string;
  children(place: string): readonly string[];
  /** Parents, nearest first. */
  ancestors(place: string): readonly string[];
  /** Whether `code` is `place` or lies in it. */
  contains(place: string, code: string): boolean;
}

/**
 * Builds the tree of places from the rows of `areas.csv`.
 * Rows with an unknown parent become roots; of several rows of a place the one whose code is the place's is today's.
 */
export function areaTree(areas: readonly Area[]): AreaTree {
  const placeByCode = new Map(areas.map((area) => [area.code, area.place]));
  const today = new Map<string, Area>();
  for (const area of areas) if (area.code === area.place || !today.has(area.place)) today.set(area.place, area);
  const placeOf = (code: string) => placeByCode.get(code) ?? code;

  const childrenOf = new Map<string, string[]>();
  const roots: string[] = [];
  const byOrder = [...today.values()].sort((a, b) => a.order - b.order || (a.place < b.place ? -1 : 1));
  for (const area of byOrder) {
    const parent = area.parent === null ? null : placeOf(area.parent);
    if (parent === null || !today.has(parent) || parent === area.place) roots.push(area.place);
    else childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), area.place]);
  }

  const places: Area[] = [];
  const ancestorsOf = new Map<string, string[]>();
  const visit = (place: string, above: string[]) => {
    const area = today.get(place);
    if (!area || ancestorsOf.has(place)) return;
    ancestorsOf.set(place, above);
    places.push(area);
    for (const child of childrenOf.get(place) ?? []) visit(child, [place, ...above]);
  };
  roots.forEach((root) => visit(root, []));

  return {
    places,
    roots,
    area: (code) => today.get(placeOf(code)),
    placeOf,
    children: (place) => childrenOf.get(placeOf(place)) ?? [],
    ancestors: (place) => ancestorsOf.get(placeOf(place)) ?? [],
    contains: (place, code) => {
      const inner = placeOf(code);
      const outer = placeOf(place);
      return inner === outer || (ancestorsOf.get(inner) ?? []).includes(outer);
    },
  };
}
