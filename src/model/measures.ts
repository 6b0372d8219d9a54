/** Measures: what an observation counts (codebook section 3). To add one: an entry here; labels, filters and sweeps follow. */

/** How a measure combines: `sum` adds over areas and categories, `none` never adds (ratios), `sameUnit` adds within one unit. */
export type Additivity = 'sum' | 'sameUnit' | 'none';

interface MeasureDefinition {
  zh: string;
  en: string;
  /** The unit a total is shown in; empty where the units differ too much to name one. */
  unit: string;
  unitEn: string;
  additivity: Additivity;
}

export const measures = {
  participants: { zh: '参与人次', en: 'Participation', unit: '人次', unitEn: 'person-times', additivity: 'sum' },
  beneficiaries: { zh: '惠及人次', en: 'Beneficiaries', unit: '人次', unitEn: 'person-times', additivity: 'sum' },
  trainees: { zh: '培训人次', en: 'Trainees', unit: '人次', unitEn: 'person-times', additivity: 'sum' },
  members: { zh: '工会会员', en: 'Union members', unit: '人', unitEn: 'people', additivity: 'sum' },
  unions: { zh: '工会组织', en: 'Unions', unit: '家', unitEn: 'unions', additivity: 'sum' },
  organisations: { zh: '参与单位', en: 'Organisations', unit: '家', unitEn: 'organisations', additivity: 'sum' },
  funds: { zh: '资金', en: 'Funds', unit: '元', unitEn: 'yuan', additivity: 'sameUnit' },
  activities: { zh: '活动场次', en: 'Activities', unit: '场次', unitEn: 'sessions', additivity: 'sum' },
  honours: { zh: '表彰', en: 'Honours', unit: '项', unitEn: 'honours', additivity: 'sum' },
  facilities: { zh: '服务阵地', en: 'Service stations', unit: '个', unitEn: 'stations', additivity: 'sum' },
  cases: { zh: '案件诉求', en: 'Cases', unit: '件', unitEn: 'cases', additivity: 'sum' },
  agreements: { zh: '合同协议', en: 'Agreements', unit: '份', unitEn: 'agreements', additivity: 'sum' },
  innovations: { zh: '创新成果', en: 'Innovations', unit: '项', unitEn: 'innovations', additivity: 'sum' },
  jobs: { zh: '就业岗位', en: 'Jobs', unit: '个', unitEn: 'jobs', additivity: 'sum' },
  publications: { zh: '作品资料', en: 'Publications', unit: '份', unitEn: 'items', additivity: 'sum' },
  workforce: { zh: '工作队伍', en: 'Workforce', unit: '个', unitEn: 'teams and staff', additivity: 'sum' },
  rate: { zh: '比率', en: 'Rates', unit: '%', unitEn: '%', additivity: 'none' },
  other: { zh: '其他', en: 'Other', unit: '', unitEn: '', additivity: 'sameUnit' },
} as const satisfies Record<string, MeasureDefinition>;

export type Measure = keyof typeof measures;

/** All measure codes in display order. */
export const measureCodes = Object.keys(measures) as Measure[];

/** Whether `code` is a measure code. */
export function isMeasure(code: string): code is Measure {
  return Object.hasOwn(measures, code);
}
