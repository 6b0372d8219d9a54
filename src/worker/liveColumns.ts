import type { Dataset } from '../model/dataset';
import type { Granularity } from '../model/period';
import type { Report } from '../model/report';
import { patchFacets, type FacetColumns } from '../statistics/columns/facetColumns';
import { sheetKey, type FlowSheet } from '../statistics/columns/flowSheet';
import { openColumns, type ColumnsHead } from '../statistics/columns/openColumns';
import { patchOthers, type Others } from '../statistics/columns/otherColumns';
import type { ColumnsPatch } from '../statistics/columns/patchColumns';
import { patchSheet } from '../statistics/columns/patchSheet';
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
  patched: (head: ColumnsHead, patch: ColumnsPatch) => LiveColumns;
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

function applyOthers(others: Others | null, subject: string, patch: ColumnsPatch): Others | null {
  const added = patch.others.find((one) => one.subject === subject);
  return others || added ? patchOthers(others ?? undefined, subject, new Set(patch.without), added) : null;
}

function overlaid(read: (number: number) => Report, { reports }: ColumnsPatch): (number: number) => Report {
  const changed = new Map(reports.map(({ number, report }) => [number, report]));
  return (number) => changed.get(number) ?? read(number);
}

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

  const sheet = (subject: string, granularity: Granularity | null) => {
    const key = sheetKey(subject, granularity);
    const known = read.sheets.get(key);
    if (known) return known;
    const reading = (async () => {
      const base = requirePart(await parts.sheet(subject, granularity)) ?? null;
      return patches.reduce<FlowSheet | null>((now, patch) => laid(now, subject, granularity, patch, places), base);
    })();
    read.sheets.set(key, reading);
    return reading;
  };
  const others = (subject: string) => {
    const known = read.others.get(subject);
    if (known) return known;
    const reading = (async () => {
      const base = requirePart(await parts.others(subject)) ?? null;
      return patches.reduce<Others | null>((now, patch) => applyOthers(now, subject, patch), base);
    })();
    read.others.set(subject, reading);
    return reading;
  };
  const facets = () => {
    read.facets ??= (async () =>
      patches.reduce(
        (now, patch) => patchFacets(now, patch.withoutIds, patch.facets),
        requirePart(await parts.facets()),
      ))();
    return read.facets;
  };
  const words = () => {
    read.words ??= (async () => patches.reduce(overlaid, wordReader(requirePart(await parts.words()))))();
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
    patched: (nextHead, patch) => {
      const count = nextHead.places.length;
      const sheets = new Map(
        Array.from(read.sheets, ([key, reading]) => {
          const [subject = '', name = ''] = splitKey(key);
          const granularity = name === 'beyond' ? null : (name as Granularity);
          return [key, reading.then((now) => laid(now, subject, granularity, patch, count))];
        }),
      );
      const othersNext = new Map(
        Array.from(read.others, ([subject, reading]) => [
          subject,
          reading.then((now) => applyOthers(now, subject, patch)),
        ]),
      );
      return openLive(
        { ...source, head: nextHead, patches: [...patches, patch] },
        {
          sheets,
          others: othersNext,
          facets: read.facets?.then((now) => patchFacets(now, patch.withoutIds, patch.facets)) ?? null,
          words: read.words?.then((reader) => overlaid(reader, patch)) ?? null,
        },
      );
    },
  };
}

const splitKey = (key: string) => {
  const at = key.lastIndexOf('|');
  return [key.slice(0, at), key.slice(at + 1)];
};

/** A sheet under a patch; one that the patch brings into being too. */
function laid(
  sheet: FlowSheet | null,
  subject: string,
  granularity: Granularity | null,
  patch: ColumnsPatch,
  places: number,
): FlowSheet | null {
  const mine = patch.sheets.find(({ cells }) => cells.subject === subject && cells.granularity === granularity);
  if (!mine || (!sheet && mine.cells.bucket.length === 0)) return sheet;
  return patchSheet(sheet, mine, new Set(patch.places), places);
}
