import { Restructuring } from '../../../contracts/http/restructuring';
import { decodeLoanEvent } from '../../../contracts/loan-events';
import { eventBodyOf } from '../../../domain/servicing/operation-event';

const base = { kind: 'restructuring', capitalised: [], periods: 3 };
const refs = { moneyId: 'm', payoffMinor: '0', reversedKey: null, reason: 'x' };

describe('an order to restructure', () => {
  it.each([
    [{ method: 'flat' }, { method: { kind: 'flat' } }],
    [{ method: 'balloon', balloonMinor: '100' }, { method: { kind: 'balloon', balloonMinor: 100n } }],
    [
      { method: 'interest-only-first', interestOnlyPeriods: 2 },
      // biome-ignore lint/suspicious/noThenProperty: the field of the domain type; it holds text, nothing awaits it
      { method: { kind: 'interest-only-first', periods: 2, then: 'equal-instalment' } },
    ],
    [{ method: 'custom', sharesPpm: [0, 400_000, 600_000] }, { sharesPpm: [0, 400_000, 600_000] }],
  ])('%j becomes the event of the account', (more, expected) => {
    const body = eventBodyOf(Restructuring.parse({ ...base, ...more }), refs);
    expect(decodeLoanEvent(body)).toEqual({ type: 'restructured', capitalised: [], periods: 3, ...expected });
  });

  it.each([
    ['balloonMinor', { method: 'balloon' }],
    ['balloonMinor', { method: 'flat', balloonMinor: '100' }],
    ['interestOnlyPeriods', { method: 'interest-only-first' }],
    ['interestOnlyPeriods', { method: 'interest-only-first', interestOnlyPeriods: 3 }],
    ['interestOnlyThen', { method: 'flat', interestOnlyThen: 'equal-principal' }],
    ['sharesPpm', { method: 'custom' }],
    ['sharesPpm', { method: 'custom', sharesPpm: [400_000, 600_000] }],
    ['sharesPpm', { method: 'custom', sharesPpm: [400_000, 600_000, 0] }],
    ['sharesPpm', { method: 'custom', sharesPpm: [0, 400_000, 500_000] }],
    ['sharesPpm', { sharesPpm: [0, 400_000, 600_000] }],
  ])('is refused at %s: %j', (path, more) => {
    const read = Restructuring.safeParse({ ...base, ...more });
    expect(read.error?.issues.map((issue) => issue.path)).toEqual([[path]]);
  });
});
