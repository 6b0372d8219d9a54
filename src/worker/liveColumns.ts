import type { Dataset } from '../model/dataset';
import { granularities, type Granularity } from '../model/period';
import type { Report } from '../model/report';
import type { FacetColumns } from '../statistics/columns/facetColumns';
import { sheetKey, type FlowSheet } from '../statistics/columns/flowSheet';
import { openColumns, type ColumnsHead } from '../statistics/columns/openColumns';
import type { Others } from '../statistics/columns/otherColumns';
import type { ColumnsPatch } from '../statistics/columns/patchColumns';
import type { Resolved } from '../statistics/resolved';
import type { PackedParts } from '../store/packedColumns';
import { wordReader } from '../store/reportWords';

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
}

/** Columns in memory as far as questions have asked for them. */
export interface LiveColumns {
  source: ColumnSource;
  /** The columns with what a question needs; null where a part of it cannot be had any more. */
  ready: (needs: Needs) => Promise<Resolved | null>;
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
class PartLost extends Error {}

/** What has been read, patches applied; promises, so that nothing is read twice. */
interface Read {
  sheets: Map<string, Promise<FlowSheet | null>>;
  others: Map<string, Promise<Others | null>>;
  facets: Promise<FacetColumns> | null;
  words: Promise<(number: number) => Report> | null;
}

function requirePart<T>(part: T | null): T {
  if (part === null) throw new PartLost();
  return part;
}

/** Laying patches over parts takes code that most starts have no need of. */
const loadLaying = () => import('./layPatch');
type Laying = Awaited<ReturnType<typeof loadLaying>>;

/** Opens columns; parts are read when they are asked for. */
export function liveColumns(source: ColumnSource): LiveColumns {
  return openLive(source, { sheets: new Map(), others: new Map(), facets: null, words: null });
}

function openLive(source: ColumnSource, read: Read): LiveColumns {
  const { head, beside, parts, patches } = source;
  const here = new Map<string, FlowSheet | null>();
  const opened = openColumns(head, {
    beside,
    sheet: (subject, granularity) => here.get(sheetKey(subject, granularity)) ?? null,
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
  const sheet = (subject: string, granularity: Granularity | null) => {
    const key = sheetKey(subject, granularity);
    const known = read.sheets.get(key);
    if (known) return known;
    const reading = withPatchesOrNone(parts.sheet(subject, granularity), (lay, now, patch) =>
      lay.laySheet(now, { subject, granularity, places }, patch),
    );
    read.sheets.set(key, reading);
    return reading;
  };
  const others = (subject: string) => {
    const known = read.others.get(subject);
    if (known) return known;
    const reading = withPatchesOrNone(parts.others(subject), (lay, now, patch) => lay.layOthers(now, subject, patch));
    read.others.set(subject, reading);
    return reading;
  };
  const facets = () => {
    read.facets ??= withPatches(parts.facets(), (lay, now, patch) => lay.layFacets(now, patch));
    return read.facets;
  };
  const words = () => {
    const reader = parts.words().then((found) => found && wordReader(found));
    read.words ??= withPatches(reader, (lay, now, patch) => lay.layWords(now, patch));
    return read.words;
  };

  const bring = async (needs: Needs): Promise<Resolved> => {
    const bringSheet = async (subject: string, granularity: Granularity | null) => {
      here.set(sheetKey(subject, granularity), await sheet(subject, granularity));
    };
    const bringOthers = async (subject: string) => {
      if (added.has(subject)) return;
      const list = await others(subject);
      if (list && !added.has(subject)) opened.addOthers(list);
      added.add(subject);
    };
    const [found] = await Promise.all([
      needs.facets ? facets() : null,
      ...needs.subjects.flatMap((subject) => [
        bringOthers(subject),
        ...needs.granularities.map((granularity) => bringSheet(subject, granularity)),
      ]),
    ]);
    return found ? { ...opened.resolved, facets: found } : opened.resolved;
  };

  return {
    source,
    ready: async (needs) => {
      try {
        return await bring(needs);
      } catch (error) {
        if (error instanceof PartLost) return null;
        throw error;
      }
    },
    words,
    sheet,
    others,
    facets,
    patched: async (nextHead, patch) => {
      const laying = await loadLaying();
      const places = nextHead.places.length;
      const sheets = Array.from(read.sheets, ([key, reading]) => {
        const wanted = { ...splitKey(key), places };
        return [key, reading.then((now) => laying.laySheet(now, wanted, patch))] as const;
      });
      const others = Array.from(
        read.others,
        ([subject, reading]) => [subject, reading.then((now) => laying.layOthers(now, subject, patch))] as const,
      );
      return openLive(
        { ...source, head: nextHead, patches: [...patches, patch] },
        {
          sheets: new Map(sheets),
          others: new Map(others),
          facets: read.facets?.then((now) => laying.layFacets(now, patch)) ?? null,
          words: read.words?.then((reader) => laying.layWords(reader, patch)) ?? null,
        },
      );
    },
  };
}

function splitKey(key: string): { subject: string; granularity: Granularity | null } {
  const at = key.lastIndexOf('|');
  const name = key.slice(at + 1);
  return { subject: key.slice(0, at), granularity: granularities.find((one) => one === name) ?? null };
}
