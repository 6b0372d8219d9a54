import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  id: string;
  parent: string;
  command: string;
}

/** All processes of the machine; none where it does not tell as Linux does. */
function processes(): Process[] {
  const ids = readOr(() => readdirSync('/proc').filter((name) => /^\d+$/.test(name)), []);
  return ids.flatMap((id) => {
    const command = readOr(() => readFileSync(`/proc/${id}/cmdline`, 'utf8'), '');
    const status = readOr(() => readFileSync(`/proc/${id}/status`, 'utf8'), '');
    const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
    return parent === undefined ? [] : [{ id, parent, command }];
  });
}

/** A process may end while it is read. */
function readOr<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/**
 * Bytes of memory that belong to the largest renderer of the browser with a profile folder alone: its page with its workers,
 * WebAssembly and what the browser itself needs for them. Others are spare, or were the page before. Null where the machine
 * does not tell.
 */
export function rendererBytes(profileFolder: string): number | null {
  const all = processes();
  const browser = all.find(({ command }) => command.includes(profileFolder) && !command.includes('--type='));
  if (!browser) return null;
  const family = new Set([browser.id]);
  // Parents have smaller numbers but for long-lived machines that count anew: so until nothing is added.
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { id, parent } of all) if (family.has(parent)) family.add(id);
  }
  const renderers = all.filter(({ id, command }) => family.has(id) && command.includes('--type=renderer'));
  return Math.max(0, ...renderers.map(({ id }) => privateBytes(id)));
}

function privateBytes(id: string): number {
  const text = readOr(() => readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'), '');
  const kilobytes = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)].map(([, amount]) => Number(amount));
  return kilobytes.reduce((sum, amount) => sum + amount, 0) * 1024;
}
