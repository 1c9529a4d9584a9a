import { canonicalJson } from '../../../domain/audit/canonical-json';
import type { ApplicationCase } from '../../../domain/underwriting/application-case';
import { decideApplication } from '../../../domain/underwriting/decide';
import type { Facts } from '../../../domain/underwriting/facts';
import { RuleEngine } from '../../../providers/rules/rule-engine';
import {
  cleanBureau,
  cleanCourt,
  cleanFacts,
  companyCase,
  companyFacts,
  decideInput,
  goodCompany,
  goodPerson,
  personCase,
  rulesFor,
  seeded,
} from './support';

const engine = new RuleEngine();
afterAll(() => engine.close());

const decide = (product: string, application: ApplicationCase, facts: Facts) =>
  decideApplication(decideInput(product, application, facts), rulesFor(engine, product));
const consumer = (over = {}, facts = cleanFacts()) => decide('consumer_instalment', personCase(over), facts);
const bureau = (over: Partial<typeof cleanBureau>) =>
  cleanFacts({ bureau: { state: 'answered', result: { ...cleanBureau, ...over } } });
const court = (over: Partial<typeof cleanCourt>) =>
  cleanFacts({ court: { state: 'answered', result: { ...cleanCourt, ...over } } });

describe('decideApplication approves', () => {
  it('a clean prime applicant at once, at the price of grade and term', async () => {
    const decision = await consumer();
    expect(decision).toMatchObject({
      result: 'approve',
      route: 'AUTO',
      levels: [],
      reasons: [],
      bound: null,
      terms: { amountMinor: 3_000_000n, rateBps: 960, termMonths: 12, method: 'equal-instalment' },
      risk: { grade: 'A' },
    });
    expect(decision.cost?.simple).toBeCloseTo(0.096, 4);
    expect(decision.traces.map(({ policy }) => policy)).toEqual([
      'entry_rules/entry_person@1',
      'entry_rules/credit_person@1',
      'price_table/price_consumer@1',
      'authority/authority_person@1',
    ]);
    expect(decision.traces[2]?.rows).toEqual([
      { table: 'price_consumer', row: 'A-to-12m', note: expect.any(String) },
    ]);
  });

  it('less than asked when the grade allows less, and says which bound it was', async () => {
    const decision = await decide(
      'instant_small',
      personCase({ amountMinor: 1_000_000n }),
      bureau({ thinFile: true, scorePoints: null }),
    );
    expect(decision).toMatchObject({
      result: 'approve',
      route: 'AUTO',
      bound: 'GRADE_LIMIT',
      terms: { amountMinor: 800_000n },
      risk: { grade: 'C' },
    });
  });

  it('less than asked when income bears less', async () => {
    const declared = { ...goodPerson, monthlyIncomeMinor: '500000', monthlyDebtMinor: '0' };
    const decision = await consumer(
      { declared, amountMinor: 5_000_000n },
      bureau({ monthlyRepaymentMinor: '0' }),
    );
    expect(decision).toMatchObject({ bound: 'DTI_TOO_HIGH', result: 'refer', reasons: ['DTI_HIGH'] });
    expect(decision.terms?.amountMinor).toBeLessThan(5_000_000n);
    expect(decision.terms?.amountMinor).toBeGreaterThan(3_000_000n);
  });

  it('is the same for the same input, and its features hash to one text', async () => {
    const [a, b] = [await consumer(), await consumer()];
    expect(canonicalJson(a.features)).toBe(canonicalJson(b.features));
    expect({ ...a, traces: [] }).toEqual({ ...b, traces: [] });
  });
});

