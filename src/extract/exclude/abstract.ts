import type { Exclusion } from './exclusion';

/** Nouns of points, whatever follows. */
const points =
  /^(?:[^，。；、\d]{0,4})(?:方面|环节|要求|步骤|原则|意识|自信|维护|确立|全覆盖|转变|结合|必须|相统一|层面|层次|等次|档次|类别|组别|级别|赛段|规定精神|维度|坚持|围绕|着力|突出|确保|做到|强化|到位|严禁|难点|短板|抓手|举措|措施|机制|理念|领域|途径|红线|底线|普遍|延伸|专班制|模块|板块|篇章|清单|关口|重点任务|重点工作|先行|更加|聚焦|因素|关节|制度改革|重点任务)/;
/** Nouns that are points only when nothing is built on them: 三项制度, but 12个主题活动. */
const pointsAlone =
  /^(?:[^，。；、\d]{0,4})(?:阶段|目标|关系|主题|栏目|部分|章节|规定|内容|要点|任务|程序|流程|条件|标准|指标|动作|制度|办法|文件|定位|优势|特点|方向|渠道|载体|关键|体系|代表|字|维|环)(?:$|[，。；、）\n\t“”]|等|和|的)/;

/** 五个方面, 三项制度: points of a list, not what was done. */
export const listOfPoints: Exclusion = {
  id: 'list-of-points',
  excludes: ({ tail, unit }) =>
    /^(?:个|项|条|大|点)$/.test(unit) &&
    (points.test(tail) ||
      pointsAlone.test(tail) ||
      (unit === '项' && /^[^，。；、\d]{0,4}工作(?!室|站|队)/.test(tail))),
  examples: [
    '从⟦三个⟧方面述职。',
    '提出⟦五点⟧要求。',
    '落实⟦三项⟧制度。',
    '审议通过预算等⟦3个⟧文件。',
    '完成⟦12项⟧重点任务。',
    '抓好⟦五项⟧工作。',
    '设男子、女子⟦两个⟧组别。',
    '落实中央⟦八项⟧规定精神。',
  ],
  nearMisses: [
    '推进⟦6个⟧专项改革。',
    '表彰⟦8个⟧和谐劳动关系企业。',
    '指出的⟦21个⟧问题均已改好。',
    '比赛共设⟦8个⟧工种。',
  ],
};

/** 六个一批, 三位一体: the numeral is a part of a set phrase. */
export const setPhrase: Exclusion = {
  id: 'set-phrase',
  excludes: ({ tail, lead, unit, view }) =>
    (unit === '个' && /^(?:一(?!线|等)|百分百|零|不|没有)/.test(tail)) ||
    (unit === '个' && view.quantity.numeral.style === 'chinese' && tail.startsWith('“')) ||
    (unit === '位' && tail.startsWith('一体')) ||
    (unit === '项' &&
      view.quantity.numeral.style === 'chinese' &&
      view.quantity.value <= 5 &&
      /^(?:支付|合计|共|累计|相加|总计|支出|加起来)/.test(tail)) ||
    /(?:一行|共计?一行)$/.test(lead) ||
    (/^(?:方|次)$/.test(unit) && tail.startsWith('机制')) ||
    (unit === '堂' && /[欢齐]聚$/.test(lead)) ||
    (unit === '轮' &&
      view.quantity.numeral.style === 'chinese' &&
      /^(?:的?(?:角逐|比拼|较量|考核|激烈|选拔|竞技|筛选|评审|投票|复评|PK))/.test(tail)) ||
    (/^[部室处科]$/.test(unit) &&
      view.quantity.numeral.style === 'chinese' &&
      (/^[一二两三四五六七八九十]{1,2}[室中办会处科委院]/.test(tail) || /设$/.test(lead))) ||
    (unit === '条' && /^(?:龙|心|线|主线|战线)/.test(tail)) ||
    (unit === '家' && /^(?:班子|人|亲|之)/.test(tail)),
  examples: [
    '落实⟦三个⟧一批要求。',
    '构建⟦三位⟧一体格局。',
    '党组书记一行⟦4人⟧来到企业。',
    '得到⟦四家⟧班子肯定。',
    '会费与拨款⟦两项⟧合计5万元。',
    '200名职工欢聚⟦一堂⟧。',
    '选手经过理论、实操⟦两轮⟧角逐。',
    '机关内设⟦七部⟧一室。',
    '抓好⟦三个⟧“必须”。',
  ],
  nearMisses: ['为⟦三位⟧职工送去慰问金。', '走访⟦四家⟧企业。', '为⟦8个⟧“五一巾帼标兵岗”授牌。', '开展⟦两轮⟧安全检查。'],
};

/** 五部委, 4家单位联合: how many parties did it together. */
export const parties: Exclusion = {
  id: 'parties',
  excludes: ({ tail, lead, unit, view }) =>
    /^(?:家|个)$/.test(unit) &&
    (/^(?:市直|区直|县直|省直|相关|成员|职能|党政)?(?:部门|部委|委办局|厅局|党派|县级部门)/.test(tail) ||
      (/等$/.test(lead) && /^(?:单位|部门)?(?:联合|共同|联袂|协同)/.test(tail)) ||
      (view.quantity.numeral.style === 'chinese' && /^单位联合/.test(tail))),
  examples: ['联合市人社局等⟦5家⟧单位联合开展招聘。', '由⟦六个⟧部门共同主办。'],
  nearMisses: ['组织⟦46家⟧单位报名。', '到某纺织厂等⟦5家⟧企业慰问。'],
};

/** 八家湾村, 三户社区: the numeral is a part of a place name. */
export const placeName: Exclusion = {
  id: 'place-name',
  excludes: ({ tail, unit, view }) =>
    view.quantity.numeral.style === 'chinese' &&
    view.quantity.value <= 10 &&
    ((/^[家户里台间棵集盘溪岔]$/.test(unit) &&
      /^(?:村(?![民级里办居])|庄|湾|河|沟|镇|乡(?!镇|村)|路|桥|垸|嘴|集|坪|岭|塘|铺|港|山|社区|子村|街道)/.test(
        tail,
      )) ||
      (unit === '里' && !/^(?:路|的|长|以外)/.test(tail))),
  examples: ['走进⟦八家⟧湾村开展慰问。', '在⟦三里⟧桥社区义诊。', '在⟦九集⟧镇建成驿站。', '春风⟦十里⟧送岗位。'],
  nearMisses: ['走访⟦八家⟧企业。', '走访⟦十户⟧村民。', '走访⟦八家⟧乡镇企业。'],
};
