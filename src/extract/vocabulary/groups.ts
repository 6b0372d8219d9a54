/** Words for the two groups of people whose work is a line of work of its own. To add one: a word. */
export const groupWords = {
  models: `劳模 劳动模范 省劳模 市劳模 全国劳模 县劳模 困难劳模 退休劳模 老劳模 省劳动模范 市劳动模范 全国劳动模范 省级劳模 市级劳模
    劳模工匠 劳模先进 先模人物 先进模范人物 五一劳动奖章获得者 劳模慰问 劳模疗休养`,
  women: `女职工 女工 困难女职工 单亲女职工 特困女职工 单亲困难女职工 患病女职工 困难女工 女职工活动 女职工维权 女职工普法 女职工权益
    女职工素质 女职工工作 女职工组织`,
} as const;

export type Group = keyof typeof groupWords;
