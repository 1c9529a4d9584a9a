import { seedRow } from './seed-row';

const idFront = { document: 'id_card_front', names: { zh: '身份证人像面', en: 'ID card, photo side' } };
const idBack = { document: 'id_card_back', names: { zh: '身份证国徽面', en: 'ID card, emblem side' } };
const income = { document: 'income_proof', names: { zh: '收入证明', en: 'Proof of income' } };
const statement = {
  document: 'bank_statement',
  names: { zh: '近 6 个月银行流水', en: 'Bank statement of 6 months' },
};
const licence = { document: 'business_licence', names: { zh: '营业执照', en: 'Business licence' } };

/** Documents each product asks for; an amount or a kind of work can make one needed. */
export const checklistSeeds = [
  seedRow('checklist', 'documents_instant', { items: [idFront, idBack] }),
  seedRow('checklist', 'documents_consumer', {
    items: [
      idFront,
      idBack,
      { ...income, fromAmountMinor: '5000000' },
      { ...statement, fromAmountMinor: '10000000' },
      { ...licence, employment: ['self_employed'], fromAmountMinor: '5000000' },
    ],
  }),
  seedRow('checklist', 'documents_car', {
    items: [
      idFront,
      idBack,
      income,
      { document: 'driving_licence', names: { zh: '驾驶证', en: 'Driving licence' } },
      { document: 'vehicle_contract', names: { zh: '购车合同', en: 'Purchase contract of the car' } },
    ],
  }),
  seedRow('checklist', 'documents_business', { items: [idFront, idBack, licence, statement] }),
  seedRow('checklist', 'documents_company', {
    items: [
      licence,
      { document: 'articles', names: { zh: '公司章程', en: 'Articles of association' } },
      {
        document: 'financial_statements',
        names: { zh: '近两年财务报表', en: 'Financial statements of two years' },
      },
      { document: 'board_resolution', names: { zh: '股东会或董事会借款决议', en: 'Resolution to borrow' } },
      {
        document: 'audit_report',
        names: { zh: '审计报告', en: 'Audit report' },
        fromAmountMinor: '300000000',
      },
    ],
  }),
];
