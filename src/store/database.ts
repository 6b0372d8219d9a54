import Dexie, { type DexieOptions, type Table } from 'dexie';
import type {
  AreaRow,
  BlockRow,
  BoundariesRow,
  Change,
  ChangeRow,
  Edit,
  IndicatorRow,
  MetaRow,
  PackedRow,
  ReportRow,
  SegmentRow,
} from './rows';
import { schemaVersions } from './schema/index';
import type { SavedView } from './savedView';
import type { Tray } from './tray';
import type { SchemaVersion } from './schema/schemaVersion';

/** The tables of today's form; opened by `openDatabase`, which refuses what Dexie would let pass. */
export class Database extends Dexie {
  declare readonly reports: Table<ReportRow, string>;
  declare readonly segments: Table<SegmentRow, string>;
  declare readonly indicators: Table<IndicatorRow, string>;
  declare readonly areas: Table<AreaRow, string>;
  declare readonly boundaries: Table<BoundariesRow, string>;
  declare readonly edits: Table<Edit, string>;
  declare readonly changes: Table<ChangeRow, number, Change>;
  declare readonly blocks: Table<BlockRow, [load: number, number: number]>;
  declare readonly packed: Table<PackedRow, string>;
  declare readonly views: Table<SavedView, string>;
  declare readonly trays: Table<Tray, string>;
  declare readonly meta: Table<MetaRow, string>;

  /** `versions` may stop at an older form: that is how tests make a database of the past. */
  constructor(name: string, options: DexieOptions = {}, versions: readonly SchemaVersion[] = schemaVersions) {
    // Queries of other tabs must see committed data alone, so Dexie's optimistic cache is off; a person's import is
    // worth the tenth that waiting for the disk costs.
    super(name, { autoOpen: false, cache: 'disabled', chromeTransactionDurability: 'strict', ...options });
    for (const { version, stores, upgrade } of versions) {
      const declared = this.version(version).stores(stores);
      if (upgrade) declared.upgrade(upgrade);
    }
  }
}
