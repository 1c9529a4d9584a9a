import { publishNext } from '../support/publish-policy';
import { terms } from '../unit/account/sample';
import { bookOn, clockedLoan } from './support/loan-desk';
import { type MoneyDesk, openMoneyDesk } from './support/money-desk';

/** Goal: limits of who confirms money operations are in yuan, and hold for loans in other currencies at their worth. */
let money: MoneyDesk;
let serial = 640;
beforeAll(async () => {
  money = await openMoneyDesk();
  // 7,199.92 yuan, before anybody of the role asks for anything.
  await limitOf('senior_officer', 719_992);
});
afterAll(() => money.close());

const ON = '2026-01-20';
const sql = (text: string, ...values: unknown[]) => money.api.pool.query(text, values);
const limitOf = (role: string, minor: number | null) =>
  sql(
    "update permissions set max_amount_minor = $2 where role = $1 and action = 'decide' and subject = 'Loan'",
    ...[role, minor],
  );
const ownLimit = (subject: string, minor: number | null) =>
  sql('update staff_users set authority_limit_minor = $2 where subject = $1', subject, minor);

/** So many minor units lent, and the order to call them due, at stake with all of them. */
async function ordered(amountMinor: bigint, currency: 'USD' | 'JPY' = 'USD') {
  serial += 1;
  const rounding = { mode: 'half-up', decimals: currency === 'JPY' ? 0 : 2 } as const;
  const agreed = terms({ schedule: { currency, principalMinor: amountMinor, rounding } });
  const now = new Date(`${ON}T02:00:00Z`);
  const loan = await clockedLoan(money.api, money.tokens.mine, { terms: agreed, serial, now });
  const out = { payoutId: `out_${serial}`, amountMinor: amountMinor.toString(), withheldMinor: '0' };
  await bookOn(money.api, loan, '2026-01-10', { type: 'disbursed', ...out });
  await bookOn(money.api, loan, ON);
  const { id, stakeMinor } = (await money.order(loan.loanId, { kind: 'acceleration' })).json();
  expect(stakeMinor).toBe(amountMinor.toString());
  return { ...loan, id };
}
const confirmed = async (id: string, who: 'senior' | 'risk') => {
  const answer = await money.decide(id, 'confirm', money.tokens[who]);
  return answer.json().code ?? answer.json().status;
};

describe('an operation on a loan in dollars', () => {
  const bySenior = async (amountMinor: bigint) => confirmed((await ordered(amountMinor)).id, 'senior');

  it('is confirmed within the limit of the role in yuan, and not above', async () => {
    // 999.99 dollars are 7,199.928 yuan, which is more.
    expect(await bySenior(99_999n)).toBe('AMOUNT_ABOVE_AUTHORITY');
    expect(await bySenior(99_998n)).toBe('confirmed');
  });

  it('is confirmed within the limit of the person in yuan, and not above', async () => {
    await ownLimit('senior1', 359_992);
    expect(await bySenior(49_999n)).toBe('AMOUNT_ABOVE_AUTHORITY');
    expect(await bySenior(49_998n)).toBe('confirmed');
    await ownLimit('senior1', null);
  });

  it.each([
    ['role', (minor: number | null) => limitOf('risk_manager', minor)],
    ['person', (minor: number | null) => ownLimit('risk1', minor)],
  ])('is looked at again when the loan carries it out: the limit of the %s', async (_, limit) => {
    const outcome = async (minor: number) => {
      const { id, applicationId } = await ordered(100_000n);
      expect(await confirmed(id, 'risk')).toBe('confirmed');
      await limit(minor);
      await money.desk.takeUp(applicationId);
      await limit(null);
      const { status, refusal } = (await money.get(`/money-operations/${id}`)).json();
      return [status, refusal];
    };
    expect(await outcome(719_999)).toEqual(['refused', 'AMOUNT_ABOVE_AUTHORITY']);
    expect(await outcome(720_000)).toEqual(['applied', null]);
  });
});

it('what has no rate is within no limit, and is for who has none', async () => {
  const rates = [{ currency: 'USD', cnyPerUnit: '7.2' }];
  const named = { on: ON, kind: 'exchange_rates', code: 'house' } as const;
  await publishNext(money.api.database.appUrl, named, async () => ({ rates }));
  // 1,000 yen, far below the limit in whatever currency.
  const { id, applicationId } = await ordered(1_000n, 'JPY');
  expect(await confirmed(id, 'senior')).toBe('AMOUNT_ABOVE_AUTHORITY');
  expect(await confirmed(id, 'risk')).toBe('confirmed');
  await ownLimit('risk1', Number.MAX_SAFE_INTEGER);
  await money.desk.takeUp(applicationId);
  expect((await money.get(`/money-operations/${id}`)).json().refusal).toBe('AMOUNT_ABOVE_AUTHORITY');
});
