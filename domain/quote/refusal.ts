import type { ParsedQuoteRequest, QuoteRefusal } from '../../contracts/quote';
import { minorDigits } from '../money/currency';
import { downPaymentOf, planPeriods } from '../schedule/build-schedule';
import { againstOwnTerms } from '../schedule/full-term';
import type { ScheduleTerms } from '../schedule/terms';
import type { QuoteInput } from './quote';
import { plannedTerms } from './replay';

/** What terms alone tell. */
type TermCheck = (terms: ScheduleTerms) => QuoteRefusal | null;

type Check = (request: ParsedQuoteRequest, input: QuoteInput) => QuoteRefusal | null;

function refuse(code: string, pointer: string, message: string): QuoteRefusal {
  return { ok: false, code, pointer, message };
}

const roundingFits: TermCheck = (terms) =>
  terms.rounding.decimals > minorDigits[terms.currency]
    ? refuse('ROUNDING_TOO_FINE', '/rounding/decimals', 'the currency has no such fraction')
    : null;

const firstDueFollows: TermCheck = (terms) =>
  terms.firstDueOn !== undefined && terms.firstDueOn <= terms.disbursedOn
    ? refuse('FIRST_DUE_TOO_EARLY', '/firstDueOn', 'the first due date must follow the disbursement')
    : null;

const wholePeriodSuitsMethod: TermCheck = (terms) =>
  terms.dueDay?.mode === 'fixed-day' &&
  terms.dueDay.first === 'after-whole-period' &&
  (terms.method.kind === 'equal-instalment' || terms.method.kind === 'equal-principal')
    ? refuse(
        'FIRST_DUE_RULE_NOT_ALLOWED',
        '/dueDay/first',
        'equal methods may not wait for a whole period first',
      )
    : null;

const methodFits: TermCheck = (terms) => {
  const { method } = terms;
  if (method.kind === 'balloon' && method.balloonMinor > terms.principalMinor) {
    return refuse('BALLOON_TOO_LARGE', '/method/balloonMinor', 'the balloon exceeds the principal');
  }
  if (method.kind === 'interest-only-first' && method.periods >= terms.periods) {
    return refuse('NO_ROWS_FOR_PRINCIPAL', '/method/periods', 'no row is left to repay principal');
  }
  if ((terms.grace?.principalPeriods ?? 0) >= terms.periods) {
    return refuse('NO_ROWS_FOR_PRINCIPAL', '/grace/principalPeriods', 'no row is left to repay principal');
  }
  return method.kind === 'custom' ? customFits(terms, method.rows) : null;
};

function customFits(
  terms: ScheduleTerms,
  rows: readonly { readonly dueOn: number; readonly principalMinor: bigint }[],
): QuoteRefusal | null {
  const unordered = rows.findIndex(
    (row, index) => row.dueOn <= (rows[index - 1]?.dueOn ?? terms.disbursedOn),
  );
  if (unordered >= 0) {
    return refuse(
      'DUE_DATES_NOT_ASCENDING',
      `/method/rows/${unordered}/dueOn`,
      'due dates must follow each other',
    );
  }
  const principal = rows.reduce((sum, row) => sum + row.principalMinor, 0n);
  return principal === terms.principalMinor - downPaymentOf(terms, terms.principalMinor)
    ? null
    : refuse(
        'CUSTOM_PRINCIPAL_MISMATCH',
        '/method/rows',
        'principal parts must sum to the principal less what falls due with the payout',
      );
}

/** At the start of the first period nothing has been earned: only methods whose first row can be principal alone fit. */
const startFits: TermCheck = (terms) => {
  if (terms.dueAt !== 'period-start') return null;
  const no = (pointer: string, message: string) => refuse('PERIOD_START_NOT_ALLOWED', pointer, message);
  if (terms.method.kind !== 'equal-instalment' && terms.method.kind !== 'equal-principal')
    return no('/method', 'rows of this method cannot fall due at the start of their period');
  if (terms.periods < 2) return no('/periods', 'a single row would fall due with the payout');
  if (terms.grace !== undefined) return no('/grace', 'what falls due at once leaves no room for a grace');
  return terms.trancheTerm === 'full'
    ? no('/trancheTerm', 'payouts with terms of their own fall due at the end of periods')
    : null;
};

