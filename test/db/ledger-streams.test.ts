import fc from 'fast-check';
import { encodeAccountTerms } from '../../contracts/account-terms';
import { encodeLoanEvent } from '../../contracts/loan-events';
import { openDatabase } from '../../db/client';
import { loadAccount } from '../../db/repositories/account';
import { bookTo } from '../../db/repositories/book';
import { trialBalance } from '../../db/repositories/ledger-reports';
import { createLoan } from '../../db/repositories/loans';
import { summaryOf } from '../../domain/account/summary';
import { fromDay } from '../../domain/calendar/civil-day';
import { anyStream } from '../property/account/arbitrary';
import { freshDatabase, type TestDatabase } from '../support/postgres';

/** Goal: under any product and any stream of bookings, Postgres holds what the fold says, step by step; bookTo throws where it does not. */
describe('any stream of bookings in Postgres', () => {
  let database: TestDatabase;
  let open: ReturnType<typeof openDatabase>;

  beforeAll(async () => {
    database = await freshDatabase();
    open = openDatabase({ connectionString: database.appUrl });
  });
  afterAll(async () => {
    await open.close();
    await database.drop();
  });

  it('keeps ledger, fold and read model in agreement', async () => {
    const codes = new Map<string, number>();
    for (const [index, stream] of fc.sample(anyStream, { seed: 4_715_003, numRuns: 10 }).entries()) {
      const { id } = await open.db.transaction((tx) =>
        createLoan(tx, {
          applicationId: `app_${index}`,
          customerId: 'cus_1',
          productCode: 'ANY',
          productVersion: 1,
          terms: encodeAccountTerms(stream.terms),
          clockId: null,
        }),
      );
      let on = '';
      for (const event of stream.events) {
        on = fromDay(event.bookedOn);
        const body =
          event.body.type === 'reversed'
            ? { ...event.body, eventKey: `${index}/${event.body.eventKey}` }
            : event.body;
        const outcome = await open.db.transaction((tx) =>
          bookTo(tx, {
            loanId: id,
            on,
            clockId: null,
            newEvents: [
              {
                body: encodeLoanEvent(body),
                effectiveOn: fromDay(event.effectiveOn),
                idempotencyKey: `${index}/${event.key}`,
                actor: 'system',
              },
            ],
          }),
        );
        const code = outcome.ok ? 'booked' : outcome.code;
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
      const loaded = await loadAccount(open.db, id, { asOf: on });
      const bookedTo = loaded!.loan.bookedTo ?? on;
      const then = await loadAccount(open.db, id, { asOf: bookedTo });
      expect(loaded!.loan).toMatchObject({
        status: then!.account.status,
        outstandingPrincipalMinor: then!.account.balances.principalMinor,
        suspenseMinor: then!.account.balances.suspenseMinor,
        closedOn: summaryOf(then!.account).closedOn,
      });
    }
    expect(codes.get('booked')).toBeGreaterThan(60);
    const balance = await trialBalance(open.db, { on: '2099-12-31', clockId: null, currency: 'CNY' });
    expect(balance.debitMinor).toBe(balance.creditMinor);
    expect(balance.rows.length).toBeGreaterThan(10);
  }, 120_000);
});
