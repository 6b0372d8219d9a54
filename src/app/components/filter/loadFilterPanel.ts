/** Fetches what a control of the filter bar opens; the first numbers do not wait for it. */
export const loadFilterPanel = () => import('./FilterPanel.vue');
/** Fetches the phone's sheet. */
export const loadFilterSheet = () => import('./FilterSheet.vue');
