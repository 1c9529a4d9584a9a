import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import {
  ConsentTexts,
  codeIn,
  grantsOf,
  instantApplication,
  Offered,
  Progress,
} from '../../bench/support/straight-through';
import { type PersonScenario, person } from '../../sandbox/people/people';
import { devToken } from '../../stack/tokens';
import { PatientApi } from './patient-api';

/** A kind of borrower: what is special about them and how their process must end. */
export interface Kind {
  name: string;
  scenario?: PersonScenario;
  termMonths: number;
  ends: string;
  /** Whether they also pay once by a transfer of their own. */
  transfers: boolean;
  /** Of a limit that revolves: what is drawn first, and later. */
  draws?: { firstMinor: string; laterMinor: readonly string[] };
}

/** One cohort has one of each. */
export const KINDS: readonly Kind[] = [
  { name: 'plain, pays one month himself', termMonths: 3, ends: 'PAID_OFF', transfers: true },
  { name: 'plain', termMonths: 6, ends: 'PAID_OFF', transfers: false },
  {
    name: 'draws, repays a part and draws again',
    termMonths: 3,
    ends: 'PAID_OFF',
    transfers: true,
    draws: { firstMinor: '400000', laterMinor: ['150000', '200000', '250000'] },
  },
  {
    name: 'debits by callback',
    scenario: 'debit_by_callback',
    termMonths: 3,
    ends: 'PAID_OFF',
    transfers: false,
  },
  {
    name: 'payout answered 502',
    scenario: 'payout_error_booked',
    termMonths: 3,
    ends: 'PAID_OFF',
    transfers: true,
  },
  {
    name: 'payout by callback',
    scenario: 'payout_by_callback',
    termMonths: 3,
    ends: 'PAID_OFF',
    transfers: false,
  },
  {
    name: 'short once',
    scenario: 'debit_insufficient_once',
    termMonths: 3,
    ends: 'PAID_OFF',
    transfers: false,
  },
  {
    name: 'dishonest debtor',
    scenario: 'court_dishonest',
    termMonths: 3,
    ends: 'DECLINED',
    transfers: false,
  },
];

/** Few and short ones for a run that must be over soon. */
export const FEW_KINDS: readonly Kind[] = KINDS.filter(
  ({ termMonths, scenario }) =>
    termMonths === 3 && scenario !== 'payout_by_callback' && scenario !== 'court_dishonest',
);

/** An application that the API accepted, with the end it must come to. */
export interface Accepted {
  id: string;
  clockId: string;
  kind: Kind;
  cardNo: string;
  loanId: string | null;
  api: PatientApi;
}

/** Where the parties of a run are reached. */
export interface Places {
  api: string;
  sandbox: string;
}

const AMOUNT_MINOR = '1000000';
const LIMIT_MS = 240_000;
const MOST_TOKEN_TRIES = 600;
let people = 10_000;

/** Asks until the API is there to answer. */
export async function patientToken(
  places: Places,
  role: 'applicant' | 'operator',
  user: string,
): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      return await devToken(places.api, role, role === 'applicant' ? user : undefined);
    } catch (error) {
      if (tries === MOST_TOKEN_TRIES) throw error;
      await pause(200);
    }
  }
}

/** One applicant's way from the form to the signature, through the public API alone. */
export async function borrow(places: Places, kind: Kind, clockId: string): Promise<Accepted> {
  people += 1;
  const who = person({ n: people, ...(kind.scenario && { scenario: kind.scenario }) });
  const api = new PatientApi(places.api, await patientToken(places, 'applicant', `chaos-${people}`));
  const productCode = kind.draws ? 'consumer_revolving' : 'instant_small';
  const texts = await api.get(`/v1/products/${productCode}/consent-texts`, ConsentTexts);
  const { termMonths, draws } = kind;
  const form = { person: who, amountMinor: AMOUNT_MINOR, termMonths, clockId, consents: grantsOf(texts) };
  const asked = {
    ...instantApplication(form),
    productCode,
    ...(draws && { firstDrawMinor: draws.firstMinor }),
  };
  const { id } = await api.post('/v1/applications', asked, Progress);
  const accepted: Accepted = { id, clockId, kind, cardNo: who.cardNo, loanId: null, api };
  const offered = await until(api, id, ({ stage, waitingFor }) => waitingFor !== null || stage === 'CLOSED');
  if (kind.ends === 'DECLINED') return accepted;
  if (offered.stage !== 'OFFER')
    throw new Error(`${id} (${kind.name}) is ${offered.stage} instead of offered`);
  const contract = `/v1/contracts/${offered.contractId}`;
  const { documentSha256 } = await api.get(contract, Offered);
  await api.post(`${contract}/confirmation-codes`, {}, z.unknown());
  const code = await codeOn(places, who.phone);
  await api.post(`${contract}/sign`, { code, documentSha256 }, z.unknown());
  const paid = await until(api, id, ({ loanId, stage }) => loanId !== null && stage !== 'OFFER');
  return { ...accepted, loanId: paid.loanId };
}

/** Reads an application until something holds; a parked one never will. */
export async function until(
  api: PatientApi,
  id: string,
  holds: (seen: Progress) => boolean,
): Promise<Progress> {
  const deadline = Date.now() + LIMIT_MS;
  for (;;) {
    const seen = await api.get(`/v1/applications/${id}`, Progress);
    if (holds(seen)) return seen;
    if (Date.now() > deadline) {
      throw new Error(`${id} stays in ${seen.stage}${seen.parked ? `, parked at ${seen.parked.step}` : ''}`);
    }
    await pause(150);
  }
}

async function codeOn(places: Places, phone: string): Promise<string> {
  const deadline = Date.now() + LIMIT_MS;
  for (;;) {
    const response = await fetch(`${places.sandbox}/inbox/messages?to=${phone}`);
    const code = codeIn(await response.json());
    if (code) return code;
    if (Date.now() > deadline) throw new Error('no one-time code arrived');
    await pause(100);
  }
}
