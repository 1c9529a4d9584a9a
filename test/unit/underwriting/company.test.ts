import { companyFeatures, monthsBetween } from '../../../domain/underwriting/company-features';
import { gradeByRatios, ratioShare } from '../../../domain/underwriting/ratio-card';
import { RULE_FIELDS } from '../../../domain/underwriting/rule-fields';
import { workingCapitalNeed } from '../../../domain/underwriting/working-capital';
import { companyCase, companyFacts, goodCompany, seeded } from './support';

describe('workingCapitalNeed', () => {
  const inputs = goodCompany.workingCapital;

  it('is 9,800,000 for 50 million of sales at 10% margin, 12% growth and a cycle of 70 days; 4,800,000 of it open', () => {
    expect(workingCapitalNeed(inputs)).toEqual({
      capitalMinor: 980_000_000n,
      newLoanMinor: 480_000_000n,
      cycleDays: 70,
    });
  });

  it('is nothing when suppliers finance the whole cycle', () => {
    const need = workingCapitalNeed({ ...inputs, payableDays: 200 });
    expect(need).toEqual({ capitalMinor: 0n, newLoanMinor: 0n, cycleDays: -100 });
  });

  it('is never negative when other funds cover it', () => {
    expect(workingCapitalNeed({ ...inputs, ownFundsMinor: '2000000000' }).newLoanMinor).toBe(0n);
  });

  it('rounds half a cent up', () => {
    const need = workingCapitalNeed({
      ...inputs,
      lastYearSalesMinor: '1',
      profitMarginBps: 0,
      expectedGrowthBps: 0,
      inventoryDays: 180,
      receivableDays: 0,
      payableDays: 0,
      prepaidDays: 0,
      advanceReceiptDays: 0,
    });
    expect(need.capitalMinor).toBe(1n);
  });
});

describe('ratioShare', () => {
  it.each([
    ['0.50', '0.85', 0.5, 1],
    ['0.50', '0.85', 0.3, 1],
    ['0.50', '0.85', 0.85, 0],
    ['0.50', '0.85', 0.675, 0.5],
    ['1.5', '0.8', 1.5, 1],
    ['1.5', '0.8', 0.8, 0],
    ['0.20', '0', 0.1, 0.5],
    ['0.15', '-0.10', 0.025, 0.5],
  ])('runs linearly between %s and %s: %s gives %s', (fullAt, zeroAt, value, share) => {
    expect(ratioShare({ fullAt, zeroAt }, value)).toBeCloseTo(share, 10);
  });

  it('gives nothing for a ratio that cannot be formed', () => {
    expect(ratioShare({ fullAt: '1', zeroAt: '0' }, null)).toBe(0);
  });
});

describe('gradeByRatios', () => {
  const card = seeded('scorecard', 'company');
  if (card.model !== 'ratios') throw new Error('model');
  const full = {
    debtToAssets: 400_000,
    currentRatio: 2_000_000,
    quickRatio: 1_200_000,
    interestCover: 6_000_000,
    cashFlowToDebt: 300_000,
    returnOnEquity: 150_000,
    netMargin: 90_000,
    revenueGrowth: 200_000,
    receivableDays: 40_000_000,
    inventoryDays: 40_000_000,
    companyYears: 10,
    ownerRecord: 'clean',
    industry: 'C',
    collateral: 'real_estate',
    relationshipYears: 6,
    taxGrade: 'A',
    courtOpenCases: 0,
  };

  it('gives AAA for full marks and D for none', () => {
    expect(gradeByRatios(card, full)).toMatchObject({ score: 100, grade: 'AAA', reasons: [] });
    expect(gradeByRatios(card, {})).toMatchObject({ score: 0, grade: 'D' });
  });

  it('halves the points half way between the ends', () => {
    const half = gradeByRatios(card, { ...full, debtToAssets: 675_000 });
    expect(half.parts.find((part) => part.name === 'debtToAssets')).toEqual({
      name: 'debtToAssets',
      points: 600,
      lost: 600,
    });
    expect(half.score).toBe(94);
  });

  it.each([
    ['dishonest', 'D', 'COURT_DISHONEST'],
    ['overdue_over_90', 'D', 'OVERDUE_WITH_US'],
    ['audit_not_clean', 'A', 'AUDIT_NOT_CLEAN'],
    ['loss_two_years', 'BBB', 'LOSS_TWO_YEARS'],
    ['stale_statements', 'BBB', 'STATEMENTS_STALE'],
  ])('%s allows no better than %s', (fact, grade, reason) => {
    expect(gradeByRatios(card, { ...full, [fact]: true })).toMatchObject({
      gradeByPoints: 'AAA',
      grade,
      reasons: [reason],
    });
  });

  it('takes the worst of several overrides and never lifts a grade', () => {
    expect(gradeByRatios(card, { ...full, audit_not_clean: true, loss_two_years: true }).grade).toBe('BBB');
    expect(gradeByRatios(card, { audit_not_clean: true })).toMatchObject({ grade: 'D' });
  });
});

describe('companyFeatures', () => {
  const features = companyFeatures(companyCase(), companyFacts(), 18);

  it('gives exactly the fields that tables and cards may read', () => {
    expect([...Object.keys(features), 'product', 'findings'].sort()).toEqual(
      [...RULE_FIELDS.companyCredit].sort(),
    );
  });

  it('forms the ratios of two years of statements', () => {
    expect(features).toMatchObject({
      debtToAssets: 450_000,
      currentRatio: 1_800_000,
      quickRatio: 1_400_000,
      interestCover: 6_000_000,
      cashFlowToDebt: 233_333,
      returnOnEquity: 127_273,
      netMargin: 84_000,
      revenueGrowth: 136_364,
      receivableDays: 43_200_000,
      inventoryDays: 72_000_000,
      companyYears: 12,
      industry: 'C',
      stale_statements: false,
    });
  });

  it('reads no debt and no interest as full cover, unless the company loses money', () => {
    const declared = { ...goodCompany, year: { ...goodCompany.year, interestMinor: '0', debtMinor: '0' } };
    const free = companyFeatures(companyCase({ declared }), companyFacts(), 18);
    expect(free.interestCover).toBe(1_000_000_000);
    const losing = { ...declared, year: { ...declared.year, ebitMinor: '-5' } };
    expect(companyFeatures(companyCase({ declared: losing }), companyFacts(), 18).interestCover).toBe(
      -1_000_000_000,
    );
  });

  it('marks old statements, two years of loss and a qualified opinion', () => {
    const year = { ...goodCompany.year, endsOn: '2024-11-30', netIncomeMinor: '-1' };
    const declared = {
      ...goodCompany,
      auditOpinion: 'qualified' as const,
      year,
      priorYear: { ...year, endsOn: '2023-12-31' },
    };
    expect(
      companyFeatures(companyCase({ declared, appliedOn: '2026-06-30' }), companyFacts(), 18),
    ).toMatchObject({
      stale_statements: true,
      loss_two_years: true,
      audit_not_clean: true,
    });
  });

  it('counts whole months', () => {
    expect(monthsBetween('2025-12-31', '2026-06-30')).toBe(5);
    expect(monthsBetween('2025-12-31', '2026-12-31')).toBe(12);
    expect(monthsBetween('2026-01-01', '2025-01-01')).toBe(0);
  });
});
