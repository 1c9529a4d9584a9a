import type { ApplicationCase } from '../../../domain/underwriting/application-case';
import { requiredDocuments } from '../../../domain/underwriting/checklist';
import { entryInput } from '../../../domain/underwriting/entry-input';
import { preScreen } from '../../../domain/underwriting/pre-screen';
import { RULE_FIELDS } from '../../../domain/underwriting/rule-fields';
import { RuleEngine } from '../../../providers/rules/rule-engine';
import { companyCase, goodCompany, goodPerson, personCase, rulesFor, seeded } from './support';

const engine = new RuleEngine();
afterAll(() => engine.close());
const ALL = ['id_card_front', 'id_card_back', 'income_proof', 'bank_statement', 'business_licence'];

const screen = (application: ApplicationCase, documents: string[] = ALL, code = 'consumer_instalment') => {
  const product = seeded('product', code);
  return preScreen(
    {
      application,
      product,
      limits: seeded('limits', product.policies.limits),
      checklist: seeded('checklist', product.policies.checklist),
      documents,
    },
    rulesFor(engine, code),
  );
};
const standing = personCase().standing;

describe('preScreen', () => {
  it('passes a complete and fit application', async () => {
    expect(await screen(personCase())).toMatchObject({ verdict: 'pass' });
  });

  it('asks for what is missing', async () => {
    expect(await screen(personCase(), ['id_card_back'])).toMatchObject({
      verdict: 'supplement',
      missing: ['id_card_front'],
    });
  });

  it.each<[string, Partial<ReturnType<typeof personCase>>, string]>([
    ['a minor', { bornOn: '2008-06-02' }, 'UNDER_AGE'],
    ['who would be too old at maturity', { bornOn: '1961-05-31' }, 'OVER_AGE'],
    ['a student', { declared: { ...goodPerson, employment: 'student' } }, 'STUDENT'],
    ['a region not served', { declared: { ...goodPerson, residenceProvince: '54' } }, 'REGION_NOT_SERVED'],
    ['too small an amount', { amountMinor: 99_999n }, 'AMOUNT_OUT_OF_RANGE'],
    ['too large an amount', { amountMinor: 20_000_001n }, 'AMOUNT_OUT_OF_RANGE'],
    ['another term', { termMonths: 13 }, 'TERM_NOT_OFFERED'],
    ['another method', { method: 'bullet' }, 'METHOD_NOT_OFFERED'],
    ['a forbidden purpose', { purpose: 'stocks' }, 'PURPOSE_NOT_ALLOWED'],
    ['somebody on the list', { standing: { ...standing, blacklisted: true } }, 'BLACKLISTED'],
    [
      'a second application for the product',
      { standing: { ...standing, openApplications: 1, openSameProduct: 1 } },
      'DUPLICATE_APPLICATION',
    ],
    [
      'a fourth open application',
      { standing: { ...standing, openApplications: 3 } },
      'TOO_MANY_APPLICATIONS',
    ],
    ['what would over-lend', { standing: { ...standing, exposureMinor: 27_000_001n } }, 'CUSTOMER_LIMIT'],
    ['who is overdue here', { standing: { ...standing, daysOverdue: 1 } }, 'OVERDUE_WITH_US'],
  ])('declines %s before documents are asked for', async (_what, over, reason) => {
    expect(await screen(personCase(over), [])).toMatchObject({ verdict: 'decline', reasons: [reason] });
  });

  it('takes the last day as still good', async () => {
    expect(await screen(personCase({ bornOn: '2008-06-01' }))).toMatchObject({ verdict: 'pass' });
    expect(await screen(personCase({ standing: { ...standing, exposureMinor: 27_000_000n } }))).toMatchObject(
      { verdict: 'pass' },
    );
  });

  it('declines a company for a personal product and a person for a corporate one', async () => {
    expect(
      await screen(
        personCase({ amountMinor: 10_000_000n, purpose: 'operations', method: 'interest-only' }),
        ALL,
        'working_capital',
      ),
    ).toMatchObject({
      verdict: 'decline',
      reasons: ['CUSTOMER_TYPE'],
    });
  });

  it('declines a company in its first year', async () => {
    const young = companyCase({ declared: { ...goodCompany, foundedOn: '2025-06-02' } });
    expect(await screen(young, [], 'working_capital')).toMatchObject({
      verdict: 'decline',
      reasons: ['COMPANY_TOO_YOUNG'],
    });
  });

  it('says which rows decided', async () => {
    const result = await screen(personCase({ termMonths: 13 }));
    expect(result.trace).toMatchObject({ policy: 'entry_rules/entry_person@1', rows: [{ row: 'term' }] });
  });
});

describe('entryInput', () => {
  it('gives exactly the fields that entry tables may read', () => {
    for (const [application, code] of [
      [personCase(), 'consumer_instalment'],
      [companyCase(), 'working_capital'],
    ] as const) {
      const product = seeded('product', code);
      const input = entryInput(application, product, seeded('limits', product.policies.limits));
      expect(Object.keys(input).sort()).toEqual([...RULE_FIELDS.entry].sort());
    }
  });
});

describe('requiredDocuments', () => {
  const checklist = seeded('checklist', 'documents_consumer');
  it('grows with the amount and the kind of work', () => {
    expect(requiredDocuments(checklist, personCase())).toEqual(['id_card_front', 'id_card_back']);
    expect(requiredDocuments(checklist, personCase({ amountMinor: 5_000_000n }))).toContain('income_proof');
    const trader = personCase({
      amountMinor: 5_000_000n,
      declared: { ...goodPerson, employment: 'self_employed' },
    });
    expect(requiredDocuments(checklist, trader)).toContain('business_licence');
  });
});
