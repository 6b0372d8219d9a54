import type { Exclusion } from './exclusion';

/** 第五次, 总第238期, 前三名, 十三届二次, 二期工程: a place in an order, not a count. */
export const ordinal: Exclusion = {
  id: 'ordinal',
  excludes: ({ lead, tail, unit, view }) =>
    /(?:第|总第|第[\d一二三四五六七八九十]{1,3}[、至—-]|届|位列|排名|位居|[^以之节日年月底末会天午]前|本科|专科)$/.test(
      lead,
    ) ||
    (/^[次届期]$/.test(unit) &&
      /^(?:全委|全会|全体会|代表大会|党代会|中全会|会员代表)/.test(tail) &&
      /[届]/.test(lead.slice(-4))) ||
    (unit === '期' && /^(?:工程|项目|建设|技改|厂房|棚改|工地|机组|厂区|园区)/.test(tail)) ||
    (unit === '次' && view.quantity.numeral.style === 'chinese' && /^(?:创业|分配|供水|污染|产业)/.test(tail)),
  examples: [
    '召开全市工会第⟦五次⟧代表大会。',
    '工会简报总第⟦238期⟧。',
    '荣获全省前⟦三名⟧。',
    '召开十三届⟦二次⟧全委会议。',
    '园区厂房⟦二期⟧工程开工。',
  ],
  nearMisses: ['举办培训班⟦5期⟧。', '全年召开会议⟦12次⟧。', '春节前⟦30名⟧职工领到慰问金。'],
};

/** 一名职工, 一次活动: 一 as "a", unless it stands behind what it counts or is what is told of. */
export const indefinite: Exclusion = {
  id: 'indefinite-one',
  excludes: ({ lead, tail, unit, view }) => {
    if (view.quantity.numeral.digits !== '一' || view.quantity.qualifier !== 'exact') return false;
    if (unit === '%' || view.quantity.numeral.more !== '') return false;
    if (lead.endsWith('各')) return false;
    const last = tail === '' || /^[，。；、）\n\t]/.test(tail);
    if (last)
      return /^[次批起例些]$/.test(unit) || !/[\u4e00-\u9fff”）]$/.test(lead) || /[是这那某每同另进有]$/.test(lead);
    return !(/^(?:获|荣获|被|当选|入选)/.test(tail) && /[人名家个]/.test(unit));
  },
  examples: ['帮助⟦一名⟧职工解决困难。', '组织了⟦一次⟧活动。', '涌现出⟦一批⟧先进典型。'],
  nearMisses: ['新增省劳模⟦一名⟧，市劳模三名。', '⟦一人⟧获省五一劳动奖章。', '新建职工书屋、活动室各⟦一个⟧。'],
};

/** 后两项同比增长: points back to numbers just told. */
export const backReference: Exclusion = {
  id: 'back-reference',
  excludes: ({ lead, unit, view }) =>
    view.quantity.numeral.style === 'chinese' &&
    view.quantity.value <= 5 &&
    /^[项者类个]$/.test(unit) &&
    /(?:(?<!先)后|前|上述|以上|前述)$/.test(lead),
  examples: ['提供咨询、代理案件增多，后⟦两项⟧同比分别增长。', '以上⟦三项⟧均已完成。'],
  nearMisses: ['先后⟦两项⟧成果获奖。'],
};
