import { demoDatabase, startWorkerClient, type DataClient } from '../worker/client';
import { demoAddress } from './url/demoAddress';

/** What the address asks for. */
export const asked = demoAddress(location);

const connect = () => startWorkerClient(asked.demo ? demoDatabase : undefined);

/** Begun as soon as this file is read: the worker's code comes while the page's own is still being evaluated. */
let begun: DataClient | null = connect();

/** A client of the data that the address asks for: the one that is begun already, a new one when it is asked for again. */
export function startData(): DataClient {
  const client = begun ?? connect();
  begun = null;
  return client;
}
