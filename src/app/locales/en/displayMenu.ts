import type { LaterWords } from '../dictionary';

/** Words of the menu for display and help. */
export const displayMenu = {
  largeType: 'Large type',
  largeTypeHint: 'Larger words on pages and in charts',
  singleKeys: 'Single-key shortcuts',
  singleKeysHint: '?, / and, when presenting, B and P; those with Ctrl stay when this is off',
  shortcuts: 'Keyboard shortcuts',
  glossary: 'Terms and how they are counted',
  tour: 'Take the tour again',
} satisfies LaterWords['displayMenu'];
