import { isWithin } from '../../model/period';
import type { AreaTree } from '../../model/area';
import { placesAbove, type Coverage } from '../coverage';
import type { ReportEntry, Span } from '../resolved';
import { bucketIndex, ownBit, type CoverageSheet } from './coverageSheet';
import type { PlaceOrder } from './placeOrder';
import { gone, type OpenReport, type ReportColumns } from './reportColumns';

/** What columns say of who reports, and the ways to places and reports by number. */
interface Known {
  sheets: readonly CoverageSheet[];
  reports: ReportColumns;
  order: PlaceOrder;
  tree: AreaTree;
  open: OpenReport;
}

/** Who reports on a bucket, as `coverageOf` tells it, from columns: only the reports of the bucket are opened. */
export function spanCoverage({ sheets, reports, order, tree, open }: Known): (span: Span) => Coverage {
  const byKey = new Map(sheets.map((sheet) => [sheet.key, sheet]));
  const known = new Map<string, Coverage>();
  let standing: number[][] | null = null;
  const make = (span: Span): Coverage => {
    standing ??= standingByPeriod(reports);
    const within = withinOf(span, reports, standing, open);
    const own = new Set(within.keys());
    const sheet = byKey.get(span.granularity ?? span.id);
    for (const number of sheet ? speaking(sheet, span) : []) own.add(order.codes[number] ?? '');
    return { own, ownBelow: placesAbove(tree, own), within, withinBelow: placesAbove(tree, within.keys()) };
  };
  return (span) => {
    const made = known.get(span.id) ?? make(span);
    known.set(span.id, made);
    return made;
  };
}

/** Numbers of the reports that nothing replaces, by number of their period. */
function standingByPeriod({ periods, period, rank, supersededBy }: ReportColumns): number[][] {
  const found: number[][] = periods.map(() => []);
  for (let number = 0; number < period.length; number++) {
    const isReplaced = (rank[supersededBy[number] as number] ?? gone) !== gone;
    if (rank[number] !== gone && !isReplaced) found[period[number] as number]?.push(number);
  }
  return found;
}

/** Reports that lie in a span, by their place, in order of issue. */
function withinOf(
  span: Span,
  { periods, rank }: ReportColumns,
  standing: readonly (readonly number[])[],
  open: OpenReport,
): Map<string, ReportEntry[]> {
  const numbers = periods.flatMap((period, i) => (isWithin(period, span) ? (standing[i] ?? []) : []));
  numbers.sort((a, b) => (rank[a] as number) - (rank[b] as number));
  const within = new Map<string, ReportEntry[]>();
  for (const number of numbers) {
    const report = open(number);
    if (!report) continue;
    const reports = within.get(report.place);
    if (reports) reports.push(report);
    else within.set(report.place, [report]);
  }
  return within;
}

/** Numbers of the places whose own reports speak in a span. */
function speaking(sheet: CoverageSheet, span: Span): number[] {
  const { first, place, bits } = sheet;
  const at = bucketIndex(sheet, span);
  if (at < 0) return [];
  const numbers: number[] = [];
  for (let i = first[at] as number; i < (first[at + 1] as number); i++)
    if (((bits[i] as number) & ownBit) !== 0) numbers.push(place[i] as number);
  return numbers;
}
