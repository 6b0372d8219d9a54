import { packFacts, unpackFacts, type Facts } from '../facts';
import { fetchFacts } from './fetchFacts';
import { appendSegment, readSegments } from './segments';

const name = 'bench-columns';

/** Puts the facts of a folder into IndexedDB as columns. */
export async function storeFacts(folder: string): Promise<Record<string, number>> {
  await appendSegment(name, packFacts([await fetchFacts(folder)]));
  return {};
}

/** Facts as stored, with those that were added. */
export async function readFacts(): Promise<Facts> {
  const parts = (await readSegments(name)).map(unpackFacts);
  const [only] = parts;
  return only && parts.length === 1 ? only : unpackFacts(packFacts(parts));
}

/** Stores packed facts beside the others, and gives them. */
export async function addFacts(bytes: number[]): Promise<Facts> {
  const { buffer } = new Uint8Array(bytes);
  await appendSegment(name, buffer);
  return unpackFacts(buffer);
}
