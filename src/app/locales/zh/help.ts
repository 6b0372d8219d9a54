/** Words of the display settings, the tour and the charts' keyboard walk. */
export const help = {
  display: {
    button: '显示与帮助',
    largeType: '大字',
    largeTypeHint: '页面和图表的字都放大',
    tour: '重看导览',
  },
  tour: {
    offer: '第一次来？用一分钟认识这个看板。',
    start: '开始导览',
    dismiss: '不用了',
    label: '导览',
    step: (index: number, count: number) => `第 ${String(index)} 步，共 ${String(count)} 步`,
    back: '上一步',
    next: '下一步',
    done: '完成',
    close: '结束导览',
    steps: {
      pages: { title: '五个页面', text: '总览看全局，趋势看走势，县市区和类别看分布，数据看每一条原始记录。' },
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
    },
  },
  walk: {
    role: '图表',
    hint: '按方向键逐项读数，回车筛选，Esc 离开。',
    point: (name: string, period: string, value: string) => `${name}，${period}：${value}`,
  },
};
