import type { Exclusion, Surroundings } from './exclusion';

const QUOTE_REACH = 60;
const NAME_LENGTH = 18;

/** Length of the text between the marks around the number; 0 when it stands in none. */
function enclosed({ view }: Surroundings, open: string, close: string): number {
  const { text } = view.report;
  const { start, end } = view.quantity;
  const left = text.slice(Math.max(view.line.start, start - QUOTE_REACH), start);
  const opened = left.lastIndexOf(open);
  if (opened < 0 || left.indexOf(close, opened) >= 0) return 0;
  const right = text.slice(end, Math.min(view.line.end, end + QUOTE_REACH));
  const closed = right.indexOf(close);
  if (closed < 0 || right.slice(0, closed).includes(open)) return 0;
  return left.length - opened + (end - start) + closed;
}

/** 《…三个合同示范文本》: the title of a document, whatever its length. */
export const inDocumentTitle: Exclusion = {
  id: 'in-document-title',
  excludes: (around) => enclosed(around, '《', '》') > 0,
  examples: ['印发了《关于做好⟦三个⟧合同示范文本推广工作的通知》。'],
  nearMisses: ['印发《劳动法手册》⟦300本⟧。', '发放《女职工权益》、《工会法》等资料⟦1200份⟧。'],
};

/** “买了土鸡蛋3箱”，小李说: what one person tells of himself. */
export const inSpeech: Exclusion = {
  id: 'in-speech',
  excludes: (around) => {
    const { view } = around;
    if (enclosed(around, '“', '”') <= NAME_LENGTH) return false;
    const { text } = view.report;
    const open = text.lastIndexOf('“', view.quantity.start);
    const close = text.indexOf('”', view.quantity.end);
    const told =
      /[：说道]$/.test(text.slice(Math.max(0, open - 1), open)) ||
      /说|表示|高兴|感慨|激动/.test(text.slice(close, close + 40));
    return told && !/工会|全[市县区省]|我[市县区们]|累计|共/.test(text.slice(open, close));
  },
  examples: ['“这次我买了土鸡蛋⟦3箱⟧、红薯粉和腊肉，很划算。”职工小李高兴地说。'],
  nearMisses: ['“今年我们已经慰问一线职工⟦1200人⟧，下一步还要扩大范围。”工会负责人说。'],
};

/** “五个一”, “千名干部进企业”: a name or a slogan in quotation marks. */
export const inQuotedName: Exclusion = {
  id: 'in-quoted-name',
  excludes: (around) => {
    const length = enclosed(around, '“', '”');
    return length > 0 && length <= NAME_LENGTH;
  },
  examples: ['深入开展“⟦三个⟧一批”行动。', '启动“⟦百名⟧劳模进校园”活动。'],
  nearMisses: ['新建“爱心驿站”⟦12个⟧。', '为“最美职工”⟦15人⟧颁奖。'],
};
