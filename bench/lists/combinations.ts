import {
  type APPLICATION_FIELDS,
  APPLICATION_ORDERS,
  type CUSTOMER_FIELDS,
  CUSTOMER_ORDERS,
  type LOAN_FIELDS,
  LOAN_ORDERS,
} from '../../contracts/http/list-fields';

/** Conditions worth trying on each field: one that leaves much, one that leaves little. */
const LOANS: Readonly<Record<keyof typeof LOAN_FIELDS, readonly string[]>> = {
  status: ['is.active', 'is.overdue', 'is.settled,transferred', 'not.active'],
  product: ['is.consumer_instalment', 'is.bridge'],
  bucket: ['is.M0', 'is.M3'],
  class: ['is.loss', 'not.pass'],
  branch: ['is.SH'],
  currency: ['is.CNY', 'is.JPY'],
  principal: ['min.1000000', 'min.50000000'],
  outstanding: ['max.1000', 'min.40000000'],
  overdue: ['min.1', 'min.4000000'],
  days: ['min.1', 'min.91'],
  nextDue: ['max.2026-06-17'],
  disbursed: ['min.2026-06-01', 'max.2023-07-01'],
  maturity: ['max.2024-07-15'],
  closed: ['min.2026-06-01'],
};
const APPLICATIONS: Readonly<Record<keyof typeof APPLICATION_FIELDS, readonly string[]>> = {
  stage: ['is.CLOSED', 'is.APPROVAL', 'is.OVERDUE,WRITTEN_OFF', 'not.CLOSED'],
  product: ['is.consumer_instalment', 'is.bridge'],
  channel: ['is.dealer'],
  purpose: ['is.daily', 'is.wedding'],
  outcome: ['is.PAID_OFF', 'is.CANCELLED'],
  route: ['is.COMMITTEE'],
  grade: ['is.A'],
  currency: ['is.CNY', 'is.JPY'],
  amount: ['min.1000000', 'min.50000000'],
  term: ['max.6'],
  score: ['min.890', 'max.401'],
  created: ['min.2026-06-10', 'max.2023-07-01'],
  since: ['max.2023-06-20'],
  open: ['is.yes', 'is.no'],
  parked: ['is.yes', 'is.no'],
};
const CUSTOMERS: Readonly<Record<keyof typeof CUSTOMER_FIELDS, readonly string[]>> = {
  kind: ['is.company'],
  locale: ['is.en'],
  created: ['min.2026-06-10', 'max.2023-06-20'],
};

export interface ListUnderTest {
  name: 'loans' | 'applications' | 'customers';
  order: string;
  /** Query strings: no filter, each condition alone, each pair of conditions on two fields. */
  queries: readonly string[];
}

const conditionsOn = (fields: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(fields).flatMap(([field, tests]) =>
    tests.map((test) => ({ field, text: `where=${field}.${test}` })),
  );

function alone(fields: Readonly<Record<string, readonly string[]>>): string[] {
  return ['', ...conditionsOn(fields).map(({ text }) => text)];
}

function combined(fields: Readonly<Record<string, readonly string[]>>): string[] {
  const conditions = conditionsOn(fields);
  const pairs = conditions.flatMap((one, index) =>
    conditions
      .slice(index + 1)
      .filter(({ field }) => field !== one.field)
      .map((other) => `${one.text}&${other.text}`),
  );
  return [...alone(fields), ...pairs];
}

const underTest = (
  name: ListUnderTest['name'],
  orders: readonly string[],
  fields: Readonly<Record<string, readonly string[]>>,
): ListUnderTest[] =>
  orders.map((order, index) => ({ name, order, queries: index === 0 ? combined(fields) : alone(fields) }));

/** Every list: in its usual order with every pair of conditions, in the others with each condition alone. */
export const LISTS_UNDER_TEST: readonly ListUnderTest[] = [
  ...underTest('loans', LOAN_ORDERS, LOANS),
  ...underTest('applications', APPLICATION_ORDERS, APPLICATIONS),
  ...underTest('customers', CUSTOMER_ORDERS, CUSTOMERS),
];