const eventsFollow: Check = (_, { terms, events }) => {
  const early = events.findIndex((event) => event.kind !== 'rate' && event.on < terms.disbursedOn);
  return early < 0
    ? null
    : refuse(
        'EVENT_BEFORE_DISBURSEMENT',
        `/events/${early}/on`,
        'nothing can happen before the disbursement',
      );
};

const payoutsBeforeMaturity: Check = (_, input) => {
  const maturity = planPeriods(plannedTerms(input)).at(-1)?.dueOn ?? input.terms.disbursedOn;
  const late = input.events.findIndex((event) => event.kind === 'payout' && event.on >= maturity);
  return late < 0
    ? null
    : refuse('PAYOUT_AFTER_MATURITY', `/events/${late}/on`, 'no row is left to repay it');
};

const revolvingIsPlanned: Check = (_, input) => {
  if (input.terms.method.kind !== 'revolving') return null;
  const index = input.events.findIndex((event) => event.kind === 'payment');
  if (index >= 0)
    return refuse('REPAYMENTS_BELONG_TO_METHOD', `/events/${index}`, 'state repayments in the method');
  return input.recalculation.kind === 'none'
    ? null
    : refuse(
        'REPAYMENTS_BELONG_TO_METHOD',
        '/recalculation',
        'a revolving plan always follows its repayments',
      );
};

const calendarReaches: Check = (request, input) => {
  if (request.holiday === undefined || request.holiday.rule === 'none') return null;
  if (request.holiday.beyondPublished === 'flag') return null;
  return planPeriods(plannedTerms(input)).every((period) => period.published)
    ? null
    : refuse(
        'CALENDAR_NOT_PUBLISHED',
        '/holiday/calendar/publishedThrough',
        'a due date lies beyond the published calendar',
      );
};

const fullTermWords = {
  method: 'payouts of this method cannot each have a term of their own',
  convention: 'the constant-rate convention knows one term only',
  grace: 'terms of their own leave no room for a grace',
} as const;

const fullTermFits: Check = (_, { terms, recalculation }) => {
  if (terms.trancheTerm !== 'full') return null;
  const no = (pointer: string, message: string) => refuse('FULL_TERM_NOT_ALLOWED', pointer, message);
  const against = againstOwnTerms(terms);
  if (against !== null) return no(`/${against}`, fullTermWords[against]);
  return recalculation.kind === 'none' || terms.method.kind === 'equal-instalment'
    ? null
    : no('/recalculation', 'only equal instalments follow what is paid under terms of their own');
};

/** Each payment lays the whole plan again; beyond this a single question would hold the service for seconds. */
const mostLaidRows = 150_000;

const sizeIsBounded: Check = (request, { terms, events }) =>
  request.recalculation.kind !== 'none' && terms.periods * events.length > mostLaidRows
    ? refuse('QUESTION_TOO_LARGE', '/events', 'periods times events exceed what one question may ask')
    : null;

const termChecks = [roundingFits, firstDueFollows, wholePeriodSuitsMethod, methodFits, startFits] as const;

const checks: readonly Check[] = [
  sizeIsBounded,
  ...termChecks.map(
    (check): Check =>
      (_, { terms }) =>
        check(terms),
  ),
  fullTermFits,
  eventsFollow,
  payoutsBeforeMaturity,
  revolvingIsPlanned,
  calendarReaches,
];

/** The first thing in a request that cannot be answered, or null. */
export function refusalOf(request: ParsedQuoteRequest, input: QuoteInput): QuoteRefusal | null {
  for (const check of checks) {
    const refusal = check(request, input);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** The first thing in terms that no plan can follow, or null; a product's terms are judged by it too. */
export function refusalOfTerms(terms: ScheduleTerms): QuoteRefusal | null {
  for (const check of termChecks) {
    const refusal = check(terms);
    if (refusal !== null) return refusal;
  }
  return null;
}
