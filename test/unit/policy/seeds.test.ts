import { createHash } from 'node:crypto';
import chineseDays from 'chinese-days/dist/chinese-days.json';
import { POLICY_BODIES } from '../../../contracts/policy/bodies';
import type { ScoreVariable } from '../../../contracts/policy/scorecard';
import { POLICY_SEEDS } from '../../../db/seed/policies/all';
import { calendarFrom } from '../../../db/seed/policies/build-calendar';
import { RULE_FIELDS, type RuleFieldSet } from '../../../domain/underwriting/rule-fields';
import { lintGraph } from '../../../providers/rules/lint-graph';
import { seeded } from '../underwriting/support';

const ofKind = (kind: string) => POLICY_SEEDS.filter((row) => row.kind === kind);
const products = ofKind('product').map(({ code }) => seeded('product', code));

describe('seeded policies', () => {
  it.each(POLICY_SEEDS.map((row) => [`${row.kind}/${row.code}`, row] as const))(
    '%s fits its schema',
    (_name, row) => {
      expect(() => POLICY_BODIES[row.kind].parse(row.body)).not.toThrow();
    },
  );

  it('has each name once', () => {
    const names = POLICY_SEEDS.map((row) => `${row.kind}/${row.code}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('offers eight products that cover five repayment methods, fixed and floating rates, and both kinds of customers', () => {
    expect(products.map((product) => product.code)).toEqual([
      'consumer_instalment',
      'consumer_floating',
      'car_loan',
      'personal_business',
      'short_bullet',
      'consumer_revolving',
      'instant_small',
      'working_capital',
    ]);
    expect(new Set(products.flatMap((product) => product.repayment.methods))).toEqual(
      new Set(['equal-instalment', 'equal-principal', 'interest-only', 'bullet', 'revolving']),
    );
    expect(new Set(products.map((product) => product.repricing.kind))).toEqual(
      new Set(['fixed', 'every-months']),
    );
    expect(new Set(products.map((product) => product.customerType))).toEqual(new Set(['person', 'company']));
  });

  const KINDS = {
    entryRules: 'entry_rules',
    creditRules: 'entry_rules',
    checklist: 'checklist',
    scorecard: 'scorecard',
    priceTable: 'price_table',
    authority: 'authority',
    limits: 'limits',
    collectionStrategy: 'collection_strategy',
    provisioning: 'provisioning',
    calendar: 'calendar',
    rateCap: 'rate_cap',
    penalty: 'penalty',
    reasonCodes: 'reason_codes',
  } as const;

  it.each(products.map((product) => [product.code, product] as const))(
    '%s names only policies that exist',
    (code, product) => {
      expect(product.code).toBe(code);
      expect(BigInt(product.minAmountMinor)).toBeLessThan(BigInt(product.maxAmountMinor));
      expect(BigInt(product.maxAmountMinor) % BigInt(product.stepMinor)).toBe(0n);
      for (const [at, kind] of Object.entries(KINDS)) {
        const named = product.policies[at as keyof typeof KINDS];
        expect(POLICY_SEEDS.some((row) => row.kind === kind && row.code === named)).toBe(true);
      }
      for (const source of product.sources) {
        const { appliesTo, consent, needsConsent } = seeded('source', source);
        expect(appliesTo).toContain(product.customerType);
        if (needsConsent) expect(product.consents).toContain(consent);
      }
      for (const consent of product.consents) seeded('consent_text', consent);
    },
  );

  it('asks consent for every source that needs it', () => {
    for (const product of products) {
      const covered = product.consents.flatMap((code) => seeded('consent_text', code).sources);
      for (const source of product.sources) {
        if (seeded('source', source).needsConsent) expect(covered).toContain(source);
      }
    }
  });
});

describe('seeded tables', () => {
  const FIELDS: [string, string, RuleFieldSet][] = [
    ['entry_rules', 'entry_person', 'entry'],
    ['entry_rules', 'entry_company', 'entry'],
    ['entry_rules', 'credit_person', 'personCredit'],
    ['entry_rules', 'credit_company', 'companyCredit'],
    ...ofKind('price_table').map(({ code }): [string, string, RuleFieldSet] => [
      'price_table',
      code,
      'price',
    ]),
    ...ofKind('authority').map(({ code }): [string, string, RuleFieldSet] => [
      'authority',
      code,
      'authority',
    ]),
  ];

  it.each(FIELDS)('%s %s has no cell that would silently never match', (kind, code, fields) => {
    const { graph } = seeded(kind as 'entry_rules', code);
    expect(lintGraph(graph, fields)).toEqual([]);
  });

  it('lints every seeded graph', () => {
    const graphs = POLICY_SEEDS.filter((row) => JSON.stringify(row.body).includes('decisionTableNode'));
    expect(FIELDS.map(([, code]) => code).sort()).toEqual(graphs.map(({ code }) => code).sort());
  });

  it('has people for each route that a table can give, and a ceiling for each of them', () => {
    for (const { code } of ofKind('authority')) {
      const body = seeded('authority', code);
      const routes = [
        ...JSON.stringify(body.graph).matchAll(/\\"(AUTO|OFFICER|OFFICER_SENIOR|COMMITTEE)\\"/g),
      ].map((m) => m[1]);
      expect(routes.length).toBeGreaterThan(1);
      for (const route of [...routes, 'OFFICER']) {
        const levels = body.routes[route as 'AUTO'];
        expect(levels).toBeDefined();
        if (route !== 'AUTO') expect(levels?.length).toBeGreaterThan(0);
      }
      for (const level of [...Object.values(body.routes).flat(), body.declineReview]) {
        expect(level.votesNeeded).toBeLessThanOrEqual(level.quorum);
        expect(level.quorum).toBeLessThanOrEqual(level.seats);
        for (const role of [level.role, level.deputyRole]) {
          expect(body.ceilings.some((ceiling) => ceiling.role === role)).toBe(true);
        }
      }
    }
  });
});

describe('seeded cards', () => {
  const personal = seeded('scorecard', 'person');
  const corporate = seeded('scorecard', 'company');

  it('scores features that exist', () => {
    if (personal.model !== 'points' || corporate.model !== 'ratios') throw new Error('models');
    for (const variable of personal.variables) expect(RULE_FIELDS.personCredit).toContain(variable.name);
    for (const each of [...corporate.ratios, ...corporate.qualities])
      expect(RULE_FIELDS.companyCredit).toContain(each.name);
  });

  const optional = new Set([
    'worst24m',
    'monthsSinceOverdue',
    'utilisationPercent',
    'loanLenders',
    'hardQueries3m',
    'oldestAccountMonths',
    'bureauScore',
    'multiLenders3m',
    'phoneMonths',
  ]);
  const gaps = (variable: ScoreVariable) => {
    const ranges = variable.bins.flatMap(({ when }) => (when.kind === 'range' ? [when] : []));
    const open = ranges.length > 0 && (ranges[0]?.from !== null || ranges.at(-1)?.to !== null);
    const torn = ranges.some((range, at) => at > 0 && range.from !== ranges[at - 1]?.to);
    return open || torn;
  };

  it('has a bin for every value, and one for a missing value where a source may be silent', () => {
    if (personal.model !== 'points') throw new Error('model');
    for (const variable of personal.variables) {
      expect([variable.name, gaps(variable)]).toEqual([variable.name, false]);
      const hasMissing = variable.bins.some(({ when }) => when.kind === 'missing');
      expect([variable.name, hasMissing]).toEqual([variable.name, optional.has(variable.name)]);
    }
  });

  it('weighs a company by 76 points of ratios and 24 of qualities', () => {
    if (corporate.model !== 'ratios') throw new Error('model');
    const sum = (rows: readonly { weight: number }[]) =>
      rows.reduce((total, { weight }) => total + weight, 0);
    expect(sum(corporate.ratios)).toBe(76);
    expect(sum(corporate.qualities)).toBe(24);
  });
});

describe('seeded texts', () => {
  const known = new Set(seeded('reason_codes', 'reasons').reasons.map(({ code }) => code));

  it('has a reason in both languages for every code that any policy or rule of the domain can give', () => {
    const tables = [...ofKind('entry_rules'), ...ofKind('authority')].flatMap(({ body }) =>
      [...JSON.stringify(body).matchAll(/"out_(?:code|reason)":"\\"([A-Z_]+)\\""/g)].map((match) => match[1]),
    );
    expect(tables.length).toBeGreaterThan(60);
    const cards = ofKind('scorecard').flatMap(({ body }) =>
      [...JSON.stringify(body).matchAll(/"reasonCode":"([A-Z_]+)"/g)].map((match) => match[1]),
    );
    const sources = ofKind('source').map(({ code }) => `SOURCE_DOWN_${code.toUpperCase()}`);
    const domain = [
      'GRADE_LIMIT',
      'CUSTOMER_LIMIT',
      'DTI_TOO_HIGH',
      'DTI_HIGH',
      'ABOVE_WORKING_CAPITAL_NEED',
      'GRADE_LINE',
      'AMOUNT_TOO_SMALL',
      'COST_ABOVE_CAP',
      'TERM_NOT_FOR_GRADE',
      'NO_PRICE_FOR_GRADE',
      'GRADE_TOO_LOW',
      'DECLARED_DIFFERS',
      'DEBT_UNDERSTATED',
      'PHONE_NOT_OWN',
      'STATEMENT_INCONSISTENT',
      'REGISTER_DIFFERS',
      'SCAN_DIFFERS',
      'SALES_GAP',
    ];
    for (const code of [...tables, ...cards, ...sources, ...domain]) expect([...known]).toContain(code);
  });

  it('proves each consent text by the hash of its words', () => {
    for (const { code } of ofKind('consent_text')) {
      const { texts, hashes } = seeded('consent_text', code);
      expect(hashes.zh).toBe(createHash('sha256').update(texts.zh).digest('hex'));
      expect(hashes.en).toBe(createHash('sha256').update(texts.en).digest('hex'));
    }
  });

  it('carries the published working days and says through when', () => {
    const calendar = seeded('calendar', 'cn');
    expect(calendar).toEqual(calendarFrom(chineseDays, 2020));
    expect(calendar.publishedThrough).toBe('2026-12-31');
    expect(calendar.holidays).toContain('2026-10-01');
    expect(calendar.makeUpWorkdays).toContain('2026-02-14');
  });
});
