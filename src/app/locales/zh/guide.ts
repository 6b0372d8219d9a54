/** Words of the display settings, the tour and the charts' keyboard walk. */
export const guide = {
  display: {
    button: '显示与帮助',
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
  },
  walk: {
    role: '图表',
    hint: '按方向键逐项读数，回车筛选，Esc 离开。',
    point: (name: string, period: string, value: string) => `${name}，${period}：${value}`,
  },
};
