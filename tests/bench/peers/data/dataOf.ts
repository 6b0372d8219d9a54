import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bytesEach } from '../facts';
import type { World } from '../world';
import { makeData } from './makeData';

/** What an earlier run has made, where its facts have today's form. */
function madeBefore(folder: string): World | null {
  const [world, facts] = [join(folder, 'world.json'), join(folder, 'facts.bin')];
  if (!existsSync(world) || !existsSync(facts)) return null;
  const made = JSON.parse(readFileSync(world, 'utf8')) as World;
  return statSync(facts).size === made.facts * bytesEach ? made : null;
}

/** The data of a size; what an earlier run has made is read again where that is wanted. */
export function dataOf(size: number, folder: string, again: boolean): World {
  return (again ? madeBefore(folder) : null) ?? makeData(size, folder);
}
