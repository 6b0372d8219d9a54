import { enChartText } from '../../../src/charts/text/en';
import { zhChartText } from '../../../src/charts/text/zh';
import type { ExportOptions } from '../../../src/export/exportOptions';

/** Options of an export as a card would give them. */
export const officeOptions = (more: Partial<ExportOptions> = {}, language: 'zh' | 'en' = 'zh'): ExportOptions => ({
  preset: 'full',
  scale: 1,
  theme: 'light',
  text: language === 'zh' ? zhChartText : enChartText,
  exportedOn: '2026-11-21',
  address: '#/trend?g=M&a=421000',
  ...more,
});
