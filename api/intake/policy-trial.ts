import { and, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { BacktestPolicy, PolicyBacktest, PolicyTrial, TryPolicy } from '../../contracts/http/policies';
import { Declared } from '../../contracts/policy/declared';
import type { PolicyKind } from '../../contracts/policy/kinds';
import { RepaymentMethod } from '../../contracts/policy/product';
import type { Db, Queryable } from '../../db/client';
import { isKind, publishedPolicy } from '../../db/repositories/policy';
import { policySetOn, policySetWith } from '../../db/repositories/policy-set';
import { applications } from '../../db/schema/applications';
import { decisions } from '../../db/schema/underwriting';
import type { Policy, PolicySet } from '../../domain/policy/policy';
import { exampleCase } from '../../domain/policy/trial/example-case';
import { differs, type TrialCase, type TrialOutcome, tryCase } from '../../domain/policy/trial/trial';
import type { ApplicationCase } from '../../domain/underwriting/application-case';
import type { Facts } from '../../domain/underwriting/facts';
import { rulesOfSet } from '../../providers/rules/decision-rules';
import { RuleEngine } from '../../providers/rules/rule-engine';
import { fieldProblem, ProblemError } from '../problem';
import { between } from '../reads/moves';
import { shelfOn } from '../reads/policies';

const AUTOMATIC = 'automatic';
const Minor = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt);
const Kept = z.object({
  application: z.object({
    ...{ amountMinor: Minor, termMonths: z.int(), purpose: z.string(), method: RepaymentMethod },
    appliedOn: z.iso.date(),
    standing: z.object({
      ...{ blacklisted: z.boolean(), openApplications: z.int(), openSameProduct: z.int() },
      ...{ exposureMinor: Minor, daysOverdue: z.int() },
    }),
    kind: z.enum(['person', 'company']),
    bornOn: z.iso.date().optional(),
    idProvince: z.string().optional(),
    declared: Declared,
  }),
  // As the decision stored it: every answer was checked by its source's schema before.
  facts: z.custom<Facts>((value) => typeof value === 'object' && value !== null && 'named' in value),
});

/** The case of a decision as it was known then. */
function keptCase(inputs: unknown): TrialCase {
  const { application, facts } = Kept.parse(inputs);
  const { kind, bornOn, idProvince, declared, ...asked } = application;
  const person = { ...asked, kind, bornOn, idProvince, declared };
  return { application: person as ApplicationCase, facts };
}

/** The two sets a case is decided under: one with the draft, and the one in force; null where the product is new. */
interface Sides {
  readonly draft: PolicySet;
  readonly published: PolicySet | null;
}

async function sidesOf(
  q: Queryable,
  draft: Policy<PolicyKind>,
  productCode: string,
  on: string,
): Promise<Sides> {
  const current = await publishedPolicy(q, 'product', productCode, on);
  const isNew = isKind(draft, 'product') && draft.ref.code === productCode;
  const product = current ?? (isNew ? draft : null);
  if (product === null) throw fieldProblem('PRODUCT_UNKNOWN', ['productCode']);
  return {
    draft: await policySetWith(q, product, on, draft),
    published: current && (await policySetOn(q, productCode, current.ref.version, on)),
  };
}

/** Runs work with an engine of its own: a draft's tables must not stay compiled under a version that may still change. */
async function withEngine<T>(work: (engine: RuleEngine) => Promise<T>): Promise<T> {
  const engine = new RuleEngine();
  try {
    return await work(engine);
  } finally {
    engine.close();
  }
}

/** One case under the draft, beside the same case under what is in force. */
export async function tryDraft(
  db: Db,
  draft: Policy<PolicyKind>,
  body: z.output<typeof TryPolicy>,
  on: string,
): Promise<z.input<typeof PolicyTrial>> {
  const sides = await sidesOf(db, draft, body.productCode, on);
  const tried = body.example ? exampleCase(body.example, on) : await pastCase(db, body.applicationId ?? '');
  if (tried.application.kind !== sides.draft.product.body.customerType)
    throw fieldProblem('PRODUCT_UNKNOWN', ['productCode']);
  return withEngine(async (engine) => {
    const mine = await tryCase(tried, sides.draft, rulesOfSet(engine, sides.draft), on);
    const theirs =
      sides.published && (await tryCase(tried, sides.published, rulesOfSet(engine, sides.published), on));
    return {
      draft: present(mine),
      published: theirs && present(theirs),
      differs: theirs === null || differs(mine, theirs),
    };
  });
}

