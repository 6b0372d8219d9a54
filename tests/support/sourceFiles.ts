import { readdirSync } from 'node:fs';

/** Files under a folder of the project whose path matches, as `/`-separated paths in stable order. */
export function sourceFiles(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .filter((path) => pattern.test(path))
    .sort();
}
