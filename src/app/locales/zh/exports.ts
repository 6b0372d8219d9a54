import type { ExporterId } from '../../../export/exporters';
import type { PresetId } from '../../../export/presets';
import type { PictureThemeName } from '../../../charts/theme';
import { packerFormats } from './packers';

/** Words of the export menu, of copying and of printing. */
export const exportWords = {
  exports: {
    menu: '导出',
    savePng: '保存 PNG 图片',
    pixels: (width: number, height: number) => `${String(width)} × ${String(height)} 像素`,
    presets: {
      full: '整页 16:9',
      half: '半页',
      'four-three': '4:3',
      'a4-column': 'A4 栏宽 300 dpi',
      square: '方形',
      wechat: '公众号头图',
    } satisfies Record<PresetId, string>,
    ownSize: '自定尺寸…',
    ownSizeTitle: '自定尺寸',
    width: '宽（像素）',
    height: '高（像素）',
    ownSizeRange: (least: number, most: number) => `宽和高都要是 ${String(least)} 到 ${String(most)} 之间的整数。`,
    save: '保存图片',
    close: '取消',
    scale: '清晰度',
    theme: '底色',
    themes: { light: '浅色', dark: '深色', transparent: '透明', official: '政务红' } satisfies Record<
      PictureThemeName,
      string
    >,
    sections: { picture: '其他格式', document: '文档', data: '数据', take: '打印与收集', copy: '复制' },
    formats: {
      png: 'PNG 图片',
      svg: 'SVG 矢量图',
      'svg-outlines': 'SVG（文字转轮廓）',
      ...packerFormats,
    } satisfies Record<ExporterId, string>,
    print: '打印／存为 PDF',
    printPage: '打印／存为 PDF',
    printFailed: '打印没有成功',
    copyPicture: '复制图片',
    copyTable: '复制表格',
    copied: '已复制',
    copyRefused: '浏览器不允许复制（多因网址不是 https），已改为下载文件',
    working: '正在生成',
    cancel: '取消导出',
    failed: '文件没有生成',
    failure: (title: string, why: string) => `${title}：${why}`,
    printedOn: (date: string) => `${date} 打印`,
  },
};
