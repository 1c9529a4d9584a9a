import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { approvals } from '../../../demo/cast/approvals';
import { payouts } from '../../../demo/cast/payouts';
import { someone } from '../../../demo/cast/people';
import { refusals } from '../../../demo/cast/refusals';
import { repayments } from '../../../demo/cast/repayments';
import { type DemoResult, runDemo } from '../../../demo/demo';
import { OFFICER, type Story } from '../../../demo/story';
import { shanghai } from '../../../demo/time';
import { type Stack, startStack } from '../../../stack/stack';
import { devToken } from '../../../stack/tokens';
import { decodedHistories } from './decoded';
import { asOwner, plant } from './planted';

jest.setTimeout(600_000);

const CANARY = 'canary-7f3a-comment';
const IN_STEP = 'canary-19c4-step-row';
const IN_REQUEST = 'canary-c55e-request-row';
/** More than the tries within the workflow task, so that a failure gets into the history. */
const TIMES = 4;
const folder = mkdtempSync(join(tmpdir(), 'loanflow-scenario-'));
const named = (stories: readonly Story[], ...specials: string[]): Story[] =>
  stories.filter(({ special }) => specials.some((start) => special.startsWith(start)));

/** An officer whose comment must not leave the database. */
const commented: Story = {
  ...named(approvals, 'referred to an officer')[0],
  special: 'a comment with a canary',
  live: async (borrower) => {
    const story = named(approvals, 'referred to an officer')[0];
    const decide = borrower.decide.bind(borrower);
    borrower.decide = (member, decision, kind) => decide(member, { ...decision, comment: CANARY }, kind);
    expect(OFFICER.role).toBe('officer');
    await story?.live(borrower);
  },
} as Story;

/** The bureau's error quotes this applicant's name and ID number. */
const quotedByBureau: Story = {
  ...named(approvals, 'bureau never')[0],
  special: 'the bureau fails and quotes the applicant',
  borrower: someone('bureau_error_quotes'),
} as Story;

const CAST: Story[] = [
  ...named(approvals, 'officer, then', 'committee', 'withdrawn', 'bureau never'),
  ...named(refusals, 'declined, review', 'documents missing', 'consent never'),
  ...named(payouts, 'payout: no answer, never', 'return reported', 'every callback'),
  ...named(repayments, 'drawn in', 'overpaid', 'payment for a closed', 'overdue 40'),
  commented,
  quotedByBureau,
];

let stack: Stack;
let result: DemoResult;
let violations: { inStep: () => Promise<number>; inRequest: () => Promise<number> };

/** What the API answers to a request whose row Postgres refuses. */
async function refusedByPostgres(): Promise<Response> {
  const token = await devToken(stack.urls.api, 'operator');
  return fetch(`${stack.urls.api}/v1/test-clocks`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': 'planted',
    },
    body: JSON.stringify({ name: IN_REQUEST, now: '2026-03-02T02:00:00.000Z' }),
  });
}

const logOf = (part: string): string => readFileSync(join(folder, 'logs', `${part}.log`), 'utf8');

beforeAll(async () => {
  const environment = { RATE_LIMIT_PER_MINUTE: '100000' };
  stack = await startStack({ dataDir: folder, ports: 'free', progress: () => undefined, environment });
  const { ownerUrl } = stack.database;
  violations = {
    inStep: await plant(ownerUrl, {
      table: 'messages',
      when: "new.template = 'supplement-request'",
      quotes: IN_STEP,
      times: TIMES,
    }),
    inRequest: await plant(ownerUrl, {
      table: 'test_clocks',
      when: `new.name = '${IN_REQUEST}'`,
      quotes: IN_REQUEST,
      times: 1,
    }),
  };
  result = await runDemo(stack, () => undefined, CAST, shanghai('2027-03-12 12:00'));
});
afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What nobody may read outside the database: numbers and names of all applicants. */
function secrets(): string[] {
  const personal = result.endings.flatMap(({ borrower: { data } }) => [
    ...Object.values(data.customer).filter((value) => value !== 'person' && value !== 'company'),
    data.account.cardNo,
    data.account.holderName,
  ]);
  return [...new Set(personal), CANARY, IN_STEP, IN_REQUEST];
}

describe('a year of loans on the real stack', () => {
  it('plays more than ten people, and all checks hold', () => {
    expect(result.endings.length).toBe(CAST.length);
    expect(CAST.length).toBeGreaterThanOrEqual(14);
    const expectedLater = result.checks.map(({ what, wrong }) => ({ what, wrong }));
    expect(expectedLater.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  });

  it('keeps the history of every loan that ended', async () => {
    const ended = result.endings.filter(({ application }) => application.stage === 'CLOSED');
    const missing = async () => {
      const rows = await asOwner(stack.database.ownerUrl, 'select workflow_id from history_archives');
      const kept = new Set((rows as { workflow_id: string }[]).map((row) => row.workflow_id));
      return ended.map(({ borrower }) => `loan/${borrower.id}`).filter((id) => !kept.has(id));
    };
    const deadline = Date.now() + 60_000;
    while ((await missing()).length > 0 && Date.now() < deadline) await pause(500);
    expect(ended.length).toBeGreaterThan(10);
    expect(await missing()).toEqual([]);
  });

  it('meets a violation and an error of a source that quote people', async () => {
    expect(await violations.inStep()).toBeGreaterThan(TIMES);
    const quoted = result.endings.find(({ story }) => story === quotedByBureau)?.borrower.data;
    expect(quoted).toBeDefined();
    const told = await fetch(`${stack.urls.sandbox}/bureau/v2/personal-report`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: quoted?.customer.name,
        idType: '10',
        idNo: quoted?.customer.idNo,
        reason: '02',
        authNo: '1',
      }),
    });
    expect(told.status).toBe(500);
    expect(await told.text()).toContain(quoted?.customer.idNo);
    expect(logOf('worker')).toContain('"type":"CONFLICT"');
    expect(logOf('worker')).toContain('"type":"SOURCE_UNAVAILABLE"');
  });

  it('answers a request that Postgres refuses without its words', async () => {
    const before = logOf('api').length;
    const answer = await refusedByPostgres();
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain(IN_REQUEST);
    expect(await violations.inRequest()).toBe(1);
    expect(logOf('api').slice(before)).toContain('"level":50');
  });

  it('leaves no personal data and no comment in any history', async () => {
    const texts = await decodedHistories(stack.temporal);
    expect(texts.size).toBeGreaterThan(CAST.length);
    expect([...texts.values()].join('')).toContain('applicationId');
    expect([...texts.values()].join('')).toContain('CONFLICT preScreen');
    expect([...texts.values()].join('')).toContain('SOURCE_UNAVAILABLE bureau');
    const found = secrets().flatMap((secret) =>
      [...texts].filter(([, text]) => text.includes(secret)).map(([id]) => `${secret} in ${id}`),
    );
    expect(found).toEqual([]);
  });

  it('leaves none in any log', () => {
    const logs = readdirSync(join(folder, 'logs')).map((name) =>
      readFileSync(join(folder, 'logs', name), 'utf8'),
    );
    expect(logs.join('').length).toBeGreaterThan(1_000);
    expect(secrets().filter((secret) => logs.some((log) => log.includes(secret)))).toEqual([]);
  });
});
