import { formatValue } from '../../statistics/format';
import type { PlacesShown } from '../../statistics/placePages';
import type { NoMovementReason } from '../movement';

const exact = (count: number) => formatValue(count, { language: 'zh-CN', style: 'exact' });

/** Words of the figures that lay places and categories side by side. */
export const zhPlaceText = {
  heatMapTitle: (title: string) => `${title}热力图`,
  matrixTitle: (scope: string, subject: string) => `${scope}各类别、各县市区${subject}`,
  slopeTitle: (title: string, first: string, last: string) => `${title}：${first}与${last}`,
  comparisonTitle: (scope: string, subject: string, place: string) => `${scope}${subject}对比（以${place}为参照）`,
  tilesTitle: (scope: string, subject: string) => `${scope}${subject}方块图`,
  reported: '有数',
  zero: '0（报告写明）',
  heatMap: '热力图',
  matrix: '类别与县市区',
  slope: '两期对比',
  comparison: '对比',
  tiles: '方块图',
  change: '变化',
  movement: '名次升降',
  movedUp: (count: number) => `升 ${String(count)} 位`,
  movedDown: (count: number) => `降 ${String(count)} 位`,
  movedNot: '不变',
  rankOf: (rank: number, count: number) => `第 ${String(rank)} 位，共 ${String(count)} 个有数`,
  noMovement: {
    'no-value': '本期没有数',
    'base-unreported': '上期未报',
    'base-unmentioned': '上期未提及',
    incomplete: '本期只有部分月份的报告',
    'base-incomplete': '上期只有部分月份的报告',
    'no-base': '上期没有可比的数',
  } satisfies Record<NoMovementReason, string>,
  noteMovement: (now: string, before: string) => `名次升降：${now}与${before}相比`,
  noteNoPeriodBefore: '没有上期：没有前后相连、月份齐全的两期，不显示名次升降',
  placesShown: ({ order, most, from, total }: PlacesShown) => {
    const [first = '', last = '', all = ''] = [from + 1, Math.min(from + most, total), total].map(exact);
    return `第 ${first}–${last} ${order === 'value' ? '名' : '个'}，共 ${all} 个`;
  },
  noteNoMovement: '地区太多，分页显示时不显示名次升降',
  noteReference: (place: string) => `虚线为${place}的数，不是图中各地之和`,
  noteReferenceApart: (place: string) => `上图为${place}的数，刻度与下图不同，也不是下图各地之和`,
  panelTitle: (name: string, unit: string) => (unit === '' ? name : `${name}（${unit}）`),
};
