import { withWords } from './composables/useLocale';
import type { RouteComponent, Router, RouterHistory } from 'vue-router';
import { createRouter, stringifyQuery } from 'vue-router';
import type { PageId } from './pageList';
import { pages } from './pageList';
import OverviewPage from './pages/OverviewPage.vue';
import { presenterRoute } from './present/presenterChannel';
import { canonicalQuery } from './url/choice';

/** Only the overview is part of the first load. */
const components = {
  overview: OverviewPage,
  trend: () => withWords(() => import('./pages/TrendPage.vue')),
  counties: () => withWords(() => import('./pages/CountiesPage.vue')),
  categories: () => withWords(() => import('./pages/CategoriesPage.vue')),
  data: () => withWords(() => import('./pages/DataPage.vue')),
  slides: () => withWords(() => import('./pages/SlidesPage.vue')),
} satisfies Record<PageId, RouteComponent | (() => Promise<RouteComponent>)>;

/** Pages behind a history. Every address is canonical: another spelling of the same choice is replaced on arrival. */
export function createAppRouter(history: RouterHistory): Router {
  const router = createRouter({
    history,
    routes: [
      ...pages.map(({ id, path }) => ({ name: id, path, component: components[id] })),
      {
        name: presenterRoute,
        path: '/presenter',
        component: () => withWords(() => import('./present/PresenterPage.vue')),
      },
      { path: '/:unknown(.*)*', redirect: (to) => ({ path: '/', query: to.query }) },
    ],
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  });
  router.beforeEach((to) => {
    const query = canonicalQuery(to.query);
    return stringifyQuery(query) === stringifyQuery(to.query) || { path: to.path, query, replace: true };
  });
  return router;
}