describe('decideApplication refers', () => {
  it.each([
    ['near-prime bureau score', {}, bureau({ scorePoints: 600 }), 'BUREAU_SCORE_LOW', 'OFFICER'],
    ['a thin file', {}, bureau({ thinFile: true, scorePoints: null }), 'THIN_FILE', 'OFFICER'],
    [
      'a silent bureau',
      {},
      cleanFacts({ bureau: { state: 'unavailable' } }),
      'SOURCE_DOWN_BUREAU',
      'OFFICER',
    ],
    ['a silent court', {}, cleanFacts({ court: { state: 'unavailable' } }), 'SOURCE_DOWN_COURT', 'OFFICER'],
    [
      'a source that refused',
      {},
      cleanFacts({ anti_fraud: { state: 'refused' } }),
      'SOURCE_DOWN_ANTI_FRAUD',
      'OFFICER',
    ],
    [
      'a source that was never asked',
      {},
      cleanFacts({ identity: undefined }),
      'SOURCE_DOWN_IDENTITY',
      'OFFICER',
    ],
    ['closed court cases', {}, court({ closedCaseCount: 1 }), 'COURT_CLOSED_CASE', 'OFFICER'],
    ['many queries', {}, bureau({ hardQueries3m: 9 }), 'MANY_QUERIES', 'OFFICER'],
    ['a young applicant', { bornOn: '2006-01-01' }, cleanFacts(), 'YOUNG_APPLICANT', 'OFFICER'],
    ['debts left out', {}, bureau({ monthlyRepaymentMinor: '500000' }), 'DEBT_UNDERSTATED', 'OFFICER'],
  ])('%s', async (_what, over, facts, reason, route) => {
    const decision = await consumer(over, facts);
    expect(decision.reasons).toContain(reason);
    expect(decision).toMatchObject({ result: 'refer', route });
    expect(decision.levels).toMatchObject([{ level: 'OFFICER', votesNeeded: 1 }]);
  });

  it('goes on without a source whose silence is no risk', async () => {
    expect(await consumer({}, cleanFacts({ telecom: { state: 'unavailable' } }))).toMatchObject({
      result: 'approve',
    });
  });

  it('an amount above automatic authority to an officer and a senior', async () => {
    const decision = await consumer({ amountMinor: 15_000_000n, termMonths: 36 });
    expect(decision).toMatchObject({
      result: 'refer',
      route: 'OFFICER_SENIOR',
      reasons: ['AMOUNT_FOR_SENIOR'],
    });
    expect(decision.levels.map(({ level }) => level)).toEqual(['OFFICER', 'SENIOR_OFFICER']);
  });

  it('a large amount to a committee of three', async () => {
    const decision = await decide(
      'personal_business',
      personCase({
        amountMinor: 60_000_000n,
        purpose: 'stock',
        method: 'interest-only',
        termMonths: 36,
        declared: { ...goodPerson, monthlyIncomeMinor: '10000000' },
      }),
      cleanFacts(),
    );
    expect(decision).toMatchObject({
      result: 'refer',
      route: 'COMMITTEE',
      reasons: ['AMOUNT_FOR_COMMITTEE'],
    });
    expect(decision.levels).toMatchObject([{ level: 'COMMITTEE', seats: 3, quorum: 2, votesNeeded: 2 }]);
  });

  it('overrules a table that would let open questions through', async () => {
    const rules = rulesFor(engine, 'consumer_instalment');
    const lax = {
      ...rules,
      authority: async () => ({ result: { route: 'AUTO' as const }, trace: { policy: 'x', rows: [] } }),
    };
    const input = decideInput('consumer_instalment', personCase(), bureau({ scorePoints: 600 }));
    expect(await decideApplication(input, lax)).toMatchObject({ result: 'refer', route: 'OFFICER' });
  });
});

