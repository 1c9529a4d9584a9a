import type { SourceCode } from '../../../contracts/sources/source-code';
import { resultSchemaOf } from '../../../contracts/sources/source-result';
import { sourceRow } from '../../../contracts/sources/source-row';
import { HttpSourceClient } from '../../../providers/sources/http-source-client';
import type { CallContext, SourceAnswer, SourceSubject } from '../../../providers/sources/port';
import type { UsccScenario } from '../../../sandbox/magic';
import { company } from '../../../sandbox/people/companies';
import { type PersonScenario, person } from '../../../sandbox/people/people';
import { type RunningSandbox, startSandbox } from '../sandbox/running-sandbox';
import { housingFundSource, sandboxSources } from './sandbox-sources';

let sandbox: RunningSandbox;
const client = new HttpSourceClient();
let questions = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ hangMs: 2_000 });
});
afterAll(async () => {
  await client.close();
  await sandbox.stop();
});

const T0 = '2026-03-02T02:00:00Z';

function rowOf(code: SourceCode) {
  const row = sandboxSources(sandbox.url).find((candidate) => candidate.code === code);
  if (!row) throw new Error(`no row for ${code}`);
  return row;
}

function ask(code: SourceCode, subject: SourceSubject, now = T0): Promise<SourceAnswer> {
  questions += 1;
  const ctx: CallContext = {
    applicationId: 'app_1',
    consentId: 'con_1',
    requestKey: `app_1/${code}/${questions}`,
    clock: { id: 'clk_1', now },
  };
  return client.query(rowOf(code), subject, ctx);
}
const askPerson = (code: SourceCode, scenario?: PersonScenario, over: Partial<SourceSubject> = {}) =>
  ask(code, { ...person({ n: questions + 1000, ...(scenario && { scenario }) }), ...over });
const askCompany = (code: SourceCode, scenario?: UsccScenario) =>
  ask(code, company({ n: questions, ...(scenario && { scenario }) }));

const resultOf = (answer: SourceAnswer) => {
  if (!answer.ok) throw new Error(`no result: ${answer.kind}`);
  return answer.result;
};

describe('source rows of the sandbox', () => {
  it('are valid policy data', () => {
    for (const row of [...sandboxSources(sandbox.url), housingFundSource(sandbox.url)]) {
      expect(sourceRow.parse(row)).toEqual(row);
    }
  });

  it('refuse a mapping without the json adapter and the json adapter without one', () => {
    const { mapping, ...unmapped } = housingFundSource(sandbox.url);
    expect(sourceRow.safeParse(unmapped).success).toBe(false);
    expect(sourceRow.safeParse({ ...rowOf('court'), mapping }).success).toBe(false);
  });
});

describe('answers', () => {
  it('fit their schema, cost what they cost and keep the raw text for sealing', async () => {
    for (const code of ['identity', 'telecom', 'bank_card', 'bureau', 'anti_fraud', 'court'] as const) {
      const answer = await askPerson(code);
      expect(resultSchemaOf(code).parse(resultOf(answer))).toEqual(resultOf(answer));
      expect(answer.billable).toBe(true);
      expect(answer.latencyMs).toBeGreaterThanOrEqual(0);
      expect(JSON.parse(answer.raw)).toBeInstanceOf(Object);
    }
    for (const code of ['registry', 'tax', 'court'] as const) {
      expect(resultSchemaOf(code).safeParse(resultOf(await askCompany(code))).success).toBe(true);
    }
  });

  it('carry no personal data into the result', async () => {
    const p = person({ n: 4711, scenario: 'court_dishonest' });
    for (const code of ['identity', 'telecom', 'bank_card', 'bureau', 'anti_fraud', 'court'] as const) {
      const text = JSON.stringify(resultOf(await ask(code, p)));
      for (const secret of [p.name, p.idNo, p.phone, p.cardNo]) expect(text).not.toContain(secret);
    }
  });
});

describe('identity', () => {
  it.each<[PersonScenario | undefined, boolean, object]>([
    [undefined, false, { outcome: 'match', face: 'not_checked', faceScorePercent: null }],
    ['identity_mismatch', false, { outcome: 'mismatch', face: 'not_checked' }],
    ['identity_no_record', false, { outcome: 'no_record' }],
    ['face_no_photo', true, { outcome: 'match', face: 'no_photo', faceScorePercent: null }],
    ['face_mismatch', true, { outcome: 'match', face: 'mismatch', faceScorePercent: 21 }],
    [undefined, true, { outcome: 'match', face: 'match' }],
  ])('%s, face sent: %s', async (scenario, face, expected) => {
    const answer = await askPerson('identity', scenario, face ? { faceImage: 'aGVsbG8=' } : {});
    expect(resultOf(answer)).toMatchObject(expected);
  });

  it('does not pay for "no record"', async () => {
    expect((await askPerson('identity', 'identity_no_record')).billable).toBe(false);
  });
});

