/**
 * Longer words that only look like they hold a word of the vocabulary: 书记 is no 书. They say nothing themselves.
 * To add one: a word.
 */
export const ignoredWords = `书记 总书记 秘书 城镇 农村 方案 档案 条款 部署 奖励办法 办法 村民委员会 镇党委 乡镇党委 企业文化 企业家 单位名称
  公司法 人民群众 人大代表 人社部门 人员名单 社会服务 服务大局 服务中心大局 服务职工群众 参与度 获得感 获得者名单 发展大局 发展战略 经济发展
  高质量发展 发展力量 创新发展 发展道路 发展理念 科学发展 发展规划 竞赛精神 培训基地建设方案 签字 标签 市场主体 作风 工作报告 培养选拔 党的建设工作
  参加工作 就业形势 工作机制 接受监督 发展党员 发展规律 发展环境`;
