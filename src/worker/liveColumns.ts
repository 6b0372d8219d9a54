import type { Dataset } from '../model/dataset';
import type { Granularity } from '../model/period';
import type { Report } from '../model/report';
import type { FacetColumns } from '../statistics/columns/facetColumns';
import { sheetKey, type FlowSheet } from '../statistics/columns/flowSheet';
import { openColumns, type ColumnsHead } from '../statistics/columns/openColumns';
import type { Others } from '../statistics/columns/otherColumns';
import type { ColumnsPatch } from '../statistics/columns/patchColumns';
import { parseSubject } from '../statistics/parseSubject';
import type { Resolved } from '../statistics/resolved';
import type { PackedParts } from '../store/packedColumns';
import { wordReader } from '../store/reportWords';
import { Remembered } from './remembered';

/** Columns as they are kept: a head, parts by subject, and patches over all of it, oldest first. */
export interface ColumnSource {
  head: ColumnsHead;
  beside: Pick<Dataset, 'areas' | 'indicators'>;
  parts: PackedParts;
  patches: readonly ColumnsPatch[];
}

/** What a question needs beside the head. */
export interface Needs {
  subjects: readonly string[];
  granularities: readonly (Granularity | null)[];
  facets: boolean;
  /** Of flows only targets for buckets of this granularity are looked at; absent where all are, with what is no flow. */
  aims?: Granularity;
  /** Whether the answer names reports. */
  words?: boolean;
}

/** Columns in memory as far as questions have asked for them. */
export interface LiveColumns {
  source: ColumnSource;
  /** The columns with what a question needs. Throws `PartLost` where a part of it cannot be had any more, as all ways do. */
  ready: (needs: Needs) => Promise<Resolved>;
  /** Gives the report of a number. Throws where the words cannot be had. */
  words: () => Promise<(number: number) => Report>;
  /** A sheet, patches applied; null where there is none. Throws where it cannot be had. */
  sheet: (subject: string, granularity: Granularity | null) => Promise<FlowSheet | null>;
  others: (subject: string) => Promise<Others | null>;
  facets: () => Promise<FacetColumns>;
  /** The same columns after one patch more; what was read stays read. */
  patched: (head: ColumnsHead, patch: ColumnsPatch) => Promise<LiveColumns>;
}

/** A part is not of this packing any more, or not whole. */
export class PartLost extends Error {}

/** A sheet with what it is of, also where there is none. */
interface SheetRead {
  subject: string;
  granularity: Granularity | null;
  sheet: FlowSheet | null;
}

/** All that has been read: by sheet, by subject, and once for all. */
interface Read {
  sheets: Remembered<string, SheetRead>;
  others: Remembered<string, Others | null>;
  facets: Remembered<typeof once, FacetColumns>;
  words: Remembered<typeof once, (number: number) => Report>;
}

const once = 'once';

function requirePart<T>(part: T | null): T {
  if (part === null) throw new PartLost();
  return part;
}

/** Laying patches over parts takes code that most starts have no need of. */
const loadLaying = () => import('./layPatch');
type Laying = Awaited<ReturnType<typeof loadLaying>>;

/** Opens columns; parts are read when they are asked for. */
export function liveColumns(source: ColumnSource): LiveColumns {
  return openLive(source, {
    sheets: new Remembered(),
    others: new Remembered(),
    facets: new Remembered(),
    words: new Remembered(),
  });
}

