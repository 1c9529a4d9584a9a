/** Words of the reader of papers in Chinese. */
export const readingZh = {
  save: '下载',
  smaller: '缩小',
  larger: '放大',
  smallest: '已是整页宽度',
  largest: '已放到最大',
  pages: '共 {{n}} 页',
  page: '第 {{no}} 页,共 {{of}} 页',
  brokenPage: '此页无法显示,请下载后查看。',
  locked: '该文件设有密码',
  'locked.help': '无法在此阅读。可下载后用密码打开,或请对方提供未加密的文件。',
  unreadable: '该文件无法显示',
  'unreadable.help': '文件可能已损坏。可下载后用其他软件打开,或请对方重新提供。',
};
