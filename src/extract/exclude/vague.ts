import type { Exclusion } from './exclusion';

/** 数百人, 几万元, 十几个: no single value. */
export const vague: Exclusion = {
  id: 'vague',
  excludes: ({ lead, view }) => {
    const { numeral } = view.quantity;
    if (numeral.more === '几') return true;
    if (/(?:^|[^人户件次个家总员额]|好)[数几]$/.test(lead))
      return numeral.style === 'chinese' && /^[十百千万亿]/.test(numeral.digits);
    return /若干$/.test(lead);
  },
  examples: ['惠及职工数⟦百人⟧。', '价值几⟦万元⟧的物资。', '走访企业⟦十几家⟧。'],
  nearMisses: ['参赛人数⟦三百人⟧。', '全市工会总数⟦百余家⟧。'],
};

/** 百名, 万人 without 近, 余 or 达: a round word, not a count. */
export const bareScale: Exclusion = {
  id: 'bare-scale',
  excludes: ({ lead, view }) => {
    const { numeral, qualifier, trailing } = view.quantity;
    return numeral.bare && numeral.more === '' && (qualifier === 'exact' || trailing !== '') && !/[达上过]$/.test(lead);
  },
  examples: ['组织⟦百名⟧工匠进企业。', '开展⟦万人⟧评议。'],
  nearMisses: ['参与职工近⟦万人⟧。', '⟦百余名⟧职工参加。', '参与职工达⟦万人⟧。'],
};

/** 二〇一八 as a number, 两三, or a number that is only digits without a unit. */
export const digitByDigit: Exclusion = {
  id: 'digit-by-digit',
  excludes: ({ view }) => view.quantity.numeral.digitsOnly && !/[零〇]/.test(view.quantity.numeral.digits.slice(1)),
  examples: ['好的企业有⟦三五家⟧。'],
  nearMisses: ['慰问职工⟦一百零五人⟧。'],
};

/** 浏览：1286次 beside 来源 or 字号: the counter of a web page. */
export const pageCounter: Exclusion = {
  id: 'page-counter',
  excludes: ({ lead, view }) =>
    /(?:浏览|阅读|点击|访问|人气|字数|字号)(?:量|次数|数)?[：:]?$/.test(lead) &&
    /来源|发布|作者|字号|编辑|日期|时间|分享/.test(
      view.report.text.slice(view.line.start, Math.min(view.line.end, view.line.start + 120)),
    ),
  examples: ['来源：区总工会 浏览：⟦1286次⟧ 字号：大'],
  nearMisses: ['公众号推文阅读量⟦12万次⟧。'],
};
