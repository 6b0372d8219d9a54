import type { ReportText } from '../document';
import type { Found } from './readHeader';

const kindWords =
  /总结|工作情况|完成情况|情况|综述|计划|要点|安排|大事记|汇报|报告|回顾|进度|指标|统计|简报|动态|简讯|打算|开展|举办|召开|慰问|启动|工作/;
const strong =
  /总结|完成情况|工作情况|情况综述|大事记|工作计划|工作要点|工作汇报|进度表|情况的汇报|情况的报告|专题报告|回顾|统计表|简况/;
const masthead = /^(?:工会)?(?:工作)?(?:简报|信息|动态|要情摘报|要情|通讯)$|期$|^\d|办公室|年鉴|^（|^〔|来源|编辑|作者/;
const LINES = 12;
const LIMIT = 60;

/**
 * Finds the title among the first lines: a short line that names what the report is.
 * Output: value and place; null when no line looks like one.
 */
export function readTitle(report: ReportText): Found {
  let best: { score: number; start: number; end: number } | null = null;
  report.lines.slice(0, LINES).forEach((line, index) => {
    const end = Math.min(line.end, line.start + LIMIT);
    const printed = report.text.slice(line.start, end);
    if (line.end - line.start > LIMIT || /[。；]/.test(printed) || line.contentStart > line.start) return;
    let score = 4 - index * 0.5;
    if (printed.includes('工会')) score += 3;
    if (/年|月|季度/.test(printed)) score += 1.5;
    if (strong.test(printed)) score += 4;
    else if (kindWords.test(printed)) score += 1.5;
    if (masthead.test(printed) || printed.length < 5) score -= 5;
    if (/年\d{1,2}月\d{1,2}日$/.test(printed)) score -= 4;
    if (line.kind === 'row') score -= 4;
    // 市总工会： greets whom the report is for.
    if (printed.endsWith('：')) score -= 6;
    if (!best || score > best.score) best = { score, start: line.start, end: line.end };
  });
  const chosen = best as { score: number; start: number; end: number } | null;
  if (!chosen || chosen.score < 3) return { value: null };
  return { value: report.text.slice(chosen.start, chosen.end), span: { start: chosen.start, end: chosen.end } };
}
