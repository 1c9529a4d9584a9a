import { seedRow } from './seed-row';

/** What one customer may owe and ask for at once; the amounts are the lender's own. */
export const limitSeeds = [
  seedRow('limits', 'limits_person', {
    customerMaxMinor: '30000000',
    openApplicationsMax: 3,
    dtiReferPercent: 55,
    dtiMaxPercent: 70,
  }),
  seedRow('limits', 'limits_car', {
    customerMaxMinor: '80000000',
    openApplicationsMax: 3,
    dtiReferPercent: 55,
    dtiMaxPercent: 70,
  }),
  seedRow('limits', 'limits_business', {
    customerMaxMinor: '150000000',
    openApplicationsMax: 3,
    dtiReferPercent: 60,
    dtiMaxPercent: 80,
  }),
  seedRow('limits', 'limits_company', {
    customerMaxMinor: '3000000000',
    openApplicationsMax: 3,
    dtiReferPercent: 100,
    dtiMaxPercent: 100,
  }),
];

/** Caps on the annualised total cost, 单利; the day of signing chooses the row. */
export const rateCapSeeds = [
  seedRow('rate_cap', 'licensed_lender', {
    rows: [
      {
        fromOn: '2017-08-04',
        toOn: null,
        capPercent: '24',
        basis: 'simple',
        legalBasis: {
          zh: '法发〔2017〕22号:金融机构贷款总成本超过年利率24%的部分不予支持',
          en: 'Supreme Court opinion [2017] 22: total cost of a licensed lender above 24% a year is cut back',
        },
        severity: 'block',
      },
    ],
  }),
];

/** 罚息 by 银发〔2003〕251号; consumer products waive compound interest. */
export const penaltySeeds = [
  seedRow('penalty', 'consumer_penalty', {
    overdueSurchargePercent: 50,
    misuseSurchargePercent: 100,
    principalBears: 'penalty',
    compound: 'none',
    dayBasis: 360,
  }),
  seedRow('penalty', 'business_penalty', {
    overdueSurchargePercent: 50,
    misuseSurchargePercent: 100,
    principalBears: 'penalty',
    compound: 'penalty',
    dayBasis: 360,
  }),
];

/** 财金〔2012〕20号 standard rates; five classes by days overdue (2023 办法). */
export const provisioningSeeds = [
  seedRow('provisioning', 'standard', {
    rates: { pass: '1.5', special_mention: '3', substandard: '30', doubtful: '60', loss: '100' },
    thresholds: { technicalDays: 7, substandardOver: 90, doubtfulOver: 270, lossOver: 360 },
    nonAccrualOverDays: 90,
    observation: { curePeriods: 2, cureMonths: 6, restructuredMonths: 12, crossDefaultOverPercent: 10 },
    expectedLoss: {
      yearlyPdPercent: { stage1: '2', stage2: '15', stage3: '100' },
      lgdPercent: '55',
      stage2OverDays: 30,
      stage3OverDays: 90,
      discountPercent: '4.35',
      scenarios: [
        { code: 'base', weightPercent: '60', pdPercent: '100' },
        { code: 'up', weightPercent: '20', pdPercent: '80' },
        { code: 'down', weightPercent: '20', pdPercent: '120' },
      ],
    },
  }),
];
