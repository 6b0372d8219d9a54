import type { Category } from '../model/categories';
import type { Measure } from '../model/measures';
import type { Kind } from '../model/observation';

/** In which months of the year a thing happens. */
export type Season = 'even' | 'winter' | 'summer' | 'autumn' | 'spring' | 'march' | 'may';

/** One number that a simulated report prints. */
export interface SimulatedLine {
  /** Code of `indicators.csv`, or none. */
  indicator: string | null;
  label: string;
  measure: Measure;
  category: Category;
  kind: Kind;
  unit: string;
  /** What an average county has in a year; of a stock the level at the beginning, of a rate the middle. */
  yearly: number;
  season: Season;
  /** Index of the line that this one is a part of, with the share; absent for wholes. */
  part?: { of: number; share: number };
}

type Row = readonly [string | null, string, Measure, Category, string, number, Season?];

const flows: readonly Row[] = [
  ['lectures', '思想宣讲场次', 'activities', 'ideology', '场次', 60, 'even'],
  ['lecture-participants', '思想宣讲参与职工', 'participants', 'ideology', '人次', 5200, 'even'],
  ['news-items', '上报信息稿件', 'publications', 'ideology', '篇', 130, 'even'],
  ['contest-entries', '征文征集作品', 'publications', 'ideology', '件', 90, 'autumn'],
  ['competition-organisations', '劳动竞赛参赛单位', 'organisations', 'skills', '家', 110, 'spring'],
  ['competition-trades', '劳动竞赛工种', 'activities', 'skills', '个', 24, 'spring'],
  ['competition-participants', '劳动竞赛参赛职工', 'participants', 'skills', '人次', 9800, 'spring'],
  ['skill-classes', '职工技能培训班', 'activities', 'skills', '期', 22, 'even'],
  [null, '技能培训职工', 'trainees', 'skills', '人次', 1300, 'even'],
  [null, '职工合理化建议', 'innovations', 'skills', '条', 420, 'even'],
  ['may-day-medals', '五一劳动奖章', 'honours', 'models', '个', 9, 'may'],
  ['worker-pioneers', '工人先锋号', 'honours', 'models', '个', 7, 'may'],
  ['craftsmen', '命名工匠', 'honours', 'models', '人', 6, 'autumn'],
  ['new-studios', '新建劳模创新工作室', 'facilities', 'models', '家', 3, 'even'],
  ['model-worker-visits', '慰问劳模', 'beneficiaries', 'models', '人', 70, 'winter'],
  ['model-worker-gifts', '慰问劳模资金', 'funds', 'models', '元', 82_000, 'winter'],
  ['legal-education-sessions', '普法活动场次', 'activities', 'rights', '场', 26, 'even'],
  ['legal-booklets', '普法宣传资料', 'publications', 'rights', '份', 8600, 'even'],
  ['legal-service-beneficiaries', '法律服务职工', 'beneficiaries', 'rights', '人次', 640, 'even'],
  ['petition-cases', '受理信访诉求', 'cases', 'rights', '件', 96, 'even'],
  ['petitioners', '信访接待人次', 'beneficiaries', 'rights', '人次', 210, 'even'],
  ['wage-bargaining-companies', '开展工资集体协商企业', 'organisations', 'rights', '家', 140, 'march'],
  [null, '签订集体合同', 'agreements', 'rights', '份', 120, 'march'],
  ['winter-relief-funds', '送温暖资金', 'funds', 'assistance', '元', 860_000, 'winter'],
  ['winter-relief-beneficiaries', '送温暖慰问职工', 'beneficiaries', 'assistance', '人次', 2600, 'winter'],
  ['winter-relief-companies', '送温暖慰问企业', 'organisations', 'assistance', '家', 60, 'winter'],
  ['heat-relief-funds', '高温慰问资金', 'funds', 'assistance', '元', 240_000, 'summer'],
  ['heat-relief-beneficiaries', '高温慰问职工', 'beneficiaries', 'assistance', '人次', 4100, 'summer'],
  ['tuition-aid-funds', '助学资金', 'funds', 'assistance', '元', 190_000, 'autumn'],
  ['tuition-aid-beneficiaries', '助学学生', 'beneficiaries', 'assistance', '人', 78, 'autumn'],
  ['hardship-aid-funds', '困难职工帮扶资金', 'funds', 'assistance', '元', 410_000, 'even'],
  ['hardship-aid-beneficiaries', '困难职工帮扶人数', 'beneficiaries', 'assistance', '人', 320, 'even'],
  [null, '招聘会提供岗位', 'jobs', 'assistance', '个', 3600, 'spring'],
  [null, '招聘会场次', 'activities', 'assistance', '场', 9, 'spring'],
  ['rest-stations', '新建户外职工爱心驿站', 'facilities', 'services', '家', 8, 'even'],
  ['reading-rooms', '新建职工书屋', 'facilities', 'services', '家', 4, 'even'],
  ['culture-activities', '文体活动场次', 'activities', 'services', '场次', 46, 'even'],
  [null, '文体活动参与职工', 'participants', 'services', '人次', 6400, 'even'],
  ['matchmaking-participants', '交友联谊参与职工', 'participants', 'services', '人次', 260, 'may'],
  ['new-unions', '新建工会组织', 'unions', 'organizing', '家', 42, 'even'],
  ['new-members', '新增会员', 'members', 'organizing', '人', 3900, 'even'],
  ['model-homes', '模范职工之家', 'honours', 'organizing', '家', 5, 'autumn'],
  ['nursing-rooms', '新建爱心母婴室', 'facilities', 'women', '家', 5, 'march'],
  ['women-lectures', '女职工维权讲座', 'activities', 'women', '场次', 14, 'march'],
  ['women-lecture-participants', '女职工讲座参加人次', 'participants', 'women', '人次', 1200, 'march'],
  ['rights-quiz-participants', '女职工维权答题人次', 'participants', 'women', '人次', 2300, 'march'],
  [null, '产业工人队伍建设改革试点企业', 'organisations', 'reform', '家', 6, 'even'],
  [null, '工会干部培训', 'trainees', 'governance', '人次', 340, 'even'],
];
const levels: readonly Row[] = [
  ['studios', '劳模创新工作室总数', 'facilities', 'models', '家', 18],
  [null, '工会会员总数', 'members', 'organizing', '人', 86_000],
  [null, '基层工会组织总数', 'unions', 'organizing', '家', 640],
  [null, '户外职工爱心驿站总数', 'facilities', 'services', '家', 36],
];
const ratios: readonly Row[] = [
  ['unionisation-rate', '百人以上企业建会率', 'rate', 'organizing', '%', 91],
  ['safety-contract-rate', '劳动安全卫生专项集体合同签订率', 'rate', 'rights', '%', 88],
];

const lineOf =
  (kind: Kind) =>
  ([indicator, label, measure, category, unit, yearly, season = 'even']: Row): SimulatedLine => ({
    ...{ indicator, label, measure, category, kind, unit, yearly, season },
  });
const wholes = [...flows.map(lineOf('flow')), ...levels.map(lineOf('stock')), ...ratios.map(lineOf('rate'))];

function partOf(label: string, whole: string, share: number): SimulatedLine {
  const of = wholes.findIndex((line) => line.label === whole);
  const line = wholes[of];
  if (!line) throw new Error(`no such line: ${whole}`);
  return { ...line, indicator: null, label, part: { of, share } };
}

/** Everything that a simulated report may print, parts behind all wholes. To add one: a row. */
export const simulatedLines: readonly SimulatedLine[] = [
  ...wholes,
  partOf('其中新就业形态会员', '新增会员', 0.28),
  partOf('其中非公企业工会', '新建工会组织', 0.7),
  partOf('其中户外职工', '高温慰问职工', 0.4),
];
