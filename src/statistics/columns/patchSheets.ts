import type { Indicator } from '../../model/indicator';
import { granularities, type Granularity } from '../../model/period';
import { parseSubject } from '../parseSubject';
import type { Subject } from '../query';
import type { Entry, Resolved } from '../resolved';
import { entriesOf } from '../slot';
import { bucketId } from './bucketNumber';
import { decideInto, tellInto, type Making } from './buildSheet';
import { factRuns, type FactRuns } from './factRuns';
import { sheetSteps } from './flowSheet';
import { isDecided } from './otherColumns';
import type { ReportChange, Reported } from './patchReports';
import type { SheetPatch } from './patchSheet';
import { placing } from './placing';
import { sheetMaker } from './sheetMaker';
import type { Told, Touched } from './touched';

/** What sheets are patched from. */
interface Patching {
  changes: readonly ReportChange[];
  reader: (reported: Reported) => Told;
  /** Everything of the places and years that the changes touch, as it is after them. */
  resolved: Resolved;
  indicators: readonly Indicator[];
  touched: Touched;
  /** Numbers of its places, rising. */
  places: Uint32Array<ArrayBuffer>;
  making: Making;
}

/** Decides the touched places and buckets of all subjects that the changes may have to do with. */
export function patchSheets(patching: Patching): SheetPatch[] {
  const { changes, reader, resolved, indicators, making } = patching;
  const before = changes.flatMap((change) => (change.before ? reader(change.before).entries : []));
  const after = changes.flatMap((change) => (change.after ? reader(change.after).entries : []));
  const codes = new Set([...resolved.entries, ...before].filter(isDecided).flatMap((entry) => entry.codes));
  const patches: SheetPatch[] = [];
  for (const code of codes) {
    const subject = parseSubject(code, indicators);
    if (subject?.kind !== 'flow') continue;
    const of = (entries: readonly Entry[]) => entries.filter((entry) => isOf(entry, subject));
    const entries = entriesOf(resolved, subject, 'actual');
    const runs = factRuns(entries.map(making.factOf), making.byId);
    const change = { subject, entries, runs, before: of(before), after: of(after) };
    for (const granularity of sheetSteps) patches.push(patchOf(patching, { ...change, granularity }));
  }
  return patches.filter(({ cells, buckets }) => cells.bucket.length > 0 || buckets.length > 0);
}

/** Whether an observation is in the sheets of a subject: see `entriesOf`. */
function isOf(entry: Entry, { code, measure, kind }: Subject): boolean {
  return isDecided(entry) && entry.codes.includes(code) && entry.measure === measure && entry.kind === kind;
}

interface SheetChange {
  subject: Subject;
  granularity: Granularity | null;
  /** All that is decided anew. */
  entries: readonly Entry[];
  runs: FactRuns;
  before: readonly Entry[];
  after: readonly Entry[];
}

function patchOf(
  { touched, places, making }: Patching,
  { subject, granularity, entries, runs, before, after }: SheetChange,
): SheetPatch {
  const buckets = placing(granularity, [...entries, ...before]);
  const ids = new Set(granularity === null ? touchedIds(touched) : []);
  const redone =
    granularity === null
      ? buckets.ids.flatMap((id, number) => (ids.has(id) ? [number] : []))
      : [...touched.buckets[granularity]];
  const isRedone = new Set(redone);
  const maker = sheetMaker();
  tellInto(maker, making, buckets, before, -1);
  tellInto(maker, making, buckets, after, 1);
  decideInto(
    maker,
    making,
    { subject, granularity, buckets, runs },
    (place, bucket) => touched.places.has(place) && isRedone.has(bucket),
  );
  const cells = maker.packAt({ subject: subject.code, granularity, spans: buckets.ids }, places);
  return { buckets: Int32Array.from(redone), cells };
}

/** Ids of all touched buckets. */
function touchedIds({ buckets, spans }: Touched): string[] {
  const named = granularities.flatMap((granularity) =>
    Array.from(buckets[granularity], (bucket) => bucketId(granularity, bucket)),
  );
  return [...named, ...spans];
}
