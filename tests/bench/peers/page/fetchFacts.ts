import { unpackFacts, type Facts } from '../facts';

/** The facts of a folder, to be stored in whichever form a peer likes. */
export async function fetchFacts(folder: string): Promise<Facts> {
  const response = await fetch(`${folder}facts.bin`);
  return unpackFacts(await response.arrayBuffer());
}
