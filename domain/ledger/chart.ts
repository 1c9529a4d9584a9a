/** What an account is for; products map each role to an account code, so that a lender keeps its own numbering. */
export const ledgerRoles = [
  'bank',
  'clearing',
  'principal.normal',
  'principal.overdue',
  'principal.non_accrual',
  'interest.accrued',
  'interest.due',
  'penalty.due',
  'compound.due',
  'fee.due',
  'allowance',
  'vat',
  'suspense',
  'income.interest',
  'income.penalty',
  'income.compound',
  'income.fee',
  'income.waived',
  'income.transfer',
  'expense.impairment',
  'memo.interest',
  'memo.written_off_principal',
  'memo.written_off_interest',
  'memo.contra',
] as const;
export type LedgerRole = (typeof ledgerRoles)[number];

/** Nature of an account: memo accounts stand beside the balance sheet (表外) and never mix with the others in one entry. */
export type AccountKind = 'asset' | 'liability' | 'equity' | 'income' | 'expense' | 'memo';

export interface GlAccount {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: AccountKind;
}

/** The seeded chart: numbering follows 企业会计准则—应用指南 (main account in four digits, two for detail). */
export const chart: Readonly<Record<LedgerRole, GlAccount>> = {
  bank: { code: '100201', nameZh: '银行存款', nameEn: 'Bank deposits', kind: 'asset' },
  clearing: {
    code: '101201',
    nameZh: '放款与收款清算',
    nameEn: 'Clearing of payouts and receipts',
    kind: 'asset',
  },
  'principal.normal': {
    code: '130301',
    nameZh: '贷款本金—正常',
    nameEn: 'Loan principal, normal',
    kind: 'asset',
  },
  'principal.overdue': {
    code: '130302',
    nameZh: '贷款本金—逾期',
    nameEn: 'Loan principal, overdue',
    kind: 'asset',
  },
  'principal.non_accrual': {
    code: '130303',
    nameZh: '贷款本金—非应计',
    nameEn: 'Loan principal, non-accrual',
    kind: 'asset',
  },
  'interest.accrued': { code: '113201', nameZh: '应计利息', nameEn: 'Accrued interest', kind: 'asset' },
  'interest.due': { code: '113202', nameZh: '应收利息', nameEn: 'Interest due', kind: 'asset' },
  'penalty.due': { code: '113203', nameZh: '应收罚息', nameEn: 'Penalty interest due', kind: 'asset' },
  'compound.due': { code: '113204', nameZh: '应收复利', nameEn: 'Compound interest due', kind: 'asset' },
  'fee.due': { code: '112201', nameZh: '应收费用', nameEn: 'Fees due', kind: 'asset' },
  allowance: { code: '130401', nameZh: '贷款损失准备', nameEn: 'Allowance for loan losses', kind: 'asset' },
  vat: { code: '222101', nameZh: '应交增值税', nameEn: 'Value-added tax payable', kind: 'liability' },
  suspense: { code: '224101', nameZh: '溢缴款', nameEn: 'Suspense (overpaid amounts)', kind: 'liability' },
  'income.interest': { code: '601101', nameZh: '利息收入', nameEn: 'Interest income', kind: 'income' },
  'income.penalty': { code: '601102', nameZh: '罚息收入', nameEn: 'Penalty interest income', kind: 'income' },
  'income.compound': {
    code: '601103',
    nameZh: '复利收入',
    nameEn: 'Compound interest income',
    kind: 'income',
  },
  'income.waived': { code: '601190', nameZh: '息费减免', nameEn: 'Interest and fees waived', kind: 'income' },
  'income.fee': { code: '602101', nameZh: '手续费收入', nameEn: 'Fee income', kind: 'income' },
  'income.transfer': {
    code: '611101',
    nameZh: '债权转让损益',
    nameEn: 'Gain or loss on debt transferred',
    kind: 'income',
  },
  'expense.impairment': {
    code: '670101',
    nameZh: '信用减值损失',
    nameEn: 'Impairment loss',
    kind: 'expense',
  },
  'memo.interest': {
    code: '900101',
    nameZh: '表外应收未收利息',
    nameEn: 'Interest off balance sheet',
    kind: 'memo',
  },
  'memo.written_off_principal': {
    code: '900201',
    nameZh: '已核销贷款本金',
    nameEn: 'Principal written off, still claimed',
    kind: 'memo',
  },
  'memo.written_off_interest': {
    code: '900202',
    nameZh: '已核销贷款利息',
    nameEn: 'Interest written off, still claimed',
    kind: 'memo',
  },
  'memo.contra': { code: '909901', nameZh: '表外对应科目', nameEn: 'Memo contra account', kind: 'memo' },
};

/** Role → account code of one product; roles left out use the chart. */
export type LedgerMapping = Readonly<Partial<Record<LedgerRole, string>>>;

export function accountCode(mapping: LedgerMapping, role: LedgerRole): string {
  return mapping[role] ?? chart[role].code;
}
