import type { PackageHead } from '../read/package/dataPackage';
import type { RowColumns } from '../statistics/columns/rowColumns';
import { blockFormat } from './blocks';
import { cutBlocks } from './cutBlocks';
import type { Database } from './database';
import { beginLoad, dropLoad, readLoads, renewLoad, type Loads } from './loads';
import { rootLinks } from './rootLinks';
import type { BlockRow } from './rows';
import { toAppError } from './toAppError';

/** Observations of a package on their way into the database: nobody sees them before all are there. */
export interface Stage {
  /** Takes some whole reports; what came before is written meanwhile. Errors: `db-quota`, `db-broken`. */
  add: (rows: RowColumns) => Promise<void>;
  /** Waits for what is being written; `reportOf` gives the report that holds an observation. Errors: as `add`. */
  finish: (reportOf: (id: string) => string | null) => Promise<Staged>;
  /** Drops what has been written. */
  abandon: () => Promise<void>;
}

/** What has been staged. */
export interface Staged extends Pick<Loads, 'count' | 'links'> {
  /** By report the number of its block. */
  blockOf: ReadonlyMap<string, number>;
  /** Writes what is left; call it within the transaction that makes the package visible. Gives the number of the loading. */
  writeRest: () => Promise<number>;
}

type Numbered = Pick<BlockRow, 'number' | 'rows'>;

/** Starts staging a package; `now` gives ISO date and time. A package of one file writes nothing before the end. */
export function stagePackage(database: Database, { dataset }: PackageHead, now: () => string): Stage {
  const places = new Map(dataset.reports.map(({ id, refArea }) => [id, refArea]));
  const blockOf = new Map<string, number>();
  const links = rootLinks(dataset);
  let load: number | null = null;
  let [numbered, written, count] = [0, 0, 0];
  let pending: Numbered[] = [];
  let writing: Promise<void> = Promise.resolve();

  const put = (blocks: readonly Numbered[], into: number) =>
    database.blocks.bulkPut(blocks.map((block) => ({ ...block, load: into, format: blockFormat })));
  const write = async (blocks: readonly Numbered[]) => {
    try {
      load ??= await beginLoad(database, now());
      const into = load;
      await database.transaction('rw', [database.blocks, database.meta], async () => {
        if (await renewLoad(database, into, now())) await put(blocks, into);
      });
      written += blocks.length;
    } catch (error) {
      throw toAppError(error);
    }
  };
  return {
    add: async (rows) => {
      await writing;
      const before = pending;
      if (before.length > 0) writing = write(before);
      writing.catch(() => undefined);
      links.add(rows);
      const blocks = cutBlocks(rows, (report) => places.get(report) ?? null);
      pending = blocks.map((block) => ({ number: ++numbered, rows: block }));
      for (const { number, rows: block } of pending) {
        for (const id of block.coded.reportId.values) blockOf.set(id, number);
        count += block.count;
      }
    },
    finish: async (reportOf) => {
      await writing;
      return {
        count,
        links: links.finish(reportOf),
        blockOf,
        writeRest: async () => {
          const into = load ?? (await readLoads(database)).last + 1;
          const there = await database.blocks.where('[load+number]').between([into], [into, []]).count();
          if (there !== written) throw new Error(`${there} blocks of ${written}`);
          await put(pending, into);
          return into;
        },
      };
    },
    abandon: async () => {
      await writing.catch(() => undefined);
      if (load !== null) await dropLoad(database, load);
    },
  };
}
