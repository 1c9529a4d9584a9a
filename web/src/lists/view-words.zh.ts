/** Words in Chinese of the menu of a list's views. */
export const viewsZh = {
  title: '视图',
  none: '还没有视图。先设好条件、排序和列,再在下面命名保存。',
  all: '全部(不使用视图)',
  own: '仅自己',
  sharedWith: '共享给{{role}}',
  opens: '默认打开',
  change: '修改',
  changeOf: '修改视图“{{name}}”',
  keep: '保存当前视图',
  keepNote: '保存当前的筛选条件、排序、列和行高,不保存数据。',
  name: '名称',
  needName: '请先填写名称。',
  oneCustomer: '当前只显示一位客户,不能存为视图。请先取消该筛选。',
  for: '谁可以使用',
  ownDefault: '我打开此列表时默认使用',
  roleDefault: '{{role}}打开此列表时默认使用',
  save: '保存',
  overwrite: '用当前内容覆盖',
  delete: '删除',
  deleteOwn: '删除视图“{{name}}”。数据不受影响。',
  deleteShared: '为所有{{role}}删除视图“{{name}}”。数据不受影响。',
  confirmDelete: '确认删除',
  back: '返回',
} as const;

export type ViewsKey = keyof typeof viewsZh;
