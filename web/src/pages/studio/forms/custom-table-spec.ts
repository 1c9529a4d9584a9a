import type { Group } from '../fields/field';
import { at } from '../fields/json';

/** 自定义计划: for each offered term, what share of the principal each row repays. */
export const CUSTOM_TABLES: Group = {
  title: 'studio.g.customTables',
  when: (form) => {
    const methods = at(form, 'repayment.methods');
    return Array.isArray(methods) && methods.includes('custom');
  },
  list: {
    path: 'repayment.customTables',
    label: 'studio.f.customTable',
    blank: { termMonths: 6, sharesPpm: [100_000, 100_000, 100_000, 100_000, 100_000, 500_000] },
    fields: [
      {
        path: 'termMonths',
        label: 'studio.f.tableTerm',
        kind: { as: 'int', min: 1, max: 360, unit: 'studio.unit.months' },
      },
      { path: 'sharesPpm', label: 'studio.f.tableShares', kind: { as: 'shares' } },
    ],
  },
};
