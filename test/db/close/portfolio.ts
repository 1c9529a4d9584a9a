import { closeDay } from '../../../activities/close/close-day';
import { encodeAccountTerms } from '../../../contracts/account-terms';
import { openDatabase } from '../../../db/client';
import { loadAccount } from '../../../db/repositories/account';
import { bookTo, type NewEvent } from '../../../db/repositories/book';
import { createLoan } from '../../../db/repositories/loans';
import { seedPolicies } from '../../../db/seed/policies';
import { summaryOf } from '../../../domain/account/summary';
import type { AccountTerms } from '../../../domain/account/terms';
import { fromDay } from '../../../domain/calendar/civil-day';
import { fromBps, fromPercent } from '../../../domain/money/decimal';
import { freshDatabase } from '../../support/postgres';

type Opened = ReturnType<typeof openDatabase>;

/** A year's instalment loan of 12,000.00 at 12 %, paid out on a date; overdue from the day after each due date. */
export function instalmentLoan(disbursedOn: number, periods = 12): AccountTerms {
  return {
    schedule: {
      convention: 'china',
      currency: 'CNY',
      principalMinor: 1_200_000n,
      disbursedOn,
      annualRate: fromPercent('12'),
      method: { kind: 'equal-instalment' },
      periods,
      period: { unit: 'month', every: 1 },
      dayCount: 'actual/360',
      interest: 'per-period',
      rounding: { mode: 'half-up', decimals: 2 },
    },
    recalculation: 'none',
    overdue: {
      penaltyUplift: fromPercent('50'),
      compound: 'penalty',
      graceDays: 0,
      afterGrace: 'from-due-date',
      principalBears: 'penalty',
      dayBasis: 360,
      nonAccrualAfterDays: 90,
    },
    allocation: [
      {
        fromDaysOverdue: 0,
        order: ['fee', 'penalty', 'compound', 'interest', 'principal'],
        scan: 'instalment-first',
      },
    ],
    excess: 'suspense',
    suspenseAtDue: 'apply',
    prepayment: { fees: [], runningInterest: 'next-due' },
    repricing: { kind: 'fixed' },
    vat: { interest: fromBps(600), fee: fromBps(600) },
    ledger: {},
  };
}

/** A database of its own with the seeded policies, loans booked through the one writer, and dates closed on them. */
export class Portfolio {
  private constructor(
    private readonly database: Awaited<ReturnType<typeof freshDatabase>>,
    private readonly opened: Opened,
  ) {}

  static async open(): Promise<Portfolio> {
    const database = await freshDatabase();
    const opened = openDatabase({ connectionString: database.appUrl });
    await seedPolicies(opened.db);
    return new Portfolio(database, opened);
  }

  get db(): Opened['db'] {
    return this.opened.db;
  }

  get pool(): Opened['pool'] {
    return this.opened.pool;
  }

  get appUrl(): string {
    return this.database.appUrl;
  }

  get ownerUrl(): string {
    return this.database.ownerUrl;
  }

  async end(): Promise<void> {
    await this.opened.close();
    await this.database.drop();
  }

  async disburse(name: string, terms: AccountTerms, customerId = `cus_${name}`, productCode = 'EVEN') {
    const { id } = await this.db.transaction((tx) =>
      createLoan(tx, {
        id: `loan_${name.padStart(26, '0')}`,
        applicationId: `app_${name}`,
        customerId,
        productCode,
        productVersion: 1,
        terms: encodeAccountTerms(terms),
        clockId: null,
      }),
    );
    const amountMinor = terms.schedule.principalMinor.toString();
    await this.book(id, terms.schedule.disbursedOn, {
      type: 'disbursed',
      payoutId: `out_${name}`,
      amountMinor,
      withheldMinor: '0',
    });
    return id;
  }

  async book(loanId: string, day: number, body: NewEvent['body'], effective = day) {
    const on = fromDay(day);
    const idempotencyKey = `${loanId}/${on}/${body.type}`;
    const newEvents = [{ body, effectiveOn: fromDay(effective), idempotencyKey, actor: 'system' }];
    const outcome = await this.db.transaction((tx) => bookTo(tx, { loanId, on, clockId: null, newEvents }));
    if (!outcome.ok) throw new Error(outcome.code);
    return outcome;
  }

  pay(loanId: string, day: number, amountMinor: bigint, effective = day) {
    const body = {
      type: 'repaid',
      paymentId: `pay_${loanId}_${day}`,
      amountMinor: amountMinor.toString(),
    } as const;
    return this.book(loanId, day, body, effective);
  }

  close(day: number, settings: { parallel?: number; partLoans?: number } = {}) {
    const on = fromDay(day);
    const scope = { on, clockId: null };
    return closeDay(this.db, scope, new Date(`${on}T16:10:00Z`), {
      parallel: 2,
      alive: () => undefined,
      ...settings,
    });
  }

  /** A company with nothing about it but that it is one. */
  async company(id: string): Promise<void> {
    await this.pool.query(
      `insert into customers (id, kind, sealed, id_index, masked_name, masked_id, created_at)
       values ($1, 'company', '\\x00', $1, '*', '*', now())`,
      [id],
    );
  }

  /** Closes each date from one to another and asserts that its proof found nothing. */
  async closeThrough(first: number, last: number): Promise<void> {
    for (let day = first; day <= last; day++) {
      const { on, findings } = await this.close(day);
      expect({ on, findings }).toEqual({ on, findings: [] });
    }
  }

  /** A loan's figures as a close noted them. */
  async noted(loanId: string, day: number) {
    const { rows } = await this.pool.query(
      `select d.*, d.exposure_minor - d.principal_minor as beside from loan_days d where loan_id = $1 and closed_on = $2`,
      [loanId, fromDay(day)],
    );
    return rows[0];
  }

  /** The same figures, folded from nothing but the loan's events. */
  async folded(loanId: string, day: number) {
    const { account } = (await loadAccount(this.db, loanId, { asOf: fromDay(day) }))!;
    const { balances } = account;
    const summary = summaryOf(account);
    return {
      status: summary.status,
      principal_minor: balances.principalMinor,
      beside:
        balances.interestDueMinor +
        balances.interestAccruedMinor +
        balances.penaltyMinor +
        balances.compoundMinor +
        balances.feeMinor,
      overdue_minor: summary.daysOverdue > 0 ? BigInt(summary.dueMinor) : 0n,
      days_overdue: summary.daysOverdue,
      bucket: summary.bucket,
    };
  }
}
