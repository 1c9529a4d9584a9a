import { sourceCode } from '../../../contracts/sources/source-code';
import { decideApplication } from '../../../domain/underwriting/decide';
import type { Decision } from '../../../domain/underwriting/decision';
import type { Facts } from '../../../domain/underwriting/facts';
import { parseResidentId } from '../../../domain/validators/resident-id';
import { RuleEngine } from '../../../providers/rules/rule-engine';
import { HttpSourceClient } from '../../../providers/sources/http-source-client';
import type { SourceSubject } from '../../../providers/sources/port';
import type { UsccScenario } from '../../../sandbox/magic';
import { company } from '../../../sandbox/people/companies';
import { type PersonScenario, person } from '../../../sandbox/people/people';
import { type RunningSandbox, startSandbox } from '../sandbox/running-sandbox';
import {
  companyCase,
  decideInput,
  goodCompany,
  goodPerson,
  personCase,
  rulesFor,
  seeded,
} from '../underwriting/support';

/** Goal: the seeded sources reach the sandbox, and each of its people is decided as the table of magic values leads one to expect. */
let sandbox: RunningSandbox;
const engine = new RuleEngine();
const client = new HttpSourceClient();
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  engine.close();
  await client.close();
  await sandbox.stop();
});

/** Which call of a source the sandbox leaves unanswered; only that one is given up soon, however busy the machine is. */
const hangs = (scenario: string | undefined, code: string, attempt: number): boolean =>
  scenario === `${code}_timeout_always` || (scenario === `${code}_timeout_once` && attempt === 1);

async function factsOf(
  productCode: string,
  subject: SourceSubject,
  key: string,
  scenario?: string,
): Promise<Facts> {
  const named: Record<string, unknown> = {};
  const mapped: Record<string, unknown> = {};
  const ask = async (code: string) => {
    const { baseUrl, names: _n, appliesTo: _a, consent, ...row } = seeded('source', code);
    const ctx = { applicationId: 'app_1', consentId: consent, requestKey: `${key}/${code}` };
    let attempt = 0;
    const once = () => {
      attempt += 1;
      const timeoutMs = hangs(scenario, code, attempt) ? 400 : 20_000;
      return client.query({ ...row, timeoutMs, baseUrl: `${sandbox.url}${baseUrl.path}` }, subject, ctx);
    };
    // The caller repeats a failed call as often as the row says.
    const answer = await once()
      .catch(once)
      .catch(once)
      .catch(() => null);
    const fact =
      answer === null
        ? { state: 'unavailable' }
        : answer.ok
          ? { state: 'answered', result: answer.result }
          : { state: answer.kind === 'no_record' ? 'no_record' : 'unavailable' };
    (sourceCode.safeParse(code).success ? named : mapped)[code] = fact;
  };
  await Promise.all(seeded('product', productCode).sources.map(ask));
  return { named, mapped } as Facts;
}

let n = 100;
async function decidePerson(
  scenario: PersonScenario | undefined,
  productCode = 'consumer_instalment',
  over = {},
): Promise<Decision> {
  const who = person({ n: n++, ...(scenario ? { scenario } : {}) });
  const id = parseResidentId(who.idNo);
  if (!id.ok) throw new Error(id.code);
  const facts = await factsOf(productCode, who, who.idNo, scenario);
  const reported =
    facts.named.bureau?.state === 'answered' ? facts.named.bureau.result.monthlyRepaymentMinor : '0';
  const declared = { ...goodPerson, monthlyIncomeMinor: '3000000', monthlyDebtMinor: reported };
  const application = personCase({ bornOn: id.id.bornOn, idProvince: id.id.provinceCode, declared, ...over });
  return decideApplication(decideInput(productCode, application, facts), rulesFor(engine, productCode));
}

