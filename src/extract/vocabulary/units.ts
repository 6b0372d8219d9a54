import type { Measure } from '../../model/measures';

/** What a unit can count; it narrows the measures that come into question. */
export type UnitClass =
  | 'person'
  | 'household'
  | 'body'
  | 'thing'
  | 'session'
  | 'case'
  | 'document'
  | 'item'
  | 'project'
  | 'team'
  | 'place'
  | 'money'
  | 'percent'
  | 'physical'
  | 'prize';

/** Units by class, as printed; of two that fit the longer is read. To add one: a word in its class. */
export const unitsByClass: Readonly<Record<UnitClass, string>> = {
  person: '人次 人 名 位 名次 余人 对',
  household: '户次 户',
  body: '家次 家',
  thing: '个',
  session: '场次 场 次 期 班次 批次 批 班 轮 趟 堂 节课 门课程 门 课时 学时 车次',
  case: '起 件次 件 例 宗 桩',
  document: '份 篇 部 本 册 幅 首 集 则 张 封 部集 期次 个字 字 帧 段',
  item: '条',
  project: '项 项次',
  team: '支',
  place: '处 座 所 间 栋 站 站点 处所',
  money: '元',
  percent: '% 个百分点 百分点 ‰',
  physical:
    '吨 公斤 斤 千克 克 升 毫升 平方米 平米 m² ㎡ 平方公里 公里 千米 里 亩 公顷 米 千瓦 千瓦时 度电 台套 台 套 辆 架 艘 箱 袋 包 盒 桶 瓶 提 床 双 棵 株 只 头 把 根 副 顶 组 束 筐 罐 听 卷 盏 部车 万步 票 头猪 桌 席 匹 扇 吨标准煤 小时 人份 套件 份儿 倍',
  prize: '枚 面 块 座奖杯',
};

/** How much a class alone speaks for a measure, before any word around it is read. */
export const classPriors: Readonly<Record<UnitClass, Partial<Record<Measure, number>>>> = {
  person: { participants: 0.4, beneficiaries: 0.4 },
  household: { beneficiaries: 2.5, organisations: 0.5 },
  body: { organisations: 1.2, unions: 0.2 },
  thing: { other: 0.2, activities: 0.3, organisations: 0.2 },
  session: { activities: 3 },
  case: { cases: 1.5, other: 0.8 },
  document: { publications: 1.6, agreements: 0.2, other: 0.2 },
  item: { innovations: 0.6, publications: 0.6, cases: 0.5 },
  project: { innovations: 0.6, activities: 0.8, honours: 0.5, other: 0.2 },
  team: { workforce: 2 },
  place: { facilities: 2 },
  money: { funds: 3 },
  percent: { rate: 9 },
  physical: { other: 3 },
  prize: { honours: 2, other: 1 },
};

/** Measures that a class can hold at all. */
export const classMeasures: Readonly<Record<UnitClass, readonly Measure[]>> = {
  person: ['participants', 'beneficiaries', 'trainees', 'members', 'honours', 'jobs', 'workforce', 'publications', 'other'],
  household: ['beneficiaries', 'participants', 'organisations', 'honours'],
  body: ['organisations', 'unions', 'facilities', 'honours', 'cases', 'workforce'],
  thing: [
    'organisations', 'unions', 'facilities', 'honours', 'cases', 'workforce', 'activities', 'jobs', 'agreements',
    'innovations', 'publications', 'other', 'beneficiaries', 'participants',
  ],
  session: ['activities', 'publications', 'beneficiaries', 'participants', 'cases', 'honours', 'other'],
  case: ['cases', 'innovations', 'publications', 'other', 'agreements', 'honours'],
  document: ['publications', 'agreements', 'innovations', 'cases', 'other', 'honours'],
  item: ['innovations', 'publications', 'cases', 'honours', 'other', 'agreements'],
  project: [
    'innovations', 'activities', 'honours', 'agreements', 'cases', 'other', 'facilities', 'publications', 'organisations',
  ],
  team: ['workforce', 'organisations', 'participants', 'honours'],
  place: ['facilities', 'cases', 'organisations', 'honours', 'other'],
  money: ['funds', 'other'],
  percent: ['rate'],
  physical: ['other'],
  prize: ['honours', 'other', 'publications'],
}; // prettier-ignore
