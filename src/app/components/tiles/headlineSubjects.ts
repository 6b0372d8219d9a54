/** The measures that lead the overview, in its order. */
export const headlineSubjects: readonly string[] = [
  'participants',
  'beneficiaries',
  'funds',
  'unions',
  'members',
  'activities',
];
