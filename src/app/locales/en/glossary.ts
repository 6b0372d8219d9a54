import type { glossary as zhGlossary } from '../zh/glossary';

/** Words that lead to the glossary. */
export const glossary = {
  open: 'Help',
  about: (measure: string) => `How “${measure}” is counted`,
} satisfies typeof zhGlossary;
