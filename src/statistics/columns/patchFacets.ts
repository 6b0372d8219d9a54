import type { Whole } from './column';
import { continued } from './continued';
import type { FacetColumns } from './facetColumns';

const at = (column: ArrayLike<number>, index: number) => column[index] as number;

/** The same column, wider where some numbers ask for it. */
const wideEnough = (column: Whole, more: readonly number[]): Whole =>
  column instanceof Uint16Array && more.some((number) => number > 0xffff) ? new Uint32Array(column) : column;

/** The same columns without some reports' rows, and with others. */
export function patchFacets(old: FacetColumns, withoutIds: readonly string[], added: FacetColumns): FacetColumns {
  const out = new Set(withoutIds);
  const isOut = old.reports.map((id) => out.has(id));
  // Mostly reports come new: then all rows stay as they are.
  const kept = isOut.includes(true)
    ? Uint32Array.from(old.report.keys()).filter((row) => isOut[at(old.report, row)] !== true)
    : null;
  const join = <T>(a: readonly T[], b: readonly T[]) => ({ list: [...a, ...b], shift: a.length });
  const lists = {
    periods: join(old.periods, added.periods),
    places: join(old.places, added.places),
    codes: join(old.codes, added.codes),
    statuses: join(old.statuses, added.statuses),
    reports: join(old.reports, added.reports),
  };
  const left = <T extends Whole | Uint8Array<ArrayBuffer>>(column: T): T =>
    kept
      ? (column.constructor as unknown as { from: (rows: Uint32Array, map: (row: number) => number) => T }).from(
          kept,
          (row) => at(column, row),
        )
      : column;
  const column = (name: 'period' | 'place' | 'code' | 'report', shift: number) => {
    const more = Array.from(added[name], (number) => number + shift);
    return continued(wideEnough(left(old[name]), more), more);
  };
  return {
    periods: lists.periods.list,
    places: lists.places.list,
    codes: lists.codes.list,
    statuses: lists.statuses.list,
    reports: lists.reports.list,
    period: column('period', lists.periods.shift),
    place: column('place', lists.places.shift),
    category: continued(left(old.category), added.category),
    code: column('code', lists.codes.shift),
    report: column('report', lists.reports.shift),
  };
}
