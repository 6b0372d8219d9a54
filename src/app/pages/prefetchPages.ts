import { loadFilterPanel, loadFilterSheet } from '../components/filter/loadFilterPanel';
import { echartsFor, installPointing } from '../../charts/install';
import { phrasesOf } from '../../statistics/narrate/phrases';
import { figureKinds } from '../../charts/specs';
import { useCatalogueStore } from '../stores/catalogue';

/** Everything that loads on demand, in the order in which it is likely to be asked for. */
const onDemand: readonly (() => Promise<unknown>)[] = [
  installPointing,
  loadFilterPanel,
  () => import('../components/figure/TableTwin.vue'),
  () => import('../components/figure/SourceDrawer.vue'),
  () => import('../components/figure/ExportMenu.vue'),
  () => import('./TrendPage.vue'),
  () => import('./CountiesPage.vue'),
  () => import('./CategoriesPage.vue'),
  () => import('./DataPage.vue'),
  () => useCatalogueStore().ask((client) => client.fetchAhead()),
  ...Object.values(figureKinds).map((kind) => () => kind.load()),
  () => echartsFor({ group: 'axes' }),
  () => echartsFor({ group: 'parts' }),
  () => echartsFor({ group: 'map' }),
  () => echartsFor({ group: 'treemap' }),
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
  phrasesOf.en,
  () => import('../print/PrintButton.vue'),
  () => import('../components/filter/FilterChips.vue'),
  loadFilterSheet,
  () => import('../components/views/ViewsDialog.vue'),
  () => import('../components/views/NameDialog.vue'),
  () => import('../components/views/ViewItem.vue'),
  () => import('../../search/readCharacters'),
  () => import('../components/help/HelpDialog.vue'),
];

/**
 * Fetches the rest of the app, piece by piece, so that a network that is cut afterwards takes no page away: an intranet
 * without TLS has no service worker that would do it. What cannot be fetched now is fetched when it is needed.
 */
export async function prefetchPages(): Promise<void> {
  for (const fetchPiece of onDemand) await fetchPiece().catch(() => undefined);
}
