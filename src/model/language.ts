export const languages = ['zh-CN', 'en'] as const;
/** Language of the interface and of everything that leaves it. */
export type Language = (typeof languages)[number];
