import type { ParsedQuoteRequest, QuoteRefusal, QuoteResult } from '../../contracts/quote';
import { fromDay, toDay } from '../calendar/civil-day';
import { passesCap } from '../cost/cap';
import { costOf } from '../cost/cost-of';
import { percentText } from '../cost/irr';
import { fromPercent } from '../money/decimal';
import { parseMinor } from '../money/parse-minor';
import { buildSchedule } from '../schedule/build-schedule';
import type { Schedule } from '../schedule/schedule';
import type { RateChange, ScheduleTerms } from '../schedule/terms';
import type { QuoteEvent, QuoteInput, QuoteRow } from './quote';
import { quoteRows } from './quote-rows';
import { refusalOf } from './refusal';
import { plannedTerms } from './replay';
import { termsFrom } from './terms-from';

function eventFrom(event: ParsedQuoteRequest['events'][number]): QuoteEvent {
  const on = toDay(event.on);
  if (event.kind === 'rate') return { kind: 'rate', on, annualRate: fromPercent(event.annualRatePercent) };
  const amountMinor = parseMinor(event.amountMinor);
  return event.kind === 'charge'
    ? { kind: 'charge', on, amountMinor, as: event.as }
    : { kind: event.kind, on, amountMinor };
}

function inputFrom(request: ParsedQuoteRequest, terms: ScheduleTerms): QuoteInput {
  return {
    terms,
    events: request.events.map(eventFrom),
    asOf: request.asOf === null ? null : toDay(request.asOf),
    recalculation: request.recalculation,
    allocation: request.allocation,
    downPaymentTaken: request.downPaymentTaken,
  };
}

/** The plan that the events leave if every row is paid on its day, for the annualised cost. */
function plannedSchedule(input: QuoteInput): Schedule {
  const rateChanges = input.events.flatMap((event): RateChange[] =>
    event.kind === 'rate' ? [{ from: event.on, annualRate: event.annualRate }] : [],
  );
  return buildSchedule({ ...plannedTerms(input), rateChanges });
}

function sum(
  rows: readonly QuoteRow[],
  field:
    | 'principalMinor'
    | 'interestMinor'
    | 'feeMinor'
    | 'penaltyMinor'
    | 'totalMinor'
    | 'paidMinor'
    | 'paidInAdvanceMinor'
    | 'paidLateMinor'
    | 'outstandingMinor',
): string {
  return rows.reduce((total, row) => total + row[field], 0n).toString();
}

function totals(rows: readonly QuoteRow[]): QuoteResult['totals'] {
  return {
    principalMinor: sum(rows, 'principalMinor'),
    interestMinor: sum(rows, 'interestMinor'),
    feeMinor: sum(rows, 'feeMinor'),
    penaltyMinor: sum(rows, 'penaltyMinor'),
    totalMinor: sum(rows, 'totalMinor'),
    paidMinor: sum(rows, 'paidMinor'),
    paidInAdvanceMinor: sum(rows, 'paidInAdvanceMinor'),
    paidLateMinor: sum(rows, 'paidLateMinor'),
    outstandingMinor: sum(rows, 'outstandingMinor'),
  };
}

function rowJson(row: QuoteRow): QuoteResult['rows'][number] {
  return {
    no: row.no,
    from: fromDay(row.from),
    dueOn: fromDay(row.dueOn),
    days: row.days,
    principalMinor: row.principalMinor.toString(),
    interestMinor: row.interestMinor.toString(),
    feeMinor: row.feeMinor.toString(),
    penaltyMinor: row.penaltyMinor.toString(),
    totalMinor: row.totalMinor.toString(),
    balanceMinor: row.balanceMinor.toString(),
    paidMinor: row.paidMinor.toString(),
    paidInAdvanceMinor: row.paidInAdvanceMinor.toString(),
    paidLateMinor: row.paidLateMinor.toString(),
    outstandingMinor: row.outstandingMinor.toString(),
    paidOn: row.paidOn === null ? null : fromDay(row.paidOn),
  };
}

/** What an answer names beside its figures: the charges, and the ceiling that the cost is held against. */
export interface QuoteLabels {
  readonly fees: readonly Pick<ParsedQuoteRequest['fees'][number], 'code' | 'name' | 'collector'>[];
  readonly cap?: ParsedQuoteRequest['cap'];
}

function costJson(labels: QuoteLabels, terms: ScheduleTerms, schedule: Schedule): QuoteResult['cost'] {
  const cost = costOf(terms, schedule);
  if (cost === null) return null;
  const { cap } = labels;
  const named = new Map(labels.fees.map((fee) => [fee.code, fee]));
  return {
    periodIrrPercent: cost.periodRate === null ? null : percentText(cost.periodRate),
    simpleAnnualPercent: percentText(cost.simple),
    compoundAnnualPercent: percentText(cost.compound),
    xirrPercent: cost.xirr === null ? null : percentText(cost.xirr),
    totalCostMinor: cost.totalCostMinor.toString(),
    items: cost.items.map(({ code, way, amountMinor }) => ({
      code,
      name: named.get(code)?.name ?? null,
      collector: named.get(code)?.collector ?? null,
      way,
      amountMinor: amountMinor.toString(),
    })),
    cap:
      cap === undefined
        ? null
        : {
            ...cap,
            passes: passesCap(cost, { annualRate: Number(cap.annualPercent) / 100, basis: cap.basis }),
          },
  };
}

/** Answers a quote: schedule row by row, totals and annualised cost. A refusal says which field does not fit and why. */
export function quoteOf(request: ParsedQuoteRequest): QuoteResult | QuoteRefusal {
  const terms = termsFrom(request);
  const input = inputFrom(request, terms);
  const refusal = refusalOf(request, input);
  return refusal ?? answerTo(input, request);
}

/** Schedule, totals and annualised cost of terms that were found to hold together. */
export function answerTo(input: QuoteInput, labels: QuoteLabels): QuoteResult {
  const { terms } = input;
  const planned = plannedSchedule(input);
  const { rows, replay } = quoteRows(input);
  return {
    ok: true,
    currency: terms.currency,
    instalmentMinor: planned.instalmentMinor?.toString() ?? null,
    rows: rows.map(rowJson),
    disbursements: planned.disbursements.map((payout) => ({
      on: fromDay(payout.on),
      amountMinor: payout.amountMinor.toString(),
      withheldMinor: payout.withheldMinor.toString(),
      paidMinor: payout.paidMinor.toString(),
    })),
    totals: totals(rows),
    overpaidMinor: replay.overpaidMinor.toString(),
    unpublishedDueDates: planned.unpublishedDueDates.map(fromDay),
    cost: costJson(labels, terms, planned),
  };
}
