import type { ViewsKey } from './view-words.zh';

/** Words in English of the menu of a list's views. */
export const viewsEn: Readonly<Record<ViewsKey, string>> = {
  title: 'Views',
  none: 'No views yet. Set conditions, order and columns, then give them a name below.',
  all: 'All (no view)',
  own: 'Only me',
  sharedWith: 'Shared with {{role}}',
  opens: 'opens by itself',
  change: 'Change',
  changeOf: 'Change view {{name}}',
  keep: 'Save what is shown',
  keepNote: 'Keeps conditions, order, columns and row height; no rows.',
  name: 'Name',
  needName: 'Give a name first.',
  oneCustomer: 'The list shows one customer; that cannot be a view. Take that filter away first.',
  for: 'For whom',
  ownDefault: 'Opens by itself for me',
  roleDefault: 'Opens by itself for {{role}}',
  save: 'Save',
  overwrite: 'Overwrite with what is shown',
  delete: 'Delete',
  deleteOwn: 'Deletes the view {{name}}. No rows are touched.',
  deleteShared: 'Deletes the view {{name}} for everybody who is {{role}}. No rows are touched.',
  confirmDelete: 'Delete for good',
  back: 'Back',
};