async function pastCase(db: Db, applicationId: string): Promise<TrialCase> {
  const [row] = await db
    .select({ inputs: decisions.inputs })
    .from(decisions)
    .where(and(eq(decisions.applicationId, applicationId), eq(decisions.kind, AUTOMATIC)))
    .limit(1);
  if (row === undefined) throw new ProblemError('NOT_FOUND');
  return keptCase(row.inputs);
}

/** The draft against what is in force on the latest applications decided in a period, of the products that use it. */
export async function backtest(
  db: Db,
  draft: Policy<PolicyKind>,
  { applications: most, from, to }: z.output<typeof BacktestPolicy>,
  on: string,
): Promise<z.input<typeof PolicyBacktest>> {
  const shelf = await shelfOn(db, on);
  const { kind, code } = draft.ref;
  const products = shelf.productsUsing(kind, code).map((product) => product.code);
  if (products.length === 0) return summary([], false);
  const rows = await db
    .select({ id: applications.id, product: applications.productCode, inputs: decisions.inputs })
    .from(decisions)
    .innerJoin(applications, eq(applications.id, decisions.applicationId))
    .where(
      and(
        eq(decisions.kind, AUTOMATIC),
        inArray(applications.productCode, products),
        ...between(decisions.decidedAt, from, to),
      ),
    )
    .orderBy(desc(decisions.id))
    .limit(most + 1);
  const taken = rows.slice(0, most);
  const sides = new Map<string, Sides>();
  for (const product of new Set(taken.map((row) => row.product)))
    sides.set(product, await sidesOf(db, draft, product, on));
  const pairs = await withEngine(async (engine) => {
    const found: Pair[] = [];
    for (const { id, product, inputs } of taken) {
      const { draft: mine, published } = sides.get(product) ?? {};
      if (!mine || !published) continue;
      const tried = keptCase(inputs);
      found.push({
        applicationId: id,
        draft: await tryCase(tried, mine, rulesOfSet(engine, mine), on),
        published: await tryCase(tried, published, rulesOfSet(engine, published), on),
      });
    }
    return found;
  });
  return summary(pairs, rows.length > most);
}

interface Pair {
  readonly applicationId: string;
  readonly draft: TrialOutcome;
  readonly published: TrialOutcome;
}

const CHANGED_SHOWN = 100;

function summary(pairs: readonly Pair[], more: boolean): z.input<typeof PolicyBacktest> {
  const count = (result: TrialOutcome['result']) => ({
    published: pairs.filter(({ published }) => published.result === result).length,
    draft: pairs.filter(({ draft }) => draft.result === result).length,
  });
  const mean = (side: 'draft' | 'published') => {
    const rates = pairs.flatMap((pair) =>
      pair[side].result === 'decline' ? [] : (pair[side].rateBps ?? []),
    );
    return rates.length === 0 ? null : Math.round(rates.reduce((sum, rate) => sum + rate, 0) / rates.length);
  };
  return {
    applications: pairs.length,
    more,
    approved: count('approve'),
    referred: count('refer'),
    declined: count('decline'),
    meanRateBps: { published: mean('published'), draft: mean('draft') },
    changed: pairs
      .filter(({ draft, published }) => differs(draft, published))
      .slice(0, CHANGED_SHOWN)
      .map(({ applicationId, draft, published }) => ({
        applicationId,
        draft: present(draft),
        published: present(published),
      })),
  };
}

function present(outcome: TrialOutcome): z.input<typeof PolicyTrial>['draft'] {
  const { amountMinor, simpleAnnual, levels, traces, reasons, documents, ...rest } = outcome;
  return {
    ...rest,
    reasons: [...reasons],
    documents: [...documents],
    levels: levels.map(({ level }) => level),
    amountMinor: amountMinor === null ? null : amountMinor.toString(),
    simpleAnnualPercent: simpleAnnual === null ? null : (simpleAnnual * 100).toFixed(4),
    rows: traces.flatMap(({ policy, rows }) => rows.map(({ row, note }) => ({ policy, row, note }))),
  };
}
