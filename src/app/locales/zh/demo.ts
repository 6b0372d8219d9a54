/** Words about simulated data. */
export const demo = {
  label: '模拟数据',
  banner: '正在看模拟数据：所有报告和数字都由程序生成，不是真实统计，与真实数据分开存放。',
  leave: '退出并清除模拟数据',
  failed: '模拟数据没有清除，请再试一次。',
  hint: '想先看看数据齐全的样子？',
  enter: '载入模拟数据',
};
