/** Words of what holds thousands of places. */
export const many = {
  openBranch: (name: string) => `Open ${name}`,
  closeBranch: (name: string) => `Close ${name}`,
  moreAreas: (next: number, left: number) => `Show ${String(next)} more (${String(left)} left)`,
};