describe('telecom', () => {
  it.each<[PersonScenario | undefined, object]>([
    [undefined, { outcome: 'match', mismatched: [] }],
    ['phone_name_mismatch', { outcome: 'mismatch', mismatched: ['name'] }],
    ['phone_id_mismatch', { outcome: 'mismatch', mismatched: ['id_number'] }],
    ['phone_no_record', { outcome: 'no_record', tenureMonths: null }],
    ['phone_new', { outcome: 'match', tenureMonths: 1 }],
  ])('%s', async (scenario, expected) => {
    expect(resultOf(await askPerson('telecom', scenario))).toMatchObject(expected);
  });

  it('cannot check numbers of virtual operators', async () => {
    const answer = await askPerson('telecom', undefined, { phone: '17012345678' });
    expect(resultOf(answer)).toEqual({
      outcome: 'unsupported',
      mismatched: [],
      operator: 'virtual',
      tenureMonths: null,
    });
    expect(answer.billable).toBe(false);
  });
});

describe('bank card', () => {
  it.each<[PersonScenario | undefined, object]>([
    [undefined, { outcome: 'match', cardType: 'debit' }],
    ['card_mismatch', { outcome: 'mismatch' }],
    ['card_invalid', { outcome: 'invalid_card', bankCode: null }],
    ['card_abnormal', { outcome: 'abnormal_card' }],
    ['card_restricted', { outcome: 'restricted_card' }],
    ['card_credit', { outcome: 'match', cardType: 'credit' }],
  ])('%s', async (scenario, expected) => {
    expect(resultOf(await askPerson('bank_card', scenario))).toMatchObject(expected);
  });

  it('says so when the card was checked too often today', async () => {
    const p = person({ n: 77 });
    for (let i = 0; i < 5; i += 1) await ask('bank_card', p);
    expect(await ask('bank_card', p)).toMatchObject({ ok: false, kind: 'limited', billable: false });
  });
});

describe('bureau', () => {
  it.each<[PersonScenario, object]>([
    [
      'prime',
      { scorePoints: 800, thinFile: false, overdueMonths24m: 0, worstStep24m: 0, monthsSinceOverdue: null },
    ],
    ['near_prime', { scorePoints: 600 }],
    ['subprime', { scorePoints: 450, overdueMonths24m: 2, longestOverdueRun24m: 1, hardQueries6m: 9 }],
    [
      'thin_file',
      { thinFile: true, scorePoints: null, scoreFactors: ['91'], lenderCount: 0, oldestAccountMonths: 0 },
    ],
    [
      'overdue_history',
      {
        overdueMonths24m: 6,
        longestOverdueRun24m: 3,
        worstStep24m: 3,
        monthsSinceOverdue: 5,
        overdueAccountCount: 0,
      },
    ],
    [
      'overdue_now',
      { overdueAccountCount: 1, overdueBalanceMinor: '620000', monthsSinceOverdue: 0, worstStep24m: 2 },
    ],
    ['heavy_debt', { monthlyRepaymentMinor: '2800000' }],
    ['query_storm', { hardQueries3m: 17, hardQueries6m: 17 }],
    ['bad_debt', { badDebtAccountCount: 1, worstStep24m: 7 }],
    ['bureau_name_mismatch', { subjectMatches: false, thinFile: false, lenderCount: 0 }],
  ])('%s', async (scenario, expected) => {
    expect(resultOf(await askPerson('bureau', scenario))).toMatchObject({
      reportedOn: '2026-03-02',
      ...expected,
    });
  });

  it('adds up accounts exactly', async () => {
    const answer = await askPerson('bureau', 'prime');
    const raw = JSON.parse(answer.raw) as {
      accounts: { acctType: string; balance: string; creditAmt: string }[];
    };
    const sum = (type: (t: string) => boolean, field: 'balance' | 'creditAmt') =>
      String(
        raw.accounts
          .filter((a) => type(a.acctType))
          .reduce((total, a) => total + BigInt(a[field].replace('.', '')), 0n),
      );
    expect(resultOf(answer)).toMatchObject({
      loanBalanceMinor: sum((t) => t === 'D1', 'balance'),
      cardLimitMinor: sum((t) => t === 'R2', 'creditAmt'),
      cardUsedMinor: sum((t) => t === 'R2', 'balance'),
      openLoanCount: 1,
      cardAccountCount: 2,
    });
  });
});

