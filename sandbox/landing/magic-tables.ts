import { cardMagic } from '../card-magic';
import { idMagic, payoutAmountMagic, phoneMagic, usccMagic } from '../magic';
import type { MagicEntry } from '../magic-entry';

/** Where a magic mark stands, and all marks that may stand there; the landing page and docs/sandbox.md are made from this. */
export type MagicTable = {
  readonly zh: string;
  readonly en: string;
  readonly carriedBy: 'person' | 'company' | 'amount';
  readonly rows: readonly (MagicEntry & { readonly scenario: string })[];
};

const rowsOf = (entries: Readonly<Record<string, MagicEntry>>) =>
  Object.entries(entries).map(([scenario, entry]) => ({ scenario, ...entry }));

/** All magic values, table by table. */
export const magicTables: readonly MagicTable[] = [
  {
    zh: '身份证号第 15–17 位(女;男加 1)',
    en: 'ID number, digits 15–17 (a woman; one more for a man)',
    carriedBy: 'person',
    rows: rowsOf(idMagic),
  },
  {
    zh: '手机号后四位',
    en: 'Phone number, last four digits',
    carriedBy: 'person',
    rows: rowsOf(phoneMagic),
  },
  {
    zh: '银行卡校验位前四位',
    en: 'Bank card, the four digits before the check digit',
    carriedBy: 'person',
    rows: rowsOf(cardMagic),
  },
  {
    zh: '统一社会信用代码第 15–16 位',
    en: 'Company code, characters 15–16',
    carriedBy: 'company',
    rows: rowsOf(usccMagic),
  },
  {
    zh: '放款金额(分)后四位',
    en: 'Payout amount in fen, last four digits',
    carriedBy: 'amount',
    rows: rowsOf(payoutAmountMagic),
  },
];