function openLive(source: ColumnSource, read: Read): LiveColumns {
  const { head, beside, parts, patches } = source;
  const here = new Map<string, FlowSheet | null>();
  let reader: ((number: number) => Report) | null = null;
  const opened = openColumns(head, {
    beside,
    sheet: (subject, granularity) => {
      const found = here.get(sheetKey(subject, granularity));
      // What has not been brought must not pass for what there is not.
      if (found === undefined) throw new Error(`no sheet was brought: ${subject} ${String(granularity)}`);
      return found;
    },
    wordsOf: (number) => {
      if (!reader) throw new Error('words were not asked for');
      return reader(number);
    },
  });
  const added = new Set<string>();
  const places = head.places.length;

  /** A part with all patches over it. */
  const withPatches = async <T>(
    part: Promise<T | null>,
    lay: (laying: Laying, now: T, patch: ColumnsPatch) => T,
  ): Promise<T> => {
    const base: T = requirePart<T>(await part);
    if (patches.length === 0) return base;
    const laying = await loadLaying();
    return patches.reduce<T>((now, patch) => lay(laying, now, patch), base);
  };
  /** The same of a part that there need not be. */
  const withPatchesOrNone = <T>(
    part: Promise<T | null | undefined>,
    lay: (laying: Laying, now: T | null, patch: ColumnsPatch) => T | null,
  ): Promise<T | null> =>
    withPatches<{ part: T | null }>(
      part.then((found) => (found === null ? null : { part: found ?? null })),
      (laying, now, patch) => ({ part: lay(laying, now.part, patch) }),
    ).then((found) => found.part);
  const sheet = async (subject: string, granularity: Granularity | null) => {
    const known = await read.sheets.get(sheetKey(subject, granularity), async () => ({
      subject,
      granularity,
      sheet: await withPatchesOrNone(parts.sheet(subject, granularity), (lay, now, patch) =>
        lay.laySheet(now, { subject, granularity, places }, patch),
      ),
    }));
    return known.sheet;
  };

  const others = (subject: string) =>
    read.others.get(subject, () =>
      withPatchesOrNone(parts.others(subject), (lay, now, patch) => lay.layOthers(now, subject, patch)),
    );
  const facets = () =>
    read.facets.get(once, () => withPatches(parts.facets(), (lay, now, patch) => lay.layFacets(now, patch)));
  const words = () =>
    read.words.get(once, () => {
      const reader = parts.words().then((found) => found && wordReader(found));
      return withPatches(reader, (lay, now, patch) => lay.layWords(now, patch));
    });

  const bring = async (needs: Needs): Promise<Resolved> => {
    const bringSheet = async (subject: string, granularity: Granularity | null) => {
      here.set(sheetKey(subject, granularity), await sheet(subject, granularity));
    };
    const isWithoutOthers = (subject: string) =>
      needs.aims !== undefined &&
      parseSubject(subject, beside.indicators)?.kind === 'flow' &&
      !(head.aims[subject] ?? []).includes(needs.aims);
    const bringOthers = async (subject: string) => {
      const list = await others(subject);
      if (list && !added.has(subject)) opened.addOthers(list);
      added.add(subject);
    };
    const bringWords = async () => {
      reader = await words();
    };
    // Mostly all is here, and nothing has to be waited for.
    const missing = needs.subjects.flatMap((subject) => [
      ...(added.has(subject) || isWithoutOthers(subject) ? [] : [bringOthers(subject)]),
      ...needs.granularities
        .filter((granularity) => !here.has(sheetKey(subject, granularity)))
        .map((granularity) => bringSheet(subject, granularity)),
    ]);
    if (missing.length === 0 && !needs.facets && !needs.words) return opened.resolved;
    const [found] = await Promise.all([needs.facets ? facets() : null, needs.words ? bringWords() : null, ...missing]);
    if (found) opened.resolved.facets = found;
    return opened.resolved;
  };

  return {
    source,
    ready: bring,
    words,
    sheet,
    others,
    facets,
    patched: async (nextHead, patch) => {
      const laying = await loadLaying();
      return openLive(
        { ...source, head: nextHead, patches: [...patches, patch] },
        {
          sheets: read.sheets.changed(({ sheet: now, ...wanted }) => ({
            ...wanted,
            sheet: laying.laySheet(now, { ...wanted, places: nextHead.places.length }, patch),
          })),
          others: read.others.changed((now, subject) => laying.layOthers(now, subject, patch)),
          facets: read.facets.changed((now) => laying.layFacets(now, patch)),
          words: read.words.changed((reader) => laying.layWords(reader, patch)),
        },
      );
    },
  };
}
