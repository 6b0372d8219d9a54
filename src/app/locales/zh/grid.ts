import type { Review } from '../../../model/observation';

const review = {
  machine: '自动识别',
  accepted: '已确认',
  edited: '已修改',
  rejected: '已否定',
} satisfies Record<Review, string>;

/** Words of the data table. */
export const grid = {
  review,
  columns: {
    report: '报告',
    period: '期间',
    area: '县市区',
    measure: '统计内容',
    category: '类别',
    label: '指标',
    surface: '原文',
    value: '数值',
    unit: '单位',
    qualifier: '限定',
    kind: '口径',
    status: '性质',
    section: '章节',
    review: '复核',
  },
  searchHint: '名称、报告、地区、拼音首字母',
  filters: '列筛选',
  filterBy: (column: string) => `按${column}筛选`,
  groupBy: '分组',
  noGroup: '不分组',
  columnsLabel: '列',
  chooseColumns: '选择要显示的列',
  columnCount: (count: number) => `${String(count)} 列`,
  copyAll: '复制全部',
  copyPicked: (count: number) => `复制所选 ${String(count)} 行`,
  copied: (count: number) => `已复制 ${String(count)} 行，可粘贴到 Excel 或 Word`,
  printedOnly: (most: number) => `只印前 ${String(most)} 条，全部请复制到表格`,
  unpick: '取消选择',
  pick: '选择',
  isPicked: '已选',
  isNotPicked: '未选',
  rowsOf: (count: number) => `${String(count)} 条`,
  clearAll: '清除搜索和列筛选',
  keys: '方向键移动，空格选择，回车看来源',
};
