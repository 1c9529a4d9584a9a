import type { AccountTerms } from '../../../domain/account/terms';
import { terms } from '../../unit/account/sample';
import { bookOn, clockedLoan } from './loan-desk';
import type { MoneyDesk } from './money-desk';

interface Staged {
  /** Tells the loans of one file apart. */
  serial: number;
  product?: string;
  agreed?: AccountTerms;
}

/** 100,000.00 approved, 40,000.00 of it paid out on 10 January 2026; today is the 20th. The product is drawn in stages. */
export async function bookStagedLoan(
  money: MoneyDesk,
  { serial, product = 'personal_business', agreed = terms() }: Staged,
) {
  const sql = async (text: string, ...values: unknown[]) => (await money.api.pool.query(text, values)).rows;
  const now = new Date('2026-01-20T02:00:00Z');
  const loan = await clockedLoan(money.api, money.tokens.mine, { terms: agreed, serial, now });
  const { loanId, applicationId } = loan;
  await sql('update applications set product_code = $1 where id = $2', product, applicationId);
  await sql('update loans set product_code = $1 where id = $2', product, loanId);
  const [{ customer_id: customerId }] = await sql('select customer_id from loans where id = $1', loanId);
  await sql("insert into exposures values ($1, $2, 10000000, 'drawn', now())", applicationId, customerId);
  const first = { payoutId: `out_first_${serial}`, amountMinor: '4000000', withheldMinor: '0' };
  await sql(
    `insert into payouts (id, key, application_id, loan_id, attempt, amount_minor, currency, masked_account, status, intended_at)
     values ($1, $2, $3, $4, 1, 4000000, 'CNY', '6222 **** 0000', 'confirmed', $5)`,
    first.payoutId,
    `payout/${applicationId}/1`,
    applicationId,
    loanId,
    new Date('2026-01-10T02:00:00Z'),
  );
  await bookOn(money.api, loan, '2026-01-10', { type: 'disbursed', ...first });
  await bookOn(money.api, loan, '2026-01-20');
  return { ...loan, customerId };
}
