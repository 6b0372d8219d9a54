import type { Measure } from '../../model/measures';
import type { UnitClass } from './units';

/** What a verb says about the number beside it, by the class of its unit. */
export interface Act {
  /** Speaks only for numbers of its own clause. */
  sameClause?: boolean;
  effects: Partial<Record<UnitClass, Partial<Record<Measure, number>>>>;
  words: string;
}

/** Verbs by what they do to whom. To add one: a word in its act; a word in two acts counts for both. */
export const acts: Readonly<Record<string, Act>> = {
  help: {
    effects: {
      person: { beneficiaries: 2.6 },
      household: { beneficiaries: 2 },
      body: { organisations: 1.2 },
      thing: { organisations: 0.6, beneficiaries: 0.4 },
      session: { activities: 0.5 },
    },
    words: `慰问 走访慰问 走访 看望 探望 救助 帮扶 资助 扶助 帮助 援助 发放 送去 送上 送到 送达 送出 送给 送温暖 送清凉 补助 补贴 惠及 受益 受惠 得益 服务 提供服务 咨询 接受咨询
      受理咨询 法律咨询 接待 接访 来访 来信 上访 体检 免费体检 健康体检 义诊 筛查 两癌筛查 免费筛查 疗休养 疗养 享受 领取 领到 领券 消费 获赔 理赔 赔付 给付 报销 减免 扶持
      解困 脱困 解困脱困 脱贫 解决 追讨 追回 讨薪 讨回 清欠 维权 关爱 关怀 结对 结对帮扶 受助 赠送 捐赠 捐助 配送 送书 理发 救治 助学 圆梦 提升学历 收到 收到慰问品 获得补助 获得救助
      发给 投向 送往 发放慰问品 申领 领票 发券 摸排 建档 接受 护送 接送 心理疏导 关心 陪伴 受慰问 化解 申报 审核通过 托管 帮办 代办 帮 送药 援建 涉及职工 接通`,
  },
  give: {
    sameClause: true,
    effects: { case: { other: 2.4 }, document: { other: 2 } },
    words: `发放 赠送 捐赠 送去 送上 送到 配送 送出 送达 采购 购买 购置 配发 派发 分发 下发物资`,
  },
  cover: {
    effects: {
      person: { beneficiaries: 1.7 },
      household: { beneficiaries: 1 },
      body: { organisations: 1.8 },
      thing: { organisations: 0.6 },
    },
    words: `覆盖 涵盖 覆盖职工 辐射 辐射带动 涉及 惠及企业`,
  },
  takePart: {
    effects: {
      person: { participants: 2.4 },
      household: { participants: 3 },
      body: { organisations: 1.5 },
      thing: { organisations: 1 },
      team: { organisations: 2.4, participants: 0.6 },
    },
    words: `参加 参与 参赛 参展 参演 参会 与会 出席 到会 参观 参保 投保 报名 报名参加 加入活动 同台竞技 角逐 竞技 比拼 登台 同台 竞赛 比赛 大赛 技能比武 答题 演讲 观看 收看 收听 聆听 听取
      现场观看 到场 亮相 登场 参选 应征 献血 捐款人 捐赠人 骑行 健步走 跑步 联谊 相亲 交友 牵手 活动 互动 点赞 投票 下沉 值守 报到 签名 打卡 开展活动 开展 组队 派出 选送 选派 争夺 观摩
      志愿服务 赛 宣讲 讲座 入场 参评 进场 接龙 晒 竞答 参展参演 台下听众 听课 受教育 收官 演出 比武`,
  },
  compete: {
    sameClause: true,
    effects: { team: { organisations: 7 } },
    words: `参赛 角逐 竞技 同台竞技 登台 同台 争夺 比拼 参加比赛`,
  },
  train: {
    effects: { person: { trainees: 2.8 }, household: { organisations: 0.5 }, session: { activities: 0.5 } },
    words: `培训 参训 受训 轮训 集训 技能培训 职业培训 培训班 结业 毕业 取得证书 职称 技能等级证书 职业技能等级证书 职业资格证书 资格证书 等级证书 结业证书 上岗证 资格证 取证 持证
      考核合格 学历提升班 进修 研修 研修班 培训会 业务培训 举办培训 学习班 培养 学徒制 晋级 晋升 技能等级 鉴定 技能鉴定 取得职业技能 考取`,
  },
  join: {
    effects: { person: { members: 3 }, body: { unions: 1 }, thing: { unions: 0.6 } },
    words: `入会 集中入会 加入工会 加入工会组织 吸纳 吸收 发展会员 新发展会员 发展 新增会员 会员发展 扫码入会 网上入会 现场入会 新入会 吸纳覆盖 吸引入会 涵盖会员 入会率 实名制 实名登记 采集录入`,
  },
  form: {
    sameClause: true,
    effects: {
      person: { members: 3 },
      body: { unions: 7 },
      thing: { unions: 6 },
      project: { unions: 1 },
    },
    words: `建会 单独建会 联合建会 新建工会 组建工会 成立工会 建立工会 组建工会组织 成立工会组织 建立工会组织 新建工会组织 新成立工会组织 新成立工会 新组建工会 建会入会 建工会 规范建会 集中建会 新建基层工会
      新建企业工会 建立工会联合会 成立工会联合会 建会率 建会企业 组建基层工会`,
  },
  employ: {
    effects: { person: { jobs: 2.7 }, thing: { jobs: 1.5 }, household: { jobs: 0.5 } },
    words: `就业 上岗 返岗 返岗就业 再就业 实现就业 达成就业 达成就业意向 达成意向 就业意向 用工意向 求职意向 录用 录取 签约 当场签约 现场签约 招聘 招录 安置 转移就业 推荐就业 介绍就业 介绍 吸纳就业
      带动就业 稳定就业 灵活就业 就近就业 应聘 入职 求职 用工 达成 接纳下岗职工 接纳 安排就业 聘用 签订就业协议 职业介绍 创业`,
  },
  awarded: {
    sameClause: true,
    effects: {
      person: { honours: 3.4 },
      body: { honours: 5 },
      thing: { honours: 5 },
      team: { honours: 5 },
      project: { honours: 3 },
      document: { honours: 2.2 },
      item: { honours: 2.2 },
    },
    words: `荣获 授予 被授予 评为 被评为 获评 当选 入选 斩获 荣膺 被命名为 被认定为 获颁 荣立 受到表彰 受表彰 获得称号 夺得 摘得 被表彰为 被推荐为 推荐为 命名为`,
  },
  award: {
    effects: {
      person: { honours: 2.6 },
      body: { honours: 1.6 },
      household: { honours: 1.6 },
      thing: { honours: 1.8 },
      team: { honours: 1.8 },
      project: { honours: 2.2 },
      case: { honours: 1.2 },
      document: { honours: 1.6 },
      prize: { honours: 2 },
      place: { honours: 1 },
    },
    words: `获 获得 评选 评出 评选出 评审出 评选命名 选树 命名 表彰 表扬 通报表扬 嘉奖 推荐评选 推荐评选出 获奖 认定 被认定 认定为 涌现 产生 摘取 被命名 获批 选出 颁奖 颁发 记功 获推荐 培育选树 被推荐 创成 称号`,
  },
  propose: {
    effects: { person: { honours: 1.6 }, body: { honours: 0.7 }, thing: { honours: 0.7 } },
    words: `推荐 推选 创建 争创 培育 选送申报`,
  },
  sign: {
    effects: {
      document: { agreements: 2 },
      case: { agreements: 2 },
      project: { agreements: 1.5 },
      thing: { agreements: 1 },
    },
    words: `签订 签署 续签 签 新签 签约率 签订率 发出要约 新签订 重新签订`,
  },
  publish: {
    effects: {
      document: { publications: 1.5 },
      item: { publications: 1.5 },
      case: { publications: 1 },
      session: { publications: 0.6 },
      person: { publications: 0.9 },
      thing: { publications: 0.8 },
      project: { publications: 0.4 },
    },
    words: `刊发 刊登 发表 发布 推送 推出 制作 拍摄 编印 印制 印发 编发 编写 编辑 撰写 报送 上报 采用 被采用 采编 录制 创作 征集 刊载 转载 播出 展出 投稿 上稿 征集到 展播 发送 出版 悬挂 张贴 选登 用稿`,
  },
  care: {
    effects: { person: { beneficiaries: 3.6 }, household: { beneficiaries: 2 }, body: { organisations: 1 } },
    words: `筛查 两癌 两癌筛查 免费筛查 体检 免费体检 健康体检 义诊 疗休养 疗养`,
  },
  inspect: {
    effects: { body: { organisations: 1.6 }, thing: { organisations: 1 }, session: { activities: 0.6 } },
    words: `审计 检查 督查 考核 调研 验收 抽查 巡查 摸底`,
  },
  report: {
    effects: {
      person: { publications: 3.2 },
      document: { publications: 1.5 },
      case: { publications: 1 },
      thing: { publications: 1 },
    },
    words: `报道 重点报道 宣传报道 专题报道 集中报道`,
  },
  handle: {
    effects: {
      case: { cases: 2 },
      session: { cases: 1.4, activities: 0.8 },
      thing: { cases: 1.2 },
      document: { cases: 1.8 },
      item: { cases: 2 },
      place: { cases: 2.6 },
      body: { cases: 2.6 },
      project: { cases: 1 },
      person: { beneficiaries: 1.4 },
    },
    words: `受理 办理 办结 调处 调解 化解 处理 处置 代理 整改 查出 排查出 排查 发现 发现问题 查处 反馈 查改 督办 转办 交办 立案 结案 答复 回复 销号 接听 接待 仲裁 代书 代写 反映 调解成功 提供法律援助 法律援助
      排查整治 消除 查找 梳理 收集 协调解决 提出整改意见 解决 信访 接访 援助`,
  },
  innovate: {
    effects: {
      document: { innovations: 2 },
      item: { innovations: 2 },
      project: { innovations: 2 },
      case: { innovations: 2 },
      thing: { innovations: 1.4 },
    },
    words: `攻关 革新 采纳 征集合理化建议 提合理化建议 提出合理化建议 转化 技术攻关 申报专利 获得专利 获专利 实施 合理化建议 小改小革 五小 金点子 发明 技术革新`,
  },
  hold: {
    effects: { session: { activities: 0.5 } },
    words: `举办 召开 开办 组织 举行 开设 承办 主办 协办 联办 开课 开讲`,
  },
  appoint: {
    effects: { person: { workforce: 2.4 }, thing: { workforce: 1 }, team: { workforce: 1 } },
    words: `配备 选聘 聘任 聘请 招聘社会化工会工作者 组建队伍 建立队伍 组成 抽调 选派驻村 派驻 注册 组建志愿 配齐 聘用社会化`,
  },
  elect: { effects: { person: { other: 2.6 }, thing: { other: 0.5 } }, words: `补选 增补 选举 替补 改选 增选` },
  found: {
    effects: {
      thing: { workforce: 0.3, facilities: 0.3, unions: 0.3 },
      body: { facilities: 0.3, unions: 0.4 },
      team: { workforce: 1 },
      place: { facilities: 1 },
    },
    words: `新建 建成 建设 组建 成立 建立 设立 打造 新设 新增 改建 新成立 升级改造 布设 挂牌 启用 投用 建有 新打造 提档升级 改造`,
  },
  earn: {
    effects: { money: { other: 4 } },
    words: `产值 销售额 销售收入 卖出 售出 销售 成交 成交额 交易额 创造经济效益 增创效益 经济效益 创效 创造效益 增收 实现增收 营业额 利润 税收 总投资 投资额 节约成本 节约 降本 降本增效 节支 降低成本 涉案金额 合同额
      标的 标的额 涉及金额 增创 创价值 创造价值 创经济价值 创造经济价值 经济价值 节创价值 节约资金 注册资金 资产 固定资产 节能 产业产值 直接经济效益 间接经济效益 工程造价 建安 投资总额 签约额 债务 生产总值 效益`,
  },
};
