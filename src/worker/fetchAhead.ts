/** Everything of the worker that loads on demand, in the order in which it is likely to be asked for. */
const pieces: readonly (() => Promise<unknown>)[] = [
  () => import('../statistics/queries/series'),
  () => import('../statistics/queries/digest'),
  () => import('../statistics/answer'),
  () => import('./tableData'),
  () => import('./allRows'),
  () => import('../search/readCharacters'),
  () => import('./partialData'),
  () => import('../store/trays'),
  () => import('../store/views'),
  () => import('./nextSnapshot'),
  () => import('./packAnew'),
  () => import('../store/segment'),
  () => import('../store/savePackage'),
  () => import('./layPatch'),
  () => import('../store/saveReport'),
  () => import('../store/edits'),
];

/** Fetches the rest of the worker, piece by piece; what cannot be fetched now is fetched when it is needed. */
export async function fetchAhead(): Promise<void> {
  for (const fetchPiece of pieces) await fetchPiece().catch(() => undefined);
}
