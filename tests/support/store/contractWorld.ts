import type { Filter } from '../../../src/statistics/query';
import type { DataClient } from '../../../src/worker/dataClient';
import type { Catalogue, LoadProgress } from '../../../src/worker/protocol';

/** Where the contract is tested: how to connect to a database of a name, and where the fixture packages are. */
export interface World {
  connect: (databaseName: string) => DataClient;
  /** URL of the descriptor of `tests/fixtures/<name>`; `package-absent` is nowhere. */
  urlOf: (name: string) => string;
  /** Creates a database of a version that the app does not know. */
  layDownNewer: (databaseName: string) => Promise<void>;
}

/** Everything, year by year. */
export const filter: Filter = { granularity: 'A', from: null, to: null, areas: [], categories: [], reports: [] };

/** Starts and gives the catalogue with the phases passed, repeats removed. */
export async function startOn(client: DataClient, url: string): Promise<{ catalogue: Catalogue; phases: string[] }> {
  const seen: LoadProgress[] = [];
  const catalogue = await client.start(url, (progress) => seen.push(progress));
  const phases = seen.map(({ phase }) => phase).filter((phase, index, all) => phase !== all[index - 1]);
  return { catalogue, phases };
}

/** The first catalogue that fits, of those told after the call. */
export async function watch(
  client: DataClient,
  fits: (catalogue: Catalogue) => boolean,
): Promise<Promise<Catalogue>[]> {
  let tell: (catalogue: Catalogue) => void = () => undefined;
  const told = new Promise<Catalogue>((resolve) => (tell = resolve));
  await client.subscribe((catalogue) => {
    if (fits(catalogue)) tell(catalogue);
  });
  // In a list, so that awaiting the watch does not await what is watched for.
  return [told];
}

/** A view to save. */
export const view = { id: 'v', name: '资金', address: '/trend?i=funds', createdAt: '2026-03-04T05:06:07.000Z' };

/** Names of databases that no test has used. */
export function freshNames(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}-${String(++count)}`;
}
