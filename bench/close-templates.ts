import { encodeAccountTerms } from '../contracts/account-terms';
import type { Db } from '../db/client';
import { bookTo, type NewEvent } from '../db/repositories/book';
import { createLoan } from '../db/repositories/loans';
import { type Day, fromDay } from '../domain/calendar/civil-day';
import { booksTerms } from './support/books-terms';

/** One per day of a month, so that a thirtieth of the portfolio falls due on each date. */
const TEMPLATES = 30;
/** Of those, how many never paid their last instalments. */
const LATE = 3;
const PRINCIPAL = 3_600_000n;
/** What each measured portfolio is made of. */
export const MIX = `1 of ${TEMPLATES} falls due on each day, ${LATE} of ${TEMPLATES} are in arrears, the others pay ahead of their due dates`;

type Body = NewEvent['body'];

async function book(db: Db, loanId: string, day: Day, body: Body | null): Promise<void> {
  const date = fromDay(day);
  const newEvents = body
    ? [{ body, effectiveOn: date, idempotencyKey: `${loanId}/${date}/${body.type}`, actor: 'bench' }]
    : [];
  const outcome = await db.transaction((tx) => bookTo(tx, { loanId, on: date, clockId: null, newEvents }));
  if (!outcome.ok) throw new Error(outcome.code);
}

/** Real loans, booked through the one writer, that stand on `on` or just before; the portfolio is copies of them. */
export async function bookTemplates(db: Db, on: Day): Promise<number> {
  for (let index = 0; index < TEMPLATES; index++) {
    const late = index % (TEMPLATES / LATE) === 0;
    const disbursedOn = on - (late ? 75 : 31) - index;
    const { id: loanId } = await db.transaction((tx) =>
      createLoan(tx, {
        applicationId: `app_${index}`,
        customerId: `cus_${index}`,
        productCode: `PRODUCT${index % 3}`,
        productVersion: 1,
        terms: encodeAccountTerms(booksTerms(disbursedOn, PRINCIPAL, 24)),
        clockId: null,
      }),
    );
    const amountMinor = PRINCIPAL.toString();
    await book(db, loanId, disbursedOn, {
      type: 'disbursed',
      payoutId: `out_${index}`,
      amountMinor,
      withheldMinor: '0',
    });
    const paidOn = late ? [] : [disbursedOn + 28, on - 1];
    for (const day of paidOn)
      await book(db, loanId, day, {
        type: 'repaid',
        paymentId: `pay_${index}_${day}`,
        amountMinor: '170000',
      });
    if (late) await book(db, loanId, on, null);
  }
  return TEMPLATES;
}
