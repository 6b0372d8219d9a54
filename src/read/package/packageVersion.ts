const semver =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

interface Version {
  numbers: number[];
  /** Empty for a release. */
  preRelease: string[];
}

function parseVersion(text: string): Version | null {
  const match = semver.exec(text);
  return match && { numbers: match.slice(1, 4).map(Number), preRelease: match[4]?.split('.') ?? [] };
}

const isNumeric = (identifier: string) => /^\d+$/.test(identifier);

function compareIdentifiers(a: string, b: string): number {
  if (isNumeric(a) && isNumeric(b)) return Number(a) - Number(b);
  if (isNumeric(a) !== isNumeric(b)) return isNumeric(a) ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function comparePreReleases(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [index, identifier] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const difference = compareIdentifiers(identifier, other);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Whether `text` is a semantic version, e.g. `1.4.0` or `2.0.0-rc.1`. */
export function isVersion(text: string): boolean {
  return parseVersion(text) !== null;
}

/**
 * Whether package version `a` is newer than `b`; null stands for no package at all, which everything is newer than.
 * A text that is no version is never newer.
 * Source: Semantic Versioning 2.0.0, section 11.
 */
export function isNewerVersion(a: string, b: string | null): boolean {
  const left = parseVersion(a);
  const right = b === null ? null : parseVersion(b);
  if (!left || !right) return left !== null;
  for (const [index, number] of left.numbers.entries()) {
    const difference = number - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return comparePreReleases(left.preRelease, right.preRelease) > 0;
}
