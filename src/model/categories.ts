/** Categories: the line of work an observation belongs to (codebook section 4). */

interface CategoryDefinition {
  zh: string;
  en: string;
}

export const categories = {
  ideology: { zh: '思想引领', en: 'Ideology and publicity' },
  skills: { zh: '建功立业', en: 'Skills and competitions' },
  models: { zh: '劳模工匠', en: 'Model workers' },
  rights: { zh: '权益维护', en: 'Rights protection' },
  assistance: { zh: '帮扶救助', en: 'Assistance and relief' },
  services: { zh: '普惠服务', en: 'Services for all' },
  organizing: { zh: '组建入会', en: 'Organising' },
  women: { zh: '女职工', en: 'Women workers' },
  reform: { zh: '改革创新', en: 'Reform' },
  governance: { zh: '自身建设', en: 'Governance' },
} as const satisfies Record<string, CategoryDefinition>;

export type Category = keyof typeof categories;

/** All category codes in display order. */
export const categoryCodes = Object.keys(categories) as Category[];

/** Whether `code` is a category code. */
export function isCategory(code: string): code is Category {
  return Object.hasOwn(categories, code);
}
