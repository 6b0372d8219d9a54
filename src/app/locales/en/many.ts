/** Words of what holds thousands of places. */
export const many = {
  openBranch: (name: string) => `Open ${name}`,
  closeBranch: (name: string) => `Close ${name}`,
  pages: 'Pages',
  pageOf: (page: number, pages: number) => `Page ${String(page)} of ${String(pages)}`,
  firstPage: 'First page',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  lastPage: 'Last page',
  findPlace: 'Find a place',
  allPlaces: 'All',
  moreAreas: (next: number, left: number) => `Show ${String(next)} more (${String(left)} left)`,
};
