import { tableOf, type RowNames, type Table } from '../../src/statistics/table/tableColumns';
import type { Observation } from '../../src/model/observation';
import { packRows } from '../../src/statistics/columns/rowsMaker';

/** One row of the data table, with what a test says of it. */
export const aRow = (id: string, fields: Partial<Observation> = {}): Observation => ({
  id,
  reportId: 'r',
  doc: 'a.txt',
  start: 0,
  end: 4,
  surface: '约１２万元',
  label: '筹措资金',
  value: 120000,
  unit: '元',
  qualifier: 'about',
  measure: 'funds',
  category: 'assistance',
  refArea: '421000',
  periodStart: '2018-01-01',
  periodEnd: '2018-12-31',
  kind: 'flow',
  status: 'actual',
  partOf: null,
  indicator: 'relief-funds',
  section: '一',
  confidence: 1,
  review: 'accepted',
  implied: [],
  ...fields,
});

const names: RowNames = {
  language: 'zh-CN',
  report: (id) => `报告${id}`,
  area: (code) => (code === '421000' ? '荆州市' : '监利市'),
  category: (code) => (code === 'assistance' ? '帮扶救助' : '女职工'),
  measure: (code) => (code === 'funds' ? '资金' : '工会会员'),
  subject: (code) => (code === 'relief-funds' ? '送温暖资金' : code),
  qualifier: () => '约',
  kind: () => '发生数',
  status: (code) => (code === 'target' ? '目标' : '实际'),
  review: () => '已确认',
  part: '其中',
};

export const aTable = (observations: readonly Observation[]): Table => tableOf(packRows(observations), names);
