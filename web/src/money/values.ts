import { sharesOf, sharesText } from '../ui/shares';
import {
  type Bookable,
  FIELDS,
  isAsked,
  type Kind,
  type OperationField,
  RESTRUCTURED_METHODS,
} from './kinds';
import { type Lack, sharesLack } from './shares-lack';

/** What was put in, by field: amounts in minor units, days as dates, several choices with commas. */
export type Values = Readonly<Record<string, string>>;

const THEN = ['equal-instalment', 'equal-principal'] as const;
const CAPITALISED = ['fee', 'penalty', 'compound', 'interest'] as const;
const oneOf = <V extends string>(choices: readonly V[], value: string | undefined): V | undefined =>
  choices.find((choice) => choice === value);

/** Whether a field holds something the API takes; what may be left out may be empty. */
function filled({ input, optional }: OperationField, value: string | undefined): boolean {
  if (value === undefined || value === '') return optional === true;
  if (input.as === 'money') return /^[1-9]\d{0,14}$/.test(value) || (optional === true && value === '0');
  if (input.as === 'text') return input.shape.test(value);
  if (input.as === 'count') return /^[1-9]\d{0,2}$/.test(value) && Number(value) <= 600;
  if (input.as === 'percent') return /^\d{1,3}(\.\d{1,8})?$/.test(value);
  return true;
}

/** Whether all that is asked for holds something. */
const isComplete = (kind: Kind, values: Values): boolean =>
  FIELDS[kind].filter((field) => isAsked(field, values)).every((field) => filled(field, values[field.name]));

/** What a field shows before anything is put in: the first choice, where one must be made. */
export const firstValues = (kind: Kind): Values =>
  Object.fromEntries(
    FIELDS[kind].flatMap(({ name, input, optional }) =>
      input.as === 'choice' && !optional ? [[name, input.of[0] ?? '']] : [],
    ),
  );

/** The operation that was put in; null while something is missing. */
export function operationOf(kind: Kind, values: Values): Bookable | null {
  if (!isComplete(kind, values) || (kind === 'restructuring' && unfit(values) !== null)) return null;
  const text = (name: string) => values[name] ?? '';
  const minor = (name: string) => values[name] || '0';
  const count = Number(values.periods);
  switch (kind) {
    case 'fee':
      return { kind, code: text('code'), amountMinor: text('amountMinor') };
    case 'waiver': {
      const amounts = {
        fee: minor('fee'),
        penalty: minor('penalty'),
        compound: minor('compound'),
        interest: minor('interest'),
        principal: minor('principal'),
      };
      return Object.values(amounts).every((one) => one === '0') ? null : { kind, amounts };
    }
    case 'rate_change': {
      const reason = oneOf(['lpr', 'downgrade', 'agreement'], values.reason);
      return reason ? { kind, annualRatePercent: text('annualRatePercent'), reason } : null;
    }
    case 'interest_pause': {
      const also = oneOf(['interest-only', 'penalty-too'], values.also);
      return also ? { kind, until: text('until'), also } : null;
    }
    case 'deferral': {
      const interest = oneOf(['runs', 'waived'], values.interest);
      return interest ? { kind, periods: count, interest } : null;
    }
    case 'extension':
    case 'reamortisation':
      return { kind, periods: count };
    case 'restructuring':
      return restructuringOf(values, count);
    case 'acceleration':
    case 'charge_off':
    case 'limit_end':
      return { kind };
    case 'collateral_proceeds': {
      const money = { amountMinor: text('amountMinor'), costsMinor: minor('costsMinor') };
      return { kind, ...money, payerRef: text('payerRef') };
    }
    case 'debt_transfer':
      return { kind, buyer: text('buyer'), priceMinor: minor('priceMinor'), payerRef: text('payerRef') };
    case 'draw':
    case 'refund':
      return { kind, amountMinor: text('amountMinor') };
    case 'reversal':
      return { kind, transactionId: text('transactionId') };
  }
}

/** Why rows that were put in do not fit the periods of the new plan. */
function unfit({ method, periods, sharesPpm, interestOnlyPeriods }: Values): Lack | null {
  if (method === 'custom') return sharesLack(sharesPpm ?? '', Number(periods));
  const fits = method !== 'interest-only-first' || Number(interestOnlyPeriods) < Number(periods);
  return fits ? null : { key: 'order.interestOnlyOff' };
}

/** Why there is no operation yet: what does not fit, else that something is missing. */
export function lackOf(kind: Kind, values: Values): Lack {
  const lack = kind === 'restructuring' && isComplete(kind, values) ? unfit(values) : null;
  return lack ?? { key: 'order.incomplete' };
}

function restructuringOf(values: Values, periods: number): Bookable {
  const chosen = (values.capitalised ?? '').split(',');
  const method = oneOf(RESTRUCTURED_METHODS, values.method);
  const shares = method === 'custom' ? sharesOf(values.sharesPpm ?? '') : null;
  return {
    kind: 'restructuring',
    capitalised: CAPITALISED.filter((part) => chosen.includes(part)),
    periods,
    ...(values.firstDueOn && { firstDueOn: values.firstDueOn }),
    ...(values.annualRatePercent && { annualRatePercent: values.annualRatePercent }),
    ...(method && { method }),
    ...(method === 'balloon' && { balloonMinor: values.balloonMinor ?? '' }),
    ...(method === 'interest-only-first' && {
      interestOnlyPeriods: Number(values.interestOnlyPeriods),
      interestOnlyThen: oneOf(THEN, values.interestOnlyThen) ?? 'equal-instalment',
    }),
    ...(shares && { sharesPpm: shares }),
  };
}

/** What an order says, as its form would hold it: shares in percent. */
export function valuesOf(data: Readonly<Record<string, unknown>>): Values {
  const entries = Object.entries(data).flatMap(([name, value]): [string, string][] => {
    if (name === 'sharesPpm' && Array.isArray(value)) return [[name, sharesText(value.map(Number))]];
    if (Array.isArray(value)) return [[name, value.join(',')]];
    if (typeof value === 'object' && value !== null) return Object.entries(valuesOf({ ...value }));
    return value === null || value === undefined ? [] : [[name, String(value)]];
  });
  return Object.fromEntries(entries);
}
