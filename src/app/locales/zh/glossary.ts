/** Words that lead to the glossary. */
export const glossary = {
  open: '帮助',
  about: (measure: string) => `“${measure}”怎么统计`,
};
