import type { Additivity, Measure } from '../../../model/measures';
import type { Kind } from '../../../model/observation';
import type { Qualifier } from '../../../model/qualifier';
import type { ShortcutGroup, ShortcutId } from '../../shortcuts/shortcuts';

const measureTexts = {
  participants: '参加工会活动、竞赛、答题、互助保障的人次，含某次活动的志愿者。同一个人参加两次，计两人次。',
  beneficiaries: '得到慰问、帮扶、服务、咨询、保障或钱物的人次，含来信来访的职工。',
  trainees: '参加培训、经培训取得证书的人次。',
  members: '新加入工会的人（发生数），或现有会员（时点数）。',
  unions: '新建的各级工会组织（发生数），或现有的工会组织（时点数）。',
  organisations: '参加活动或被覆盖到的企业、机关、事业单位和场所。',
  funds: '工会筹集、投入、发放、贷出，为职工争取或追回的钱，以及所发物资的折价。',
  activities: '讲座、竞赛、检查、培训班等的场次、期数、批次。',
  honours: '获得称号或奖项的个人、集体、单位和作品。',
  facilities: '服务站点、书屋、工作室、活动中心等，不论是新建、命名还是升级。',
  cases: '信访、争议、投诉、法律案件，以及查出或整改的问题。',
  agreements: '签订的集体合同、工资协议、各类合同和承诺书。',
  innovations: '合理化建议、技术攻关、发明、专利等。',
  jobs: '提供的岗位，或实现就业的人数。',
  publications: '编印的资料，刊发的文章，报送的作品和信息。',
  workforce: '工会工作所依靠的队伍和人员：宣讲团、信息员、指导员、调解和监督组织等。',
  rate: '百分比，例如建会率、覆盖率。',
  other: '以上都不包括的：成件的物品、不属于工会的钱（如产值）、实物量。',
} satisfies Record<Measure, string>;

const additivity = {
  sum: '各地区、各类别可以相加。',
  sameUnit: '只有单位相同的才相加。',
  none: '不相加，也不平均；没有合计时显示“—”并写明原因。',
} satisfies Record<Additivity, string>;

const kindTexts = {
  flow: '在一段时间里发生的数。各期可以相加，年报已包含的月报不重复计。',
  stock: '某个时点上现有的数。取期末或之前最新的一个，不跨时间相加。',
  rate: '比率。不相加也不平均，两期之差用百分点表示。',
} satisfies Record<Kind, string>;

const qualifierTexts = {
  exact: '报告印出的就是这个数。',
  about: '报告写作“约”“左右”；合计里有一个约数，合计也是约数。',
  nearly: '报告写作“近”：略少于这个数。',
  over: '报告写作“多”“余”“以上”：不少于这个数，合计也写“以上”。',
  under: '报告写作“不足”：不到这个数。',
} satisfies Record<Qualifier, string>;

const shortcutTexts = {
  help: '打开这张表',
  search: '到数据页的搜索框',
  close: '关闭弹出的面板、菜单或对话框',
  undo: '撤销上一步筛选',
  redo: '重做刚撤销的筛选',
  nextOption: '下一个选项',
  previousOption: '上一个选项',
  firstOption: '第一个选项',
  lastOption: '最后一个选项',
  tick: '选中或取消',
  rowDown: '下一行',
  rowUp: '上一行',
  pageDown: '下一屏',
  pageUp: '上一屏',
  firstRow: '第一行',
  lastRow: '最后一行',
  nextCell: '进入行内单元格，或展开分组',
  previousCell: '退出单元格，或收起分组',
  openRow: '看这一行的来源',
  pickRow: '选择这一行',
  pickDown: '选择并下移',
  pickAll: '选择全部行，再按一次取消',
  nextSlide: '下一页',
  previousSlide: '上一页',
  firstSlide: '第一页',
  lastSlide: '最后一页',
  blankSlide: '黑屏，再按一次恢复',
  speakerWindow: '打开讲者窗口',
} satisfies Record<ShortcutId, string>;

/** The text of the help, the glossary and the sheet of keys: long, so fetched when the help is opened. */
export const helpText = {
  content: '帮助内容',
  glossaryTitle: '名词与统计口径',
  shortcutsTitle: '键盘快捷键',
  toGlossary: '名词与口径',
  toShortcuts: '快捷键',
  measures: '统计内容',
  kinds: '口径',
  states: '没有数的三种情况',
  marks: '标记',
  rules: '怎样合计',
  measureTexts,
  additivity,
  kindTexts,
  stateNames: { unreported: '未报', unmentioned: '未提及', zero: '0' },
  stateTexts: {
    unreported: '没有报告覆盖这段时间。图上留空，折线断开；不等于 0。',
    unmentioned: '有报告覆盖这段时间，但没有写这个数。图上另有标记；不等于 0。',
    zero: '报告写明是零。画成零，参加合计。',
  },
  markTexts: {
    approximate: '数由约数得来，或合计里含有约数。',
    incomplete: '这一格里只有一部分时间或一部分下级地区有报告，例如“3/12 个月”。',
    target: '计划要达到的数，与实际数分开画，从不混在一起合计。',
  },
  qualifierTexts,
  ruleTexts: [
    '时间上不重复：年报已包含各月，就不再加月报；没有年报时各月相加，并注明有几个月。',
    '地区上不重复：某地有本级工会的报告，就用它；没有时用下级之和，并注明几个已报。',
    '“其中”的数不加到总数上。',
    '后来的报告修订先前的数时，用后来的；先前的数留在记录里。',
    '同比与上年同期比，环比与上一期比；没有可比的数时显示“—”并写明原因。',
  ],
  groups: {
    app: '通用',
    filter: '筛选',
    list: '选项列表',
    table: '数据表',
    present: '放映',
  } satisfies Record<ShortcutGroup, string>,
  shortcuts: shortcutTexts,
  space: '空格',
  or: '或',
};
