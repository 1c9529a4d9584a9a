import type { components } from '../../api/generated';

type Dashboard = components['schemas']['Dashboard'];

/** Addresses of the lists that hold the rows behind each number, under the same conditions as it was counted by. */
export function drillOf({ from, to, clockId, currency, currencies }: Dashboard, mayReadBooks: boolean) {
  const clock = clockId ?? 'live';
  const list = (path: string, values: readonly (readonly [string, string])[]) =>
    `${path}?${new URLSearchParams([['clockId', clock], ...values].map(([k = '', v = '']) => [k, v])).toString()}`;
  // What counts loans counts those of one currency; where there is no other, all of them.
  const narrowed = currencies.some((other) => other !== currency);
  const ofCurrency = narrowed ? ([['where', `currency.is.${currency}`]] as const) : [];
  const applied = (first: string, last: string) =>
    [
      ['where', `created.min.${first}`],
      ['where', `created.max.${last}`],
    ] as const;
  const moved = (first: string, last: string) =>
    [
      ['movedFrom', first],
      ['movedTo', last],
    ] as const;
  return {
    today: to,
    applications: (first = from) => list('/applications', applied(first, to)),
    paidOut: (first = from) =>
      list('/applications', [['reached', 'paid_out'], ...moved(first, to), ...ofCurrency]),
    made: (step: string, first = from) => list('/applications', [['reached', step], ...moved(first, to)]),
    came: (step: string) =>
      list(
        '/applications',
        step === 'submitted' ? applied(from, to) : [['reached', step], ...applied(from, to)],
      ),
    left: (stage: string) => list('/applications', [['left', stage], ...moved(from, to)]),
    hour: (at: number) => list('/applications', [['appliedHour', String(at)], ...applied(from, to)]),
    loans: (bucket?: string) =>
      list('/loans', [
        ['where', 'status.is.active,overdue'],
        ...ofCurrency,
        ...(bucket === undefined ? [] : [['where', `bucket.is.${bucket}`] as const]),
      ]),
    cash: (on: string) =>
      mayReadBooks
        ? `/operations?${new URLSearchParams({ tab: 'entries', from: on, to: on, account: '101201,100201', ...(clockId !== null && { clock }), ...(narrowed && { currency }) }).toString()}`
        : undefined,
  };
}
