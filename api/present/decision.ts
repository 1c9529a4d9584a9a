import { z } from 'zod';
import type { Decision } from '../../contracts/http/decisions';
import { PolicyVersions } from '../../contracts/policy/policy-versions';
import { sayDeclared } from '../../domain/policy/facts/say-declared';
import type { DecisionRow, SourceCallRow } from '../reads/decision';
import type { Scans } from '../reads/scans';
import { companyFigures } from './company-figures';
import { withScans } from './scanned-facts';
import { factKey, type Settled } from './settled';

type Names = { zh: string; en: string };
type Shown = z.input<typeof Decision>;

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Flat = z.record(z.string(), z.unknown());
const Trace = z.object({
  rules: z
    .array(
      z.object({
        policy: z.string(),
        rows: z.array(z.object({ table: z.string(), row: z.string(), note: z.string() })),
      }),
    )
    .default([]),
  score: z.array(z.object({ name: z.string(), points: z.number(), lost: z.number() })).default([]),
  bound: z.string().nullable().default(null),
  caps: z.array(z.object({ reason: z.string(), amountMinor: z.string() })).default([]),
  cost: z.object({ simple: z.number() }).loose().nullable().default(null),
  hits: z.array(z.object({ code: z.string(), severity: z.string() })).default([]),
  findings: z
    .array(
      z.object({ field: z.string(), source: z.string(), declared: Value, found: Value, code: z.string() }),
    )
    .default([]),
});
const Inputs = z.object({
  application: z
    .object({
      declared: Flat,
      standing: z.object({
        exposureMinor: z.string(),
        openApplications: z.int(),
        daysOverdue: z.int(),
        blacklisted: z.boolean(),
      }),
    })
    .loose(),
});

/** Names for what a decision mentions by code. */
export interface DecisionNames {
  variables: ReadonlyMap<string, Names>;
  sources: ReadonlyMap<string, Names>;
}

/** A stored decision as the decision page shows it. */
export function presentDecision(
  row: DecisionRow,
  calls: readonly SourceCallRow[],
  names: DecisionNames,
  settled: Settled,
  scans: Scans,
): Shown {
  const trace = Trace.parse(row.trace ?? {});
  const { application } = Inputs.parse(row.inputs);
  const { amountMinor, rateBps, termMonths } = row;
  return {
    id: row.id,
    applicationId: row.applicationId,
    result: row.result,
    route: row.route,
    grade: row.grade,
    score: row.score,
    reasonCodes: row.reasonCodes,
    terms: amountMinor === null ? null : { amountMinor: amountMinor.toString(), rateBps, termMonths },
    simpleAnnualPercent: trace.cost === null ? null : (trace.cost.simple * 100).toFixed(4),
    bound: trace.bound,
    caps: trace.caps,
    scoreParts: trace.score.map((part) => ({ ...part, names: names.variables.get(part.name) ?? null })),
    hits: trace.hits,
    rules: trace.rules.flatMap(({ policy, rows }) => rows.map((hit) => ({ policy, ...hit }))),
    findings: trace.findings,
    facts: withScans(comparedFacts(application.declared, calls, trace.findings, settled), scans, settled),
    companyFigures: companyFigures(application.declared),
    readings: scans.scans.map(({ documentId, kind, outcome, readAt }) => ({
      ...{ documentId, document: kind, outcome },
      readAt: readAt.toISOString(),
    })),
    standing: application.standing,
    sources: calls.map(({ source, outcome, result, latencyMs, calledAt }) => ({
      ...{ source, outcome, latencyMs },
      names: names.sources.get(source) ?? null,
      calledAt: calledAt.toISOString(),
      answer: flatAnswer(result),
    })),
    policies: PolicyVersions.parse(row.policyVersions),
    inputsHash: row.inputsHash,
    decidedAt: row.decidedAt.toISOString(),
  };
}

/** Where sources speak of a declared fact under a name of their own. */
const SAME_FACT: Readonly<Record<string, string>> = {
  monthlyRepaymentMinor: 'monthlyDebtMinor',
  sales12mMinor: 'revenueMinor',
};

function flatAnswer(result: unknown): Shown['sources'][number]['answer'] {
  const parsed = Flat.safeParse(result);
  if (!parsed.success) return [];
  return Object.entries(parsed.data).flatMap(([field, value]) => {
    const known = Value.safeParse(Array.isArray(value) ? value.length : value);
    return known.success ? [{ field, value: known.data }] : [];
  });
}

function comparedFacts(
  declared: Record<string, unknown>,
  calls: readonly SourceCallRow[],
  findings: readonly { field: string; source: string }[],
  settled: Settled,
): Omit<Shown['facts'][number], 'scans'>[] {
  const flat = flatAnswer(declared).filter(({ field }) => field !== 'kind');
  return flat.map(({ field, value }) => ({
    field,
    declared: value,
    declaredNames: sayDeclared(field, value),
    sources: calls.flatMap(({ source, result }) =>
      flatAnswer(result)
        .filter((said) => (SAME_FACT[said.field] ?? said.field) === field)
        .map((said) => ({
          source,
          value: said.value,
          differs:
            isOtherThan(value, said.value) ||
            findings.some((finding) => finding.field === field && finding.source === source),
          settled: settled.get(factKey(field, source)) ?? null,
        })),
    ),
  }));
}

/** Whether both speak and do not say the same; amounts are texts on one side and may be numbers on the other. */
function isOtherThan(declared: z.output<typeof Value>, found: z.output<typeof Value>): boolean {
  return declared !== null && found !== null && String(declared) !== String(found);
}