describe('decideApplication declines', () => {
  const identity = (outcome: 'mismatch' | 'match', face: 'mismatch' | 'match') =>
    cleanFacts({ identity: { state: 'answered', result: { outcome, face, faceScorePercent: null } } });
  const fraud = (over: object) => {
    const facts = cleanFacts();
    const at = facts.named.anti_fraud;
    if (at?.state !== 'answered') throw new Error('fixture');
    return cleanFacts({ anti_fraud: { state: 'answered', result: { ...at.result, ...over } } });
  };

  it.each([
    ['another identity', {}, identity('mismatch', 'match'), 'IDENTITY_MISMATCH'],
    ['another face', {}, identity('match', 'mismatch'), 'FACE_MISMATCH'],
    ['payments overdue now', {}, bureau({ overdueAccountCount: 1 }), 'OVERDUE_NOW'],
    [
      'three in a row',
      {},
      bureau({ longestOverdueRun24m: 3, overdueMonths24m: 3, worstStep24m: 3 }),
      'OVERDUE_PATTERN',
    ],
    [
      'six in all',
      {},
      bureau({ longestOverdueRun24m: 2, overdueMonths24m: 6, worstStep24m: 1 }),
      'OVERDUE_PATTERN',
    ],
    ['a written-off debt', {}, bureau({ badDebtAccountCount: 1 }), 'BAD_DEBT'],
    ['a query storm', {}, bureau({ hardQueries3m: 17 }), 'TOO_MANY_QUERIES'],
    ['a subprime score', {}, bureau({ scorePoints: 450 }), 'BUREAU_SCORE_LOW'],
    ['an open court case', {}, court({ openCaseCount: 1 }), 'COURT_OPEN_CASE'],
    ['a dishonesty listing', {}, court({ dishonest: true, consumptionRestricted: true }), 'COURT_DISHONEST'],
    ['the fraud list', {}, fraud({ blacklisted: true, scorePoints: 97 }), 'FRAUD_LISTED'],
    ['very many lenders', {}, fraud({ lenders3m: 31 }), 'MULTI_LENDER'],
    ['heavy debt', {}, bureau({ monthlyRepaymentMinor: '2800000' }), 'DTI_TOO_HIGH'],
    [
      'the house’s own list',
      { standing: { ...personCase().standing, blacklisted: true } },
      cleanFacts(),
      'BLACKLISTED',
    ],
    [
      'a customer at the limit',
      { standing: { ...personCase().standing, exposureMinor: 29_000_000n } },
      cleanFacts(),
      'CUSTOMER_LIMIT',
    ],
  ])('%s', async (_what, over, facts, reason) => {
    const decision = await consumer(over, facts);
    expect(decision).toMatchObject({ result: 'decline', route: 'DECLINE', levels: [] });
    expect(decision.reasons).toContain(reason);
  });

  it('a weak grade with the reasons that cost most', async () => {
    const weak = bureau({
      scorePoints: 510,
      worstStep24m: 2,
      monthsSinceOverdue: 3,
      hardQueries3m: 7,
      cardUsedMinor: '5800000',
      lenderCount: 7,
    });
    const decision = await consumer({}, weak);
    expect(decision.risk.grade).toBe('E');
    expect(decision.reasons[0]).toBe('GRADE_TOO_LOW');
    expect(decision.reasons.slice(1)).toEqual(decision.risk.reasons);
    expect(decision.risk.reasons).toHaveLength(4);
    expect(decision.terms).toBeNull();
  });

  it('rather than offer a fraction of what was asked', async () => {
    const declared = { ...goodPerson, monthlyIncomeMinor: '300000' };
    const decision = await consumer({ declared, amountMinor: 10_000_000n });
    expect(decision).toMatchObject({ result: 'decline', reasons: expect.arrayContaining(['DTI_TOO_HIGH']) });
  });

  it('an offer whose cost would be above the cap, whatever the grade', async () => {
    const input = decideInput('consumer_instalment', personCase(), cleanFacts());
    const dear = { ...input, annualCost: () => ({ simple: 0.2400001, compound: 0.27 }) };
    const decision = await decideApplication(dear, rulesFor(engine, 'consumer_instalment'));
    expect(decision).toMatchObject({ result: 'decline', reasons: ['COST_ABOVE_CAP'] });
    const atCap = { ...input, annualCost: () => ({ simple: 0.24, compound: 0.2682 }) };
    expect(await decideApplication(atCap, rulesFor(engine, 'consumer_instalment'))).toMatchObject({
      result: 'approve',
    });
  });

  it('even when another source is silent: one certain reason is enough', async () => {
    const decision = await consumer(
      {},
      cleanFacts({
        bureau: { state: 'unavailable' },
        court: { state: 'answered', result: { ...cleanCourt, dishonest: true } },
      }),
    );
    expect(decision).toMatchObject({ result: 'decline', reasons: ['COURT_DISHONEST'] });
  });

  it('only for reasons that an applicant can read', async () => {
    const known = new Set(seeded('reason_codes', 'reasons').reasons.map(({ code }) => code));
    const decision = await consumer(
      {},
      bureau({ scorePoints: 450, hardQueries3m: 20, badDebtAccountCount: 1 }),
    );
    expect(decision.reasons.length).toBeGreaterThan(2);
    for (const reason of decision.reasons) expect(known.has(reason)).toBe(true);
  });
});

