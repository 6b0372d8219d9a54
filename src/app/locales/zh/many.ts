/** Words of what holds thousands of places. */
export const many = {
  openBranch: (name: string) => `展开${name}`,
  closeBranch: (name: string) => `收起${name}`,
  moreAreas: (next: number, left: number) => `再显示 ${String(next)} 个（还有 ${String(left)} 个）`,
};
