// What the overview shows below its tiles, fetched together once these stand.
export { default as CompositionCard } from '../components/cards/CompositionCard.vue';
export { default as RankingCard } from '../components/cards/RankingCard.vue';
export { default as TrendCard } from '../components/cards/TrendCard.vue';
export { default as MarksLegend } from '../components/figure/MarksLegend.vue';
export { default as BulletinCard } from '../components/overview/BulletinCard.vue';
export { default as ChangesCard } from '../components/overview/ChangesCard.vue';
export { default as LatestReports } from '../components/tiles/LatestReports.vue';
