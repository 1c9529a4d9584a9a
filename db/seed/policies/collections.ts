import { seedRow } from './seed-row';

/** The ladder by days overdue, and how often a debtor may be approached (GB/T 45251-2025). */
export const collectionSeeds = [
  seedRow('collection_strategy', 'standard_ladder', {
    rows: [
      {
        fromDays: 1,
        toDays: 3,
        names: { zh: '短信提醒', en: 'Reminder by message' },
        actions: [{ kind: 'message', template: 'overdue-early', channel: 'sms' }],
        repeatDays: 1,
      },
      {
        fromDays: 4,
        toDays: 10,
        names: { zh: '初级电催', en: 'Call by a collector' },
        actions: [{ kind: 'task', task: 'call', role: 'collector', priority: 3, dueHours: 24 }],
        repeatDays: null,
      },
      {
        fromDays: 11,
        toDays: 30,
        names: { zh: '高级电催并寄催告函', en: 'Senior call and letter' },
        actions: [
          { kind: 'task', task: 'senior_call', role: 'collector', priority: 2, dueHours: 24 },
          { kind: 'letter', letter: 'demand' },
          { kind: 'message', template: 'overdue-middle', channel: 'sms' },
        ],
        repeatDays: null,
      },
      {
        fromDays: 31,
        toDays: 90,
        names: { zh: '协商还款与重组', en: 'Negotiation and restructuring' },
        actions: [
          { kind: 'task', task: 'negotiation', role: 'collector', priority: 2, dueHours: 48 },
          { kind: 'message', template: 'overdue-late', channel: 'sms' },
        ],
        repeatDays: 30,
      },
      {
        fromDays: 91,
        toDays: null,
        names: { zh: '委外或诉讼', en: 'Agency or legal action' },
        actions: [
          { kind: 'task', task: 'agency', role: 'risk_manager', priority: 1, dueHours: 72 },
          { kind: 'letter', letter: 'demand' },
        ],
        repeatDays: null,
      },
    ],
    contactLimits: {
      fromHour: 8,
      toHour: 22,
      callAttemptsPerDay: 6,
      callsConnectedPerDay: 3,
      messagesPerDay: 2,
      otherContactsPerDay: 1,
    },
  }),
];
