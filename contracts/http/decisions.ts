import { z } from 'zod';
import { FinancialYear, WorkingCapitalInputs } from '../policy/declared';
import { PolicyVersions } from '../policy/policy-versions';
import { READING_OUTCOMES, region } from '../sources/document-reading';
import { AnyId, Code, Comment, Instant, Minor, Named } from './common';

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A policy as it was pinned for a decision. */

/** Which of two that contradict each other is believed. */
export const BELIEVED = ['declared', 'source'] as const;

/** A person's word on a contradiction; the latest counts, and every one stays in the audit record. */
export const SettledFact = z
  .object({
    believed: z.enum(BELIEVED),
    comment: z.string(),
    actorId: AnyId,
    actorName: z.string().nullable(),
    settledAt: Instant,
  })
  .meta({ id: 'SettledFact' });

/** What a document says of a fact: how sure its reader is, and where on the page it stands. */
const ScannedValue = z
  .object({
    source: z.string().meta({ description: 'How this document is named when its contradiction is settled' }),
    documentId: AnyId,
    document: z.string().meta({ description: 'Kind of the document' }),
    contentType: z.string(),
    value: Value.meta({ description: 'Masked where it names somebody: the page itself shows it' }),
    differs: z.boolean(),
    confidencePercent: z.int(),
    unclear: z
      .boolean()
      .meta({ description: 'Read with so much doubt that it proves nothing: a person looks' }),
    region: region.nullable(),
    readAt: Instant,
    settled: SettledFact.nullable(),
  })
  .meta({ id: 'ScannedValue' });

/** One fact of the applicant: what was declared, what each source and what each document says of it. */
const ComparedFact = z.object({
  field: z.string(),
  declared: Value,
  declaredNames: Named.nullable().meta({ description: 'What a declared code stands for' }),
  sources: z.array(
    z.object({
      source: z.string(),
      value: Value,
      differs: z.boolean(),
      settled: SettledFact.nullable(),
    }),
  ),
  scans: z.array(ScannedValue),
});

/** What became of reading one document. */
const DocumentReading = z.object({
  documentId: AnyId,
  document: z.string().meta({ description: 'Kind of the document' }),
  outcome: z.enum(READING_OUTCOMES),
  readAt: Instant,
});

/** Settles what one source or one document says against what was declared. */
export const SettleFact = z
  .strictObject({
    field: z.string().min(1).max(60),
    source: Code,
    believed: z.enum(BELIEVED),
    comment: Comment,
  })
  .meta({ id: 'SettleFact' });

/** 财务报表与营运资金: what a company declared in figures, and the need of working capital that they give. */
const CompanyFigures = z.object({
  years: z.array(FinancialYear.meta({ id: 'FinancialYear' })).meta({ description: 'The latest year first' }),
  workingCapital: WorkingCapitalInputs.meta({ id: 'WorkingCapitalInputs' }),
  need: z.object({
    cycleDays: z.int(),
    capitalMinor: Minor.meta({ description: '营运资金量' }),
    newLoanMinor: Minor.meta({ description: '新增流动资金贷款额度' }),
  }),
});

/** An automatic decision with everything that explains it: score by variable, rule rows, facts by source, bounds. */
export const Decision = z
  .object({
    id: AnyId,
    applicationId: AnyId,
    result: z.string(),
    route: z.string().nullable(),
    grade: z.string().nullable(),
    score: z.int().nullable(),
    reasonCodes: z.array(z.string()),
    terms: z
      .object({ amountMinor: Minor, rateBps: z.int().nullable(), termMonths: z.int().nullable() })
      .nullable(),
    simpleAnnualPercent: z.string().nullable(),
    bound: z.string().nullable().meta({ description: 'Why less than asked is offered' }),
    caps: z.array(z.object({ reason: z.string(), amountMinor: Minor })),
    scoreParts: z
      .array(z.object({ name: z.string(), names: Named.nullable(), points: z.number(), lost: z.number() }))
      .meta({ description: 'Points and points lost against the best, in hundredths' }),
    hits: z.array(z.object({ code: z.string(), severity: z.string() })),
    rules: z.array(z.object({ policy: z.string(), table: z.string(), row: z.string(), note: z.string() })),
    findings: z.array(
      z.object({
        field: z.string(),
        source: z.string(),
        declared: Value,
        found: Value,
        code: z.string(),
      }),
    ),
    facts: z.array(ComparedFact),
    companyFigures: CompanyFigures.nullable(),
    readings: z.array(DocumentReading).meta({ description: 'The newest document of each kind that is read' }),
    standing: z.object({
      exposureMinor: Minor,
      openApplications: z.int(),
      daysOverdue: z.int(),
      blacklisted: z.boolean(),
    }),
    sources: z.array(
      z.object({
        source: z.string(),
        names: Named.nullable(),
        outcome: z.string(),
        latencyMs: z.int(),
        calledAt: Instant,
        answer: z.array(z.object({ field: z.string(), value: Value })),
      }),
    ),
    policies: PolicyVersions,
    inputsHash: z.string(),
    decidedAt: Instant,
  })
  .meta({ id: 'Decision' });

/** A settled request of somebody else that is like the one at hand: what was decided, and how its loan went. */
export const ComparableCase = z
  .object({
    applicationId: AnyId,
    loanId: z.string().nullable(),
    customerName: z.string().meta({ description: 'Masked' }),
    score: z.int(),
    grade: z.string().nullable(),
    amountMinor: Minor,
    termMonths: z.int(),
    approved: z
      .object({ amountMinor: Minor, termMonths: z.int().nullable(), rateBps: z.int().nullable() })
      .nullable(),
    outcome: z.string().nullable(),
    reasonCodes: z.array(z.string()),
    loan: z
      .object({ status: z.string(), maxDaysOverdue: z.int(), fiveClass: z.string() })
      .nullable()
      .meta({ description: 'As of its newest booking' }),
    appliedAt: Instant,
  })
  .meta({ id: 'ComparableCase' });

/** A reason as the house names it. */
export const Reason = z
  .object({ code: z.string(), names: Named, category: z.string() })
  .meta({ id: 'Reason' });
