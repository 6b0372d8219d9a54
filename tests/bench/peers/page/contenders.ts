import type { Contender } from './contender';

/** Who is measured; each brings its code only when it is. The stored form of one name serves all of its group. */
export const contenders: Readonly<Record<string, () => Promise<Contender>>> = {
  ours: async () => (await import('./ours')).ours,
  'dexie-indexed': async () => (await import('./dexieRows')).dexieIndexed,
  'dexie-once': async () => (await import('./dexieRows')).dexieOnce,
  'dexie-observations': async () => (await import('./dexieObservations')).dexieObservations,
  crossfilter: async () => (await import('./crossfilterPeer')).crossfilterPeer,
  arquero: async () => (await import('./arqueroPeer')).arqueroPeer,
  duckdb: async () => (await import('./duckdbPeer')).duckdbFacts,
  'duckdb-cube': async () => (await import('./duckdbPeer')).duckdbCube,
  'duckdb-observations': async () => (await import('./duckdbObservations')).duckdbObservations,
};
