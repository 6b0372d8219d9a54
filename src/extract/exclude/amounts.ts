import type { Exclusion } from './exclusion';

/** 每人2000元, 人均, 2000元/人: an amount per head, per month or per piece. */
export const perHead: Exclusion = {
  id: 'per-head',
  excludes: ({ clauseLead, tail, view }) =>
    /每(?!逢|到|一?个?(?:慰问|走访)点)[^，。；]{0,16}$/.test(clauseLead) ||
    (view.quantity.unit?.unitClass !== 'percent' &&
      /(?:人均|户均|平均|均价|单价|[月年日]均|生均)[^，。；]{0,8}$/.test(clauseLead)) ||
    (view.quantity.unit?.unitClass === 'money' &&
      /^(?:、?[^，。；、]{0,8}\d+元){0,2}的?(?:档次|标准|不等)/.test(tail)) ||
    (/按$/.test(clauseLead) && /^计(?!划)/.test(tail)) ||
    (view.quantity.unit !== null && /^\/(?!次)|^(?:一|每)(?:人|户|月|年|天|名|份|家|次|期)/.test(tail)),
  examples: ['每人资助⟦1500元⟧。', '人均补助⟦500元⟧。', '按照⟦300元⟧/人发放。', '每月发放津贴⟦200元⟧。'],
  nearMisses: ['年均增长⟦22.3%⟧。', '为每个困难家庭解忧，共发放⟦2.6万元⟧。', '发放慰问金⟦8000元⟧。'],
};

/** 100元至300元, 3—5名: a range has no single value. */
export const range: Exclusion = {
  id: 'range',
  excludes: ({ lead, tail, view }) =>
    /(?:\d|[元人名个家户场次件份%万千百])(?:至|-|—|~|\/)$/.test(lead) ||
    /\d到$/.test(lead) ||
    (view.quantity.unit !== null ? /^(?:至|-|—|~)[\d一二三四五六七八九十近约]/ : /^(?:至|到|-|—|~)\d/).test(tail),
  examples: ['按⟦50元⟧至80元报销。', '按50元至⟦80元⟧报销。', '推荐3—⟦5名⟧候选人。'],
  nearMisses: ['由120家增加到⟦150家⟧。', '1至6月新建工会⟦37家⟧。'],
};

/** 50人以上企业, 最高补助5000元: a rule about others, not a result. */
export const threshold: Exclusion = {
  id: 'threshold',
  excludes: ({ clauseLead, tail, view }) => {
    const { trailing, unit } = view.quantity;
    const limit = /^(?:及?以上|以下|以内)$/.test(trailing);
    const bounded =
      /^的?[^，。；、\d]{0,6}(?:企业|单位|公司|工地|工会|班组|楼宇|园区|非公|国企|职工应|的，|联合|集体|团队|争议|规模|聚集|以上)/.test(
        tail,
      );
    if (limit && unit && /person|money|percent/.test(unit.unitClass) && bounded) return true;
    if (trailing === '及以上') return true;
    if (limit && unit?.unitClass === 'money' && /^的[\d“]/.test(tail)) return true;
    if (limit && unit?.unitClass === 'person' && clauseLead === '' && tail.startsWith('）')) return true;
    const capped = /(?:最高|最低|最多|至多|封顶|上限|限额|起付|门槛|标准)(?!化)[^，。；]{0,8}$/.test(clauseLead);
    return unit?.unitClass === 'money' && (capped || /^(?:的?标准|封顶|起步|以[上下]的)/.test(tail));
  },
  examples: [
    '推动⟦50人以上⟧企业建会。',
    '⟦百人以上⟧企业应建尽建。',
    '最高补助⟦5000元⟧。',
    '其中⟦十人以上⟧集体争议另行统计。',
    '⟦2人以上⟧联合申报的成果。',
    '最低工资标准⟦1750元⟧。',
  ],
  nearMisses: ['建会率达到⟦90%以上⟧。', '慰问环卫工人⟦700人次以上⟧；', '举办讲座⟦3场以上⟧。'],
};

/** 3公里服务圈: a distance that describes, not a thing delivered. */
export const radius: Exclusion = {
  id: 'radius',
  excludes: ({ tail, unit }) => /^(?:公里|里|米|千米)$/.test(unit) && /^(?:服务圈|范围|半径|以?内|生活圈)/.test(tail),
  examples: ['打造⟦3公里⟧服务圈。'],
  nearMisses: ['组织健步走⟦5公里⟧。'],
};
