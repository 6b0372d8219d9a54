/** Words of the menu 显示与帮助. */
export const displayMenu = {
  largeType: '大字',
  largeTypeHint: '页面和图表的字都放大',
  singleKeys: '单键快捷键',
  singleKeysHint: '?、/ 和放映时的 B、P 等；关掉后，带 Ctrl 的照常可用',
  shortcuts: '键盘快捷键',
  glossary: '名词与口径',
  tour: '重看导览',
};
