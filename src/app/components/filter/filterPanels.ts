// What the controls of the filter bar hold, fetched together once the first numbers stand.
export { default as AreaPanel } from './AreaPanel.vue';
export { default as CheckList } from './CheckList.vue';
export { default as ReportPanel } from './ReportPanel.vue';
export { default as TimePanel } from './TimePanel.vue';
