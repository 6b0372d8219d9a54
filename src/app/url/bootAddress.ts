/** Where the app was asked to open, as the browser names it. */
export interface BootLocation {
  pathname: string;
  search: string;
  hash: string;
}

/**
 * The address to put in place of a plain one, so that `…/trend?y=2018` and `…/?y=2018` (typed by hand, or served by a
 * static server that answers every path with the app) open the same page as `…/#/trend?y=2018`.
 * Input: the location and the names of pages (`trend`). Output: path with hash, or null when nothing needs to change.
 */
export function bootAddress({ pathname, search, hash }: BootLocation, pages: readonly string[]): string | null {
  if (hash.length > 1) return null;
  const slash = pathname.lastIndexOf('/');
  const last = pathname.slice(slash + 1);
  const folder = pathname.slice(0, slash + 1);
  if (pages.includes(last)) return `${folder}#/${last}${search}`;
  return search.length > 1 ? `${pathname}#/${search}` : null;
}
