import type { Dictionary } from '../dictionary';

/** Words about simulated data. */
export const demo = {
  label: 'Simulated data',
  banner: 'You are looking at simulated data: a program made every report and number; it is kept apart from real data.',
  leave: 'Leave and erase it',
  failed: 'The simulated data was not erased. Please try again.',
  hint: 'See what it looks like with a full set of reports:',
  enter: 'load simulated data',
} satisfies Dictionary['demo'];
