/** Words of the overview's paragraph and news, and of the trend's own controls. */
export const screens = {
  bulletin: {
    title: '综述',
    copy: '复制全文',
    copied: '已复制',
    simulated: '【模拟数据】',
    copyFailed: '没有复制成功，请选中文字后复制',
    source: (text: string) => `${text}，看来源`,
  },
  changes: {
    title: '上次访问以来',
    summary: ({ added, edited, removed, values }: Record<'added' | 'edited' | 'removed' | 'values', number>) =>
      [
        added > 0 ? `新报告 ${String(added)} 份` : '',
        edited > 0 ? `有改动的报告 ${String(edited)} 份` : '',
        removed > 0 ? `移除报告 ${String(removed)} 份` : '',
        values > 0 ? `主要指标变动 ${String(values)} 项` : '',
      ]
        .filter(Boolean)
        .join('，'),
    added: (title: string) => `新报告：${title}`,
    edited: (title: string) => `有改动：${title}`,
    removed: (count: number) => `移除报告 ${String(count)} 份`,
    value: (name: string, before: { time: string; text: string } | null, now: { time: string; text: string }) =>
      `${name}：${before ? `${before.time} ${before.text} → ` : ''}${now.time} ${now.text}`,
    dismiss: '知道了',
    isNew: '新',
    isEdited: '有改动',
  },
  progress: {
    yearly: '按年即同比',
    label: (name: string) => `${name}目标完成进度`,
  },
  overlay: {
    split: '按年份',
    share: '百分比',
    multiples: '分图',
  },
  brush: {
    title: '时间轴',
    hint: '拖动两端选择时间；用键盘时，方向键移动一格。',
    start: '开始时间',
    end: '结束时间',
    all: '全部时间',
  },
  marks: {
    title: '图例说明',
    exact: '准确数',
    approximate: '约数（约、近、以上、不足）',
    incomplete: '不满整期：只有部分月份有报告',
    target: '目标',
    zero: '报告写明为零',
    unmentioned: '未提及：有报告，没有写这个数',
    unreported: '未报：没有报告覆盖这段时间',
    undefinedValue: '不能得出一个数，原因写在旁边',
  },
};
