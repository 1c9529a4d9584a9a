import { type IdScenario, idScenario } from '../magic';
import { Chance } from '../people/chance';

/** One account in a person's file, with ages in months so that the file moves with the clock. */
export type FileAccount = {
  readonly type: 'D1' | 'R1' | 'R2';
  readonly lender: string;
  readonly openedMonthsAgo: number;
  readonly grantedYuan: number;
  readonly balanceYuan: number;
  readonly monthlyYuan: number;
  readonly overdueYuan: number;
  readonly status: '1' | '2' | '3' | '4';
  readonly history24: string;
};

/** What the bureau holds on a person; null score and no accounts make a thin file. */
export type CreditFile = {
  readonly score: number | null;
  readonly factors: readonly string[];
  readonly accounts: readonly FileAccount[];
  readonly queryDaysAgo: readonly number[];
  readonly guaranteeYuan: number;
};

const LENDERS = ['ICBC', 'CCB', 'CMB', 'ABC', 'BOC', 'PAB', 'CIB', 'SPDB'] as const;
const CLEAN = 'N'.repeat(24);
const OVERDUE_THEN_CLEAR = 'NNNN123NNNN12NNNNN1NNNNN';
const OVERDUE_NOW = `${'N'.repeat(22)}12`;
const WRITTEN_OFF = `NNNN1234567${'B'.repeat(13)}`;

function loan(chance: Chance, over: Partial<FileAccount> = {}): FileAccount {
  const granted = chance.between(3, 20) * 10_000;
  const balance = Math.floor((granted * chance.between(20, 80)) / 100);
  return {
    type: 'D1',
    lender: chance.pick(LENDERS),
    openedMonthsAgo: chance.between(24, 60),
    grantedYuan: granted,
    balanceYuan: balance,
    monthlyYuan: Math.floor(balance / chance.between(18, 36)),
    overdueYuan: 0,
    status: '1',
    history24: CLEAN,
    ...over,
  };
}

function card(chance: Chance, usedPercent: number): FileAccount {
  const limit = chance.between(1, 8) * 10_000;
  const used = Math.floor((limit * usedPercent) / 100);
  return {
    type: 'R2',
    lender: chance.pick(LENDERS),
    openedMonthsAgo: chance.between(30, 140),
    grantedYuan: limit,
    balanceYuan: used,
    monthlyYuan: Math.ceil(used / 10),
    overdueYuan: 0,
    status: '1',
    history24: CLEAN,
  };
}

const days = (chance: Chance, howMany: number, within: number) =>
  Array.from({ length: howMany }, () => chance.between(1, within)).sort((a, b) => a - b);

function ordinary(chance: Chance, score: number): CreditFile {
  return {
    score,
    factors: ['06', '10'],
    accounts: [loan(chance), card(chance, chance.between(5, 45)), card(chance, chance.between(0, 30))],
    queryDaysAgo: days(chance, chance.between(0, 3), 170),
    guaranteeYuan: 0,
  };
}

type Change = (file: CreditFile, chance: Chance) => CreditFile;

const changes: Partial<Record<IdScenario, Change>> = {
  prime: (file) => ({ ...file, score: 800, factors: [] }),
  near_prime: (file) => ({ ...file, score: 600 }),
  subprime: (file, chance) => ({
    ...file,
    score: 450,
    factors: ['01', '03', '06'],
    accounts: [...file.accounts, card(chance, 96), loan(chance, { history24: 'NNNNNNNNNN1NNNNNNNN1NNNN' })],
    queryDaysAgo: days(chance, 9, 170),
  }),
  thin_file: () => ({ score: null, factors: ['91'], accounts: [], queryDaysAgo: [], guaranteeYuan: 0 }),
  overdue_history: (file, chance) => ({
    ...file,
    score: 520,
    factors: ['01'],
    accounts: [...file.accounts, loan(chance, { history24: OVERDUE_THEN_CLEAR })],
  }),
  overdue_now: (file, chance) => ({
    ...file,
    score: 480,
    factors: ['01'],
    accounts: [...file.accounts, loan(chance, { history24: OVERDUE_NOW, overdueYuan: 6200, status: '2' })],
  }),
  heavy_debt: (file, chance) => ({
    ...file,
    score: 610,
    factors: ['03', '06'],
    accounts: [
      ...file.accounts.map((account) => ({ ...account, monthlyYuan: 0 })),
      loan(chance, { grantedYuan: 900_000, balanceYuan: 780_000, monthlyYuan: 28_000 }),
    ],
  }),
  query_storm: (file, chance) => ({
    ...file,
    score: 590,
    factors: ['10'],
    queryDaysAgo: days(chance, 17, 85),
  }),
  bad_debt: (file, chance) => ({
    ...file,
    score: 380,
    factors: ['01'],
    accounts: [...file.accounts, loan(chance, { history24: WRITTEN_OFF, overdueYuan: 23_000, status: '4' })],
  }),
};

/** The credit file of an ID number: always the same one; without a mark, a clean file with a score of 660 to 780. */
export function creditFile(idNo: string): CreditFile {
  const chance = new Chance(`bureau/${idNo}`);
  const file = ordinary(chance, chance.between(660, 780));
  const scenario = idScenario(idNo);
  const change = scenario && changes[scenario];
  return change ? change(file, chance) : file;
}
