import { agrees, companyFindings, personFindings } from '../../../domain/underwriting/contradictions';
import {
  cleanBureau,
  cleanFacts,
  companyCase,
  companyFacts,
  goodCompany,
  goodPerson,
  personCase,
} from './support';

describe('agrees', () => {
  it('lets numbers stray within their tolerance and words not at all', () => {
    expect(agrees('monthlyIncomeMinor', '1000000', '800000')).toBe(true);
    expect(agrees('monthlyIncomeMinor', '1000000', '799999')).toBe(false);
    expect(agrees('monthlyIncomeMinor', '100000', '60000')).toBe(true);
    expect(agrees('jobMonths', '24', '18')).toBe(true);
    expect(agrees('jobMonths', '24', '17')).toBe(false);
    expect(agrees('marital', 'single', 'married')).toBe(false);
  });
});

describe('personFindings', () => {
  it('finds nothing when all agree', () => {
    expect(personFindings(personCase(), cleanFacts())).toEqual([]);
  });

  it('compares any source that was added by configuration, field by field', () => {
    const facts = {
      ...cleanFacts(),
      mapped: {
        housing_fund: {
          state: 'answered' as const,
          result: {
            monthlyIncomeMinor: 900_000,
            marital: 'single',
            contributing: true,
            residenceProvince: '31',
            education: null,
          },
        },
        silent: { state: 'unavailable' as const },
      },
    };
    expect(personFindings(personCase(), facts)).toEqual([
      {
        field: 'monthlyIncomeMinor',
        source: 'housing_fund',
        declared: '2000000',
        found: '900000',
        code: 'DECLARED_DIFFERS',
      },
      {
        field: 'marital',
        source: 'housing_fund',
        declared: 'married',
        found: 'single',
        code: 'DECLARED_DIFFERS',
      },
    ]);
  });

  it('notices debts left out of the form, not debts the bureau does not know', () => {
    const facts = (monthlyRepaymentMinor: string) =>
      cleanFacts({ bureau: { state: 'answered', result: { ...cleanBureau, monthlyRepaymentMinor } } });
    expect(personFindings(personCase(), facts('900000'))).toMatchObject([
      { code: 'DEBT_UNDERSTATED', found: '900000' },
    ]);
    expect(personFindings(personCase(), facts('140000'))).toEqual([]);
    const much = personCase({ declared: { ...goodPerson, monthlyDebtMinor: '900000' } });
    expect(personFindings(much, facts('0'))).toEqual([]);
  });

  it('notices a phone of somebody else without naming anybody', () => {
    const facts = cleanFacts({
      telecom: {
        state: 'answered',
        result: { outcome: 'mismatch', mismatched: ['name'], operator: 'mobile', tenureMonths: 3 },
      },
    });
    expect(personFindings(personCase(), facts)).toEqual([
      { field: 'phoneHolderName', source: 'telecom', declared: 'own', found: 'other', code: 'PHONE_NOT_OWN' },
    ]);
  });
});

describe('companyFindings', () => {
  const find = (declared = goodCompany, facts = companyFacts()) =>
    companyFindings(companyCase({ declared }), facts, 30).map(({ code, field }) => [code, field]);

  it('finds nothing in statements that tie and agree with register and tax office', () => {
    expect(find()).toEqual([]);
  });

  it('checks assets = liabilities + equity, parts within wholes, and one figure for sales', () => {
    const year = {
      ...goodCompany.year,
      assetsMinor: '6000000001',
      inventoryMinor: '3500000000',
      debtMinor: '2800000000',
    };
    const workingCapital = { ...goodCompany.workingCapital, lastYearSalesMinor: '6000000000' };
    expect(find({ ...goodCompany, year, workingCapital })).toEqual([
      ['STATEMENT_INCONSISTENT', 'assetsMinor'],
      ['STATEMENT_INCONSISTENT', 'currentAssetsMinor'],
      ['STATEMENT_INCONSISTENT', 'liabilitiesMinor'],
      ['STATEMENT_INCONSISTENT', 'lastYearSalesMinor'],
    ]);
  });

  it('finds a gap to the tax office from 30% on', () => {
    const withSales = (sales12mMinor: string) => {
      const facts = companyFacts();
      const tax = facts.named.tax;
      if (tax?.state !== 'answered') throw new Error('fixture');
      return companyFacts({ tax: { state: 'answered', result: { ...tax.result, sales12mMinor } } });
    };
    expect(find(goodCompany, withSales('3500000000'))).toEqual([['SALES_GAP', 'revenueMinor']]);
    expect(find(goodCompany, withSales('3550000000'))).toEqual([]);
    expect(find(goodCompany, withSales('6600000000'))).toEqual([['SALES_GAP', 'revenueMinor']]);
  });

  it('compares with the register', () => {
    expect(find({ ...goodCompany, foundedOn: '2010-01-01' })).toEqual([['REGISTER_DIFFERS', 'foundedOn']]);
  });
});