describe('anti-fraud and court', () => {
  it.each<[SourceCode, PersonScenario | undefined, object]>([
    ['anti_fraud', undefined, { blacklisted: false, hits: [] }],
    [
      'anti_fraud',
      'multi_lender_heavy',
      { scorePoints: 86, applications12m: 70, lenders1m: 17, nightSharePercent: 41 },
    ],
    ['anti_fraud', 'fraud_blacklisted', { blacklisted: true, hits: ['BLACK'] }],
    ['court', undefined, { openCaseCount: 0, openAmountMinor: '0', dishonest: false, latestCaseOn: null }],
    [
      'court',
      'court_enforced',
      { openCaseCount: 1, openAmountMinor: '8650000', dishonest: false, latestCaseOn: '2025-08-04' },
    ],
    ['court', 'court_dishonest', { dishonest: true, consumptionRestricted: true }],
    ['court', 'court_closed', { openCaseCount: 0, closedCaseCount: 1 }],
    ['court', 'court_same_name', { openCaseCount: 0, openAmountMinor: '0', nameOnlyCaseCount: 1 }],
  ])('%s %s', async (code, scenario, expected) => {
    expect(resultOf(await askPerson(code, scenario))).toMatchObject(expected);
  });

  it('says plainly that it does not know somebody', async () => {
    expect(await askPerson('anti_fraud', 'anti_fraud_no_record')).toMatchObject({
      ok: false,
      kind: 'no_record',
      billable: false,
    });
  });
});

describe('companies', () => {
  it.each<[SourceCode, UsccScenario | undefined, object]>([
    ['registry', undefined, { status: 'active', abnormalListed: false, legalRepresentativeMatches: true }],
    ['registry', 'company_cancelled', { status: 'cancelled' }],
    ['registry', 'company_revoked', { status: 'revoked' }],
    ['registry', 'company_abnormal', { abnormalListed: true }],
    ['registry', 'company_young', { foundedOn: '2025-11-02' }],
    ['tax', 'tax_arrears', { arrearsMinor: '18600000', creditGrade: 'D' }],
    ['court', 'company_court_enforced', { openCaseCount: 1 }],
  ])('%s %s', async (code, scenario, expected) => {
    expect(resultOf(await askCompany(code, scenario))).toMatchObject(expected);
  });

  it('is no record when the register does not know the code', async () => {
    expect(await askCompany('registry', 'company_unknown')).toMatchObject({ ok: false, kind: 'no_record' });
  });

  it('shows sales that fell by half, and sums months exactly', async () => {
    const falling = resultOf(await askCompany('tax', 'tax_falling_sales')) as {
      sales12mMinor: string;
      salesPrior12mMinor: string;
      monthlySalesMinor: string[];
    };
    expect(Number(falling.sales12mMinor)).toBeLessThan(Number(falling.salesPrior12mMinor) * 0.6);
    const months = falling.monthlySalesMinor.reduce((sum, month) => sum + BigInt(month), 0n);
    expect(months).toBe(BigInt(falling.sales12mMinor) + BigInt(falling.salesPrior12mMinor));
  });

  it('is pending while the tax answer is being made, and there after the same question', async () => {
    const subject = company({ n: 5, scenario: 'tax_by_callback' });
    const ctx = (now: string): CallContext => ({
      applicationId: 'app_1',
      consentId: 'con_1',
      requestKey: 'app_1/tax/later',
      clock: { id: 'clk_tax', now },
    });
    expect(await client.query(rowOf('tax'), subject, ctx(T0))).toMatchObject({ ok: false, kind: 'pending' });
    expect(await client.query(rowOf('tax'), subject, ctx('2026-03-02T02:05:00Z'))).toMatchObject({
      ok: true,
    });
  });
});

describe('a source that is only a row', () => {
  it('is asked and read by its mapping', async () => {
    const answer = await client.query(housingFundSource(sandbox.url), person({ n: 1 }), {
      applicationId: 'app_1',
      consentId: 'con_1',
      requestKey: 'app_1/fund',
    });
    expect(resultOf(answer)).toMatchObject({ state: 'active' });
    expect(resultOf(answer)).toHaveProperty('monthlyMinor', expect.stringMatching(/^\d+50$/));
  });
});
