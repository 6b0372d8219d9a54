import { echartsFor } from '../../charts/install';
import { restMs } from './afterRest';

/** Everything that loads on demand, in the order in which it is likely to be asked for. */
const onDemand: readonly (() => Promise<unknown>)[] = [
  () => import('../components/figure/SourceDrawer.vue'),
  () => import('../components/figure/ExportMenu.vue'),
  () => import('./TrendPage.vue'),
  () => import('./CountiesPage.vue'),
  () => import('./CategoriesPage.vue'),
  () => import('./DataPage.vue'),
  () => echartsFor({ group: 'axes' }),
  () => echartsFor({ group: 'parts' }),
  () => echartsFor({ group: 'map' }),
  () => import('../../export/exporters/png'),
  () => import('../../export/exporters/svg'),
  () => import('../../charts/install/svg'),
  () => import('../../export/exporters/pptx'),
  () => import('../../export/exporters/docx'),
  () => import('../../export/exporters/xlsx'),
  () => import('../../export/exporters/csv'),
  () => import('write-excel-file/browser'),
  () => import('../locales/en/dictionary'),
  () => import('../locales/en/later'),
  () => import('../print/PrintButton.vue'),
  () => import('../components/filter/FilterChips.vue'),
  () => import('../components/views/ViewsDialog.vue'),
  () => import('../components/help/HelpDialog.vue'),
  () => import('../search/readCharacters'),
];

let begun = false;

/**
 * Fetches the rest of the app once the first figure stands, piece by piece, so that a network that is cut afterwards
 * takes no page away: an intranet without TLS has no service worker that would do it. What cannot be fetched now is
 * fetched when it is needed.
 */
export function prefetchPages(): void {
  if (begun) return;
  begun = true;
  setTimeout(() => {
    void (async () => {
      for (const fetchPiece of onDemand) await fetchPiece().catch(() => undefined);
    })();
  }, restMs);
}
