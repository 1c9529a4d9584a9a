import type { Request } from '../borrower';
import { declared } from './people';

const ID_CARD = ['id_card_front', 'id_card_back'];

/** The small instant loan: ten thousand yuan. */
export const instant: Request = {
  productCode: 'instant_small',
  amountMinor: '1000000',
  termMonths: 3,
  purpose: 'daily',
  declared,
  documents: ID_CARD,
};

/** A consumer loan of thirty thousand yuan. */
export const consumer: Request = {
  ...instant,
  productCode: 'consumer_instalment',
  amountMinor: '3000000',
  termMonths: 6,
};

export const car: Request = {
  ...instant,
  productCode: 'car_loan',
  amountMinor: '8000000',
  termMonths: 12,
  purpose: 'car_new',
  method: 'equal-principal',
  documents: [...ID_CARD, 'income_proof', 'driving_licence', 'vehicle_contract'],
};

export const business: Request = {
  ...instant,
  productCode: 'personal_business',
  amountMinor: '10000000',
  termMonths: 6,
  purpose: 'stock',
  method: 'interest-only',
  documents: [...ID_CARD, 'business_licence', 'bank_statement'],
};

export const bullet: Request = {
  ...instant,
  productCode: 'short_bullet',
  amountMinor: '2000000',
  termMonths: 6,
  purpose: 'travel',
  method: 'bullet',
};

/** A limit of forty thousand yuan of which ten thousand are drawn first. */
export const revolving: Request = {
  ...consumer,
  productCode: 'consumer_revolving',
  amountMinor: '4000000',
  firstDrawMinor: '1000000',
};

const year = {
  endsOn: '2025-12-31',
  assetsMinor: '6000000000',
  liabilitiesMinor: '2700000000',
  equityMinor: '3300000000',
  currentAssetsMinor: '3600000000',
  currentLiabilitiesMinor: '2000000000',
  inventoryMinor: '800000000',
  receivablesMinor: '600000000',
  debtMinor: '1500000000',
  revenueMinor: '5000000000',
  costMinor: '4000000000',
  ebitMinor: '600000000',
  interestMinor: '100000000',
  netIncomeMinor: '420000000',
  operatingCashFlowMinor: '350000000',
};

/** A company asks for eight million yuan; its computed need leaves 4,800,000 for a new loan (流动资金贷款需求量). */
export const workingCapital: Request = {
  productCode: 'working_capital',
  amountMinor: '800000000',
  termMonths: 12,
  purpose: 'operations',
  method: 'interest-only',
  documents: ['business_licence', 'articles', 'financial_statements', 'board_resolution', 'audit_report'],
  declared: {
    kind: 'company',
    foundedOn: '2014-05-20',
    industryCode: 'C34',
    employees: 120,
    auditOpinion: 'clean',
    year,
    priorYear: { ...year, endsOn: '2024-12-31', revenueMinor: '4400000000', netIncomeMinor: '360000000' },
    lossYears: 0,
    collateral: 'guarantee',
    bankRelationshipYears: 4,
    ownerRecord: 'clean',
    workingCapital: {
      lastYearSalesMinor: '5000000000',
      profitMarginBps: 1000,
      expectedGrowthBps: 1200,
      inventoryDays: 60,
      receivableDays: 45,
      payableDays: 30,
      prepaidDays: 5,
      advanceReceiptDays: 10,
      ownFundsMinor: '300000000',
      existingLoansMinor: '200000000',
      otherFundsMinor: '0',
    },
  },
};
