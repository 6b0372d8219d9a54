import type { QuickRangeId } from '../../url/quickRanges';

const ranges = {
  all: '全部',
  thisYear: '今年',
  lastYear: '去年',
  threeYears: '近三年',
  twelveMonths: '近12个月',
} satisfies Record<QuickRangeId, string>;

const everything = '全部数据';

/** Words of the pickers, of undo, and of saved views. */
export const filters = {
  options: {
    chooseAll: '全选',
    clear: '清空',
    none: '无数据',
    nowhere: '还没有任何报告提到',
    searchCategory: '搜索类别',
  },
  timePick: {
    quick: '常用时间',
    ranges,
    newest: (month: string) => `以数据的最新月份（${month}）为准`,
    monthsOf: (year: string) => `${year}各月`,
    previousYear: '前一年',
    nextYear: '后一年',
    short: {
      S: ['上半年', '下半年'],
      Q: ['一季度', '二季度', '三季度', '四季度'],
      M: Array.from({ length: 12 }, (_, i) => `${String(i + 1)}月`),
    } as Record<'S' | 'Q' | 'M', string[]>,
    ends: '起止月份',
  },
  steps: {
    undo: '撤销一步',
    redo: '重做一步',
    undoHint: '撤销上一步筛选（Ctrl+Z）',
    redoHint: '重做刚撤销的筛选（Ctrl+Y）',
    undone: (now: string) => `已撤销一步，现在是：${now || everything}`,
    redone: (now: string) => `已重做一步，现在是：${now || everything}`,
    nothingToUndo: '没有可撤销的筛选',
    nothingToRedo: '没有可重做的筛选',
  },
  views: {
    title: '视图',
    saved: '已存视图',
    save: '保存当前视图',
    saveTitle: '保存视图',
    renameTitle: '重命名视图',
    name: '名称',
    confirm: '保存',
    cancel: '取消',
    replaces: '已有同名视图，保存后将换成当前的筛选。',
    taken: '已有同名视图，请换一个名称。',
    empty: '筛选好以后存成视图，下次一点即开。',
    recent: '最近看过',
    recentEmpty: '还没有',
    actions: (name: string) => `“${name}”的操作`,
    rename: '重命名',
    copyLink: '复制链接',
    remove: '删除',
    copied: '链接已复制，发给别人即可打开同样的视图。',
    copyFailed: '没有复制成功，请从地址栏复制。',
    removed: (name: string) => `已删除“${name}”`,
    restore: '撤销删除',
    failed: '视图没有存好，请再试一次。',
    everything,
    ofPage: (page: string, choice: string) => (choice === '' ? page : `${page} · ${choice}`),
  },
};
