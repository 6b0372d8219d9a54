/** Words of what holds thousands of places. */
export const many = {
  openBranch: (name: string) => `展开${name}`,
  closeBranch: (name: string) => `收起${name}`,
  pages: '分页',
  pageOf: (page: number, pages: number) => `第 ${String(page)}／${String(pages)} 页`,
  firstPage: '第一页',
  previousPage: '上一页',
  nextPage: '下一页',
  lastPage: '最后一页',
  findPlace: '查找县市区',
  allPlaces: '全部',
  moreAreas: (next: number, left: number) => `再显示 ${String(next)} 个（还有 ${String(left)} 个）`,
};
