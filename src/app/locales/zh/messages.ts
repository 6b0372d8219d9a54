import type { ErrorCode } from '../../../model/appError';

/** What a failure page says: what happened, what is safe, what to do. */
export interface FailureMessage {
  title: string;
  what: string;
  safe: string;
  todo: string[];
}

type Params = Record<string, string | number>;

const kept = '已经存入本机的数据都在，没有丢失。';
const nothingWritten = '没有写入任何内容，原有的数据也没有改动。';

/** A sentence for every code that the world can fail with. */
export const messages = {
  'db-newer-than-app': () => ({
    title: '数据已由更新的版本打开',
    what: '本机的数据是更新的版本存下的，这个页面还是旧版本，不认得它的格式。',
    safe: kept,
    todo: ['刷新页面，换成新版本。', '如果刷新后仍是这样，请向提供本网站的人要最新版本。'],
  }),
  'db-blocked': () => ({
    title: '另一个标签页占用着数据',
    what: '本看板在另一个标签页或窗口里开着旧版本，数据库要等它让开才能升级。',
    safe: kept,
    todo: ['关掉其他打开本看板的标签页和窗口。', '然后点“重试”。'],
  }),
  'db-refused': () => ({
    title: '浏览器不允许存储数据',
    what: '浏览器拒绝了本网站使用本机存储，常见于无痕（隐私）窗口，或单位策略、隐私设置禁止网站保存数据。',
    safe: '没有读写任何数据。',
    todo: [
      '如果在无痕窗口里，请换到普通窗口打开。',
      '在浏览器的“隐私和安全—网站设置”里允许本网站存储数据（Cookie 和网站数据）。',
      '然后点“重试”。',
    ],
  }),
  'db-quota': () => ({
    title: '本机存储空间不够',
    what: '浏览器没有足够的空间保存这些数据。',
    safe: nothingWritten,
    todo: ['清理磁盘空间，或在浏览器里删除不再用的网站数据（不要删除本网站的）。', '然后点“重试”。'],
  }),
  'db-broken': ({ message = '' }: Params) => ({
    title: '本机数据库打不开',
    what: message === '' ? '浏览器的数据库报告了错误。' : `浏览器的数据库报告了错误：${String(message)}`,
    safe: '页面没有删除或改动任何数据。',
    todo: [
      '点“重试”；多数情况是一时的。',
      '关掉浏览器再打开。',
      '如果仍然打不开，请保留现场并联系提供本网站的人，不要先清除网站数据。',
    ],
  }),
  'package-unreachable': () => ({
    title: '数据包没有读到',
    what: '首次打开要从网站读取数据包，但连接没有成功。',
    safe: nothingWritten,
    todo: ['检查网络，能打开本网站的其他页面即为正常。', '然后点“重试”。读到一次以后，断网也能用。'],
  }),
  'package-invalid': ({ count = 0, resource = '', row = 0, column = '' }: Params) => ({
    title: '数据包有错',
    what: [
      '网站上的数据包没有通过核对，为免数字出错，一行也没有采用。',
      count === 0 ? '' : `共 ${String(count)} 处问题。`,
      resource === '' ? '' : `第一处在 ${String(resource)}`,
      resource === '' || row === 0 ? '' : ` 第 ${String(row)} 行`,
      resource === '' || column === '' ? '' : ` ${String(column)} 列`,
      resource === '' ? '' : '。',
    ].join(''),
    safe: nothingWritten,
    todo: ['把这一页发给维护数据的人。', '数据包改好后点“重试”。'],
  }),
  'worker-lost': () => ({
    title: '计算进程中断了',
    what: '负责读数和计算的后台进程停止了，常见于内存不足，或网站刚刚更新。',
    safe: kept,
    todo: ['点“重试”。', '如果仍然这样，请关掉一些标签页后刷新。'],
  }),
  'font-missing': () => ({
    title: '缺少中文字体',
    what: '这台电脑上没有可用的中文字体，导出的图片会缺字，所以没有生成。',
    safe: kept,
    todo: ['安装任一中文字体（如微软雅黑、思源黑体）后再导出。'],
  }),
  'export-failed': () => ({
    title: '导出没有成功',
    what: '图片没有生成。',
    safe: kept,
    todo: ['换小一档的清晰度再试。'],
  }),
  cancelled: () => ({ title: '已取消', what: '这一步已取消。', safe: kept, todo: [] }),
} satisfies Record<ErrorCode, (params: Params) => FailureMessage>;

/** The rest of a failure page, and what to say of an error that has no code. */
export const failure = {
  unknown: (detail: string): FailureMessage => ({
    title: '页面出了意外',
    what: detail === '' ? '发生了没有预料到的错误。' : `发生了没有预料到的错误：${detail}`,
    safe: kept,
    todo: ['点“重试”。', '如果仍然这样，请把这一页发给提供本网站的人。'],
  }),
  todo: '可以这样做',
  retry: '重试',
  reload: '刷新页面',
  details: '技术细节',
};
