/** What each step of the tour says; fetched with the tour, not with the page. */
export const tourSteps = {
  pages: {
    title: '六个页面',
    text: '总览看全局，趋势看走势，县市区和类别看分布，数据看每一条原始记录，汇报收着开会要用的图。',
  },
  filter: {
    title: '一组筛选管所有图',
    text: '年份、县市区、类别、指标都在这里；网址会跟着变，收藏或发给同事就是这个画面。',
  },
  tiles: {
    title: '每个数都能查来源',
    text: '点数字看它由哪几条数据合成，出自哪份报告、哪一节。“—”旁边写着没有的原因。',
  },
  figure: {
    title: '图可以点，也可以走',
    text: '点一下县市区或类别就按它筛选；用键盘时，焦点到图上后按方向键逐项读数。',
  },
  take: { title: '带走一张图', text: '“导出”得到可以直接放进汇报的图片，“查看数据”得到同样数字的表格。' },
  display: { title: '外观、大字与帮助', text: '深色、政务红、大屏、大字都在这里，导览也可以从这里再看一遍。' },
};

export type TourStep = keyof typeof tourSteps;
