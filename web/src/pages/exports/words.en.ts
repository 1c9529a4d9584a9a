import type { exportsZh } from './words.zh';

/** Words of the page of exports in English. */
export const exportsEn: Record<keyof typeof exportsZh, string> = {
  title: 'My exports',
  empty: 'No exports yet. A list of more than 20,000 rows is written here when you export it.',
  list: 'List',
  format: 'Format',
  state: 'State',
  rows: 'Rows',
  asked: 'Asked for',
  kept: 'Kept until',
  fetch: 'Download',
  note: 'Files are kept sealed for a day and can be fetched by you alone; each download is in the audit log.',
  'state.queued': 'Waiting',
  'state.running': 'Being written',
  'state.ready': 'Ready',
  'state.failed': 'Did not work; export again',
  'state.expired': 'Deleted after its day',
  'list.applications': 'Applications',
  'list.loans': 'Loans',
  'list.customers': 'Customers',
  'format.csv': 'CSV',
  'format.xlsx': 'Excel',
  of: '{{done}} of about {{all}}',
  leftOff: 'The first 5,000,000 only',
  notYet: 'Can be fetched once it is written',
  progress: 'Progress',
};
