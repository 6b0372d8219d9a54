/** Words of the export menu for documents and data. */
export const packerFormats = {
  pptx: 'PowerPoint 演示文稿',
  docx: 'Word 文档',
  xlsx: 'Excel 工作簿',
  csv: 'CSV 数据',
};
