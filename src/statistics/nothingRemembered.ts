import type { Resolved } from './resolved';

/** What answers have worked out of data that nobody has asked about yet. */
export function nothingRemembered(): Resolved['remembered'] {
  return {
    range: undefined,
    buckets: new Map(),
    coverage: new Map(),
    stated: new Map(),
    pools: new Map(),
    slots: new Map(),
    restricted: new Map(),
    selections: new Map(),
    selectionsByList: new WeakMap(),
  };
}