describe('decideApplication for a company', () => {
  const company = (over = {}, facts = companyFacts()) => decide('working_capital', companyCase(over), facts);

  it('offers no more than the computed need of working capital', async () => {
    expect(await company({ amountMinor: 800_000_000n })).toMatchObject({
      result: 'refer',
      route: 'COMMITTEE',
      bound: 'ABOVE_WORKING_CAPITAL_NEED',
      terms: { amountMinor: 480_000_000n, rateBps: 330, termMonths: 12 },
      risk: { grade: 'AAA' },
    });
  });

  it('adds the grade’s basis points and shortens the term to what the grade allows', async () => {
    const declared = { ...goodCompany, auditOpinion: 'qualified' as const };
    expect(await company({ declared, termMonths: 36 })).toMatchObject({
      risk: { grade: 'A', reasons: ['AUDIT_NOT_CLEAN'] },
      terms: { rateBps: 360 + 90, termMonths: 24 },
    });
  });

  it('offers no more than the grade’s share of net assets', async () => {
    const year = { ...goodCompany.year, equityMinor: '700000000', liabilitiesMinor: '5300000000' };
    const decision = await company({
      declared: { ...goodCompany, year, lossYears: 2 },
      amountMinor: 300_000_000n,
    });
    expect(decision.risk.grade).toBe('BBB');
    expect(decision.caps).toContainEqual({ reason: 'GRADE_LINE', amountMinor: 105_000_000n });
    expect(decision).toMatchObject({ bound: 'GRADE_LINE', terms: { amountMinor: 105_000_000n } });
  });

  it.each([
    ['a struck-off company', { registry: 'cancelled' }, 'COMPANY_NOT_ACTIVE'],
    ['tax grade D', { tax: 'D' }, 'TAX_GRADE'],
    ['enforcement', { court: 1 }, 'COURT_OPEN_CASE'],
  ] as const)('declines %s', async (_what, change, reason) => {
    const facts = companyFacts();
    const { registry, tax } = facts.named;
    if (registry?.state !== 'answered' || tax?.state !== 'answered') throw new Error('fixture');
    const named = {
      ...('registry' in change
        ? {
            registry: { state: 'answered' as const, result: { ...registry.result, status: change.registry } },
          }
        : {}),
      ...('tax' in change
        ? { tax: { state: 'answered' as const, result: { ...tax.result, creditGrade: change.tax } } }
        : {}),
      ...('court' in change
        ? { court: { state: 'answered' as const, result: { ...cleanCourt, openCaseCount: change.court } } }
        : {}),
    };
    const decision = await company({}, companyFacts(named));
    expect(decision.result).toBe('decline');
    expect(decision.reasons).toContain(reason);
  });

  it('refers a company whose statements do not agree with the tax office, and one the register does not know', async () => {
    const declared = { ...goodCompany, year: { ...goodCompany.year, revenueMinor: '9000000000' } };
    expect((await company({ declared })).reasons).toEqual(
      expect.arrayContaining(['SALES_GAP', 'STATEMENT_INCONSISTENT']),
    );
    expect((await company({}, companyFacts({ registry: { state: 'no_record' } }))).reasons).toContain(
      'COMPANY_NOT_ACTIVE',
    );
  });
});
