/** Words that lead to the help. */
export const help = {
  open: '帮助',
  about: (measure: string) => `“${measure}”怎么统计`,
};