describe('people of the sandbox', () => {
  it.each<[PersonScenario | undefined, Decision['result'], string[]]>([
    [undefined, 'approve', []],
    ['prime', 'approve', []],
    ['near_prime', 'refer', ['BUREAU_SCORE_LOW']],
    ['subprime', 'decline', ['BUREAU_SCORE_LOW']],
    ['thin_file', 'refer', ['THIN_FILE']],
    ['overdue_history', 'decline', ['OVERDUE_PATTERN']],
    ['overdue_now', 'decline', ['OVERDUE_NOW']],
    ['heavy_debt', 'decline', ['DTI_TOO_HIGH']],
    ['query_storm', 'decline', ['TOO_MANY_QUERIES']],
    ['bad_debt', 'decline', ['BAD_DEBT']],
    ['bureau_name_mismatch', 'refer', ['BUREAU_NAME_DIFFERS']],
    ['multi_lender_heavy', 'decline', ['MULTI_LENDER']],
    ['fraud_blacklisted', 'decline', ['FRAUD_LISTED']],
    ['anti_fraud_no_record', 'approve', []],
    ['court_enforced', 'decline', ['COURT_OPEN_CASE']],
    ['court_dishonest', 'decline', ['COURT_DISHONEST']],
    ['court_closed', 'refer', ['COURT_CLOSED_CASE']],
    ['court_same_name', 'approve', []],
    ['identity_mismatch', 'decline', ['IDENTITY_MISMATCH']],
    ['identity_no_record', 'refer', ['IDENTITY_NOT_FOUND']],
    ['bureau_timeout_once', 'approve', []],
    ['bureau_timeout_always', 'refer', ['SOURCE_DOWN_BUREAU']],
    ['bureau_error_twice', 'approve', []],
    ['bureau_garbage', 'refer', ['SOURCE_DOWN_BUREAU']],
    ['bureau_error_quotes', 'refer', ['SOURCE_DOWN_BUREAU']],
    ['court_error_always', 'refer', ['SOURCE_DOWN_COURT']],
    ['anti_fraud_timeout_always', 'refer', ['SOURCE_DOWN_ANTI_FRAUD']],
    ['phone_name_mismatch', 'refer', ['PHONE_NOT_OWN']],
    ['phone_id_mismatch', 'refer', ['PHONE_NOT_OWN']],
    ['phone_no_record', 'approve', []],
    ['phone_new', 'refer', ['PHONE_TOO_NEW']],
    ['card_mismatch', 'refer', ['CARD_NOT_VERIFIED']],
    ['card_invalid', 'refer', ['CARD_NOT_VERIFIED']],
    ['card_credit', 'refer', ['CARD_NOT_DEBIT']],
  ])('%s: %s', async (scenario, result, reasons) => {
    const decision = await decidePerson(scenario);
    expect([decision.result, decision.reasons]).toEqual([result, expect.arrayContaining(reasons)]);
    if (result === 'approve') expect(decision.reasons).toEqual([]);
  });

  it('asks a source that exists as a row only, and compares what it says', async () => {
    const decision = await decidePerson('prime', 'personal_business', {
      purpose: 'stock',
      method: 'interest-only',
    });
    expect(decision).toMatchObject({ result: 'approve', risk: { grade: 'A' } });
  });
});

describe('companies of the sandbox', () => {
  const decideCompany = async (scenario?: UsccScenario) => {
    const { companyName, uscc } = company({ n: n++, ...(scenario ? { scenario } : {}) });
    const facts = await factsOf('working_capital', { companyName, uscc, name: '李四' }, uscc);
    const { registry, tax } = facts.named;
    const foundedOn = registry?.state === 'answered' ? registry.result.foundedOn : goodCompany.foundedOn;
    const sales = tax?.state === 'answered' ? tax.result.sales12mMinor : goodCompany.year.revenueMinor;
    const declared = {
      ...goodCompany,
      foundedOn,
      year: { ...goodCompany.year, revenueMinor: sales },
      workingCapital: {
        ...goodCompany.workingCapital,
        lastYearSalesMinor: sales,
        ownFundsMinor: '0',
        existingLoansMinor: '0',
      },
    };
    const application = companyCase({ declared, amountMinor: 20_000_000n });
    return decideApplication(
      decideInput('working_capital', application, facts),
      rulesFor(engine, 'working_capital'),
    );
  };

  it('sends a sound company to the people who decide its amount', async () => {
    expect((await decideCompany()).result).toBe('refer');
  });

  it.each<[UsccScenario, string]>([
    ['company_cancelled', 'COMPANY_NOT_ACTIVE'],
    ['company_revoked', 'COMPANY_NOT_ACTIVE'],
    ['company_unknown', 'COMPANY_NOT_ACTIVE'],
    ['company_young', 'COMPANY_TOO_YOUNG'],
    ['tax_arrears', 'TAX_ARREARS'],
    ['company_court_enforced', 'COURT_OPEN_CASE'],
  ])('declines %s', async (scenario, reason) => {
    const decision = await decideCompany(scenario);
    expect([decision.result, decision.reasons]).toEqual(['decline', expect.arrayContaining([reason])]);
  });

  it.each<[UsccScenario, string]>([
    ['company_abnormal', 'COMPANY_ABNORMAL'],
    ['tax_falling_sales', 'SALES_FALLING'],
  ])('refers %s', async (scenario, reason) => {
    const decision = await decideCompany(scenario);
    expect([decision.result, decision.reasons]).toEqual(['refer', expect.arrayContaining([reason])]);
  });
});
