import { areaTree, type Area } from '../model/area';
import type { Report } from '../model/report';
import type { RowColumns } from '../statistics/columns/rowColumns';
import type { Loads } from './loads';

/** Finds the roots of the area tree that some report connects, rows by rows: others can be resolved one by one. */
export interface RootLinks {
  add: (rows: RowColumns) => void;
  /** After the last rows; `reportOf` gives the report that holds an observation. */
  finish: (reportOf: (id: string) => string | null) => Loads['links'];
}

/** The root that a code lies under. */
export function rootFinder(areas: readonly Area[]): (code: string) => string {
  const tree = areaTree(areas);
  return (code) => tree.ancestors(code).at(-1) ?? tree.placeOf(code);
}

/** Looks for reports that speak about a place under another root than their own, or of parts of what such a report says. */
export function rootLinks({ areas, reports }: { areas: readonly Area[]; reports: readonly Report[] }): RootLinks {
  const rootOf = rootFinder(areas);
  const places = new Map(reports.map(({ id, refArea }) => [id, refArea]));
  const rootOfReport = (id: string) => rootOf(places.get(id) ?? '');
  const found = new Map<string, [string, string]>();
  const link = (a: string, b: string) => {
    if (a !== b) found.set(`${a}|${b}`, [a, b]);
  };
  const parts = new Map<string, Set<string>>();
  return {
    add: ({ coded: { reportId, refArea, partOf } }) => {
      const own = reportId.values.map(rootOfReport);
      const told = refArea.values.map(rootOf);
      reportId.codes.forEach((code, row) => link(own[code] ?? '', told[refArea.codes[row] as number] ?? ''));
      if (partOf.values.every((whole) => whole === '')) return;
      partOf.codes.forEach((code, row) => {
        const [whole = '', report = ''] = [partOf.values[code], reportId.values[reportId.codes[row] as number]];
        if (whole === '' || whole.startsWith(`${report}.`)) return;
        const root = rootOfReport(report);
        parts.set(root, (parts.get(root) ?? new Set()).add(whole));
      });
    },
    finish: (reportOf) => {
      for (const [root, wholes] of parts) for (const whole of wholes) link(root, rootOfReport(reportOf(whole) ?? ''));
      return [...found.values()];
    },
  };
}
