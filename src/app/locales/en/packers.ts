import type { packerFormats as zh } from '../zh/packers';

/** Words of the export menu for documents and data. */
export const packerFormats = {
  pptx: 'PowerPoint deck',
  docx: 'Word document',
  xlsx: 'Excel workbook',
  csv: 'CSV data',
} satisfies typeof zh;
