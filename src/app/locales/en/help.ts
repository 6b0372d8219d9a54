import type { help as zhHelp } from '../zh/help';

/** Words that lead to the help. */
export const help = {
  open: 'Help',
  about: (measure: string) => `How “${measure}” is counted`,
} satisfies typeof zhHelp;
