/** Pages in the order of the rail: where each one is. What each one draws is the router's matter. */
export const pages = [
  { id: 'overview', path: '/' },
  { id: 'trend', path: '/trend' },
  { id: 'counties', path: '/counties' },
  { id: 'categories', path: '/categories' },
  { id: 'data', path: '/data' },
  { id: 'slides', path: '/slides' },
] as const;

export type PageId = (typeof pages)[number]['id'];

/** Page of a route's name; the overview for anything else. */
export function pageOf(name: unknown): PageId {
  return pages.find((page) => page.id === name)?.id ?? 'overview';
}

/** Paths of the pages without the slash: what a plain address may end in. */
export const pagePaths: readonly string[] = pages.map((page) => page.path.slice(1)).filter((path) => path !== '');
