import type { readingZh } from './words.zh';

/** Words of the reader of papers in English. */
export const readingEn: Record<keyof typeof readingZh, string> = {
  save: 'Save',
  smaller: 'Smaller',
  larger: 'Larger',
  smallest: 'The whole width is shown',
  largest: 'This is as large as it gets',
  pages: '{{n}} pages',
  page: 'Page {{no}} of {{of}}',
  brokenPage: 'This page cannot be shown; save the file to read it.',
  locked: 'This file is locked with a password',
  'locked.help': 'It cannot be read here. Save it and open it with the password, or ask for one without.',
  unreadable: 'This file cannot be shown',
  'unreadable.help': 'It may be damaged. Save it and try another program, or ask for it again.',
};
