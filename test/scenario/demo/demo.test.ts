import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approvals } from '../../../demo/cast/approvals';
import { payouts } from '../../../demo/cast/payouts';
import { refusals } from '../../../demo/cast/refusals';
import { repayments } from '../../../demo/cast/repayments';
import { type DemoResult, runDemo } from '../../../demo/demo';
import { OFFICER, type Story } from '../../../demo/story';
import { shanghai } from '../../../demo/time';
import { type Stack, startStack } from '../../../stack/stack';
import { decodedHistories } from './decoded';

jest.setTimeout(600_000);

const CANARY = 'canary-7f3a-comment';
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

const CAST: Story[] = [
  ...named(approvals, 'officer, then', 'committee', 'withdrawn', 'bureau never'),
  ...named(refusals, 'declined, review', 'documents missing', 'consent never'),
  ...named(payouts, 'payout: no answer, never', 'return reported', 'every callback'),
  ...named(repayments, 'overpaid', 'payment for a closed', 'overdue 40'),
  commented,
];

let stack: Stack;
let result: DemoResult;

beforeAll(async () => {
  const environment = { RATE_LIMIT_PER_MINUTE: '100000' };
  stack = await startStack({ dataDir: folder, ports: 'free', progress: () => undefined, environment });
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
  return [...new Set(personal), CANARY];
}

describe('a year of loans on the real stack', () => {
  it('plays more than ten people, and all checks hold', () => {
    expect(result.endings.length).toBe(CAST.length);
    expect(CAST.length).toBeGreaterThanOrEqual(14);
    const expectedLater = result.checks.map(({ what, wrong }) => ({ what, wrong }));
    expect(expectedLater.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  });

  it('leaves no personal data and no comment in any history', async () => {
    const texts = await decodedHistories(stack.temporal);
    expect(texts.size).toBeGreaterThan(CAST.length);
    expect([...texts.values()].join('')).toContain('applicationId');
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
