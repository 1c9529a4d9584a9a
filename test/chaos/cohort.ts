import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Accepted, borrow, type Kind, type Places, patientToken } from './borrowers';
import { PatientApi, Refused } from './patient-api';

const Clock = z.object({ id: z.string(), now: z.string(), status: z.string() });
const START = '2026-03-02T02:00:00.000Z';
const DAY_MS = 86_400_000;
/** Months end on days off, retries and the bounce window take days: so long after its last month a loan is closed. */
const AFTER_LIFE_DAYS = 32;
const MONTH_DAYS = 31;
const TRANSFER_DAYS = 40;
/** Days of the first draw after the transfer, and between two of them: none is a due date. */
const DRAW_DAYS = { first: 42, apart: 5 };
const CLOCK_LIMIT_MS = 400_000;

const dayAfter = (days: number): string => new Date(Date.parse(START) + days * DAY_MS).toISOString();

/** A borrower of each kind on one test clock, from the form to the end; returns when their virtual months are over. */
export async function cohort(
  places: Places,
  kinds: readonly Kind[],
  no: number,
  onAccepted: (one: Accepted) => void,
): Promise<void> {
  const longest = Math.max(...kinds.map(({ termMonths }) => termMonths));
  const operator = new PatientApi(places.api, await patientToken(places, 'operator', ''));
  const clock = await operator.post('/v1/test-clocks', { name: `chaos ${no}`, now: START }, Clock);
  const taken = await Promise.all(
    kinds.map(async (kind) => {
      const one = await borrow(places, kind, clock.id);
      onAccepted(one);
      return one;
    }),
  );
  await advance(operator, clock.id, dayAfter(TRANSFER_DAYS));
  await Promise.all(taken.filter(({ kind }) => kind.transfers).map((one) => transfer(places, one)));
  const most = Math.max(...kinds.map(({ draws }) => draws?.laterMinor.length ?? 0));
  for (let index = 0; index < most; index++) {
    await advance(operator, clock.id, dayAfter(DRAW_DAYS.first + index * DRAW_DAYS.apart));
    await Promise.all(taken.map((one) => draw(one, index)));
  }
  await advance(operator, clock.id, dayAfter(longest * MONTH_DAYS + AFTER_LIFE_DAYS));
}

async function advance(operator: PatientApi, clockId: string, to: string): Promise<void> {
  const path = `/v1/test-clocks/${clockId}`;
  await operator.post(`${path}/advance`, { to }, Clock).catch((error: unknown) => {
    // Asked again after the clock had got there: it is where it was wanted.
    if (!(error instanceof Refused && error.code === 'CLOCK_BACKWARD')) throw error;
  });
  const deadline = Date.now() + CLOCK_LIMIT_MS;
  for (;;) {
    const { status, now } = await operator.get(path, Clock);
    if (status === 'ready' && Date.parse(now) >= Date.parse(to)) return;
    if (Date.now() > deadline) throw new Error(`clock ${clockId} stays ${status} at ${now}`);
    await pause(250);
  }
}

/** The borrower draws more of the limit, if there is one. */
async function draw({ api, kind, loanId }: Accepted, index: number): Promise<void> {
  const amountMinor = kind.draws?.laterMinor[index];
  if (amountMinor === undefined) return;
  if (loanId === null) throw new Error('a loan without id cannot be drawn');
  await api.post(`/v1/loans/${loanId}/draws`, { amountMinor }, z.unknown());
}

/** The borrower sends money on his own; the bank tells the lender by callback. */
async function transfer({ sandbox }: Places, { cardNo, loanId, clockId }: Accepted): Promise<void> {
  if (loanId === null) throw new Error('a loan without id cannot be paid');
  const response = await fetch(`${sandbox}/bank/accounts/${cardNo}/transfer`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-test-clock': clockId,
      'x-test-now': dayAfter(TRANSFER_DAYS),
    },
    body: JSON.stringify({ amountMinor: '120000', reference: loanId, transferNo: `own-${loanId}` }),
  });
  if (!response.ok) throw new Error(`the bank refused a transfer: ${response.status}`);
}
