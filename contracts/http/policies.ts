import { z } from 'zod';
import { ExampleApplicant } from '../policy/example';
import { PolicyKind } from '../policy/kinds';
import { PolicyContent, StudioKind } from '../policy/studio';
import { AnyId, CivilDate, Code, Comment, Id, Instant, Minor, Named } from './common';

/** Somebody who took a step; the machine has no name. */
const Person = z.object({ id: z.string(), name: z.string().nullable() }).meta({ id: 'StaffName' });

/** One version and where it stands today. */
export const PolicyVersion = z
  .object({
    id: AnyId,
    version: z.int(),
    standing: z
      .enum(['draft', 'in_approval', 'approved', 'scheduled', 'in_force', 'superseded', 'retired'])
      .meta({ description: 'Where the version stands on the business date' }),
    revision: z.int().meta({ description: 'Counts changes; the ETag to send as If-Match' }),
    effectiveFrom: CivilDate.nullable(),
    effectiveTo: CivilDate.nullable(),
    author: Person,
    editors: z.array(Person).meta({ description: 'Everybody who wrote in it; none of them may approve it' }),
    approver: Person.nullable(),
    publisher: Person.nullable(),
    retirer: Person.nullable(),
    createdAt: Instant,
    approvedAt: Instant.nullable(),
    publishedAt: Instant.nullable(),
    retiredAt: Instant.nullable(),
  })
  .meta({ id: 'PolicyVersion' });

/** A policy under its name with all its versions, newest first. */
export const Policy = z
  .object({
    kind: PolicyKind,
    code: z.string(),
    names: Named.nullable().meta({ description: 'Where the policy names itself, as products do' }),
    editable: z.boolean().meta({ description: 'Whether the studio edits this kind' }),
    usedBy: z
      .array(z.object({ code: z.string(), names: Named }))
      .meta({ description: 'Products in force that name it' }),
    versions: z.array(PolicyVersion),
  })
  .meta({ id: 'Policy' });

/** One version with what it says. */
export const PolicyDetail = PolicyVersion.extend({
  kind: PolicyKind,
  code: z.string(),
  content: PolicyContent.nullable().meta({ description: 'Null where the studio has no form for it' }),
}).meta({ id: 'PolicyDetail' });

export const ListPolicies = z.strictObject({ kind: PolicyKind.optional() });

export const DraftPolicy = z
  .strictObject({
    kind: StudioKind,
    code: Code.meta({ description: 'An existing name for its next version, or a new name' }),
    copyOf: Id('pol')
      .optional()
      .meta({ description: 'Version to begin with; the one in force where absent' }),
  })
  .meta({ id: 'DraftPolicy' });

export const SendBackPolicy = z
  .strictObject({ comment: Comment.meta({ description: 'What is to be changed' }) })
  .meta({ id: 'SendBackPolicy' });

export const PublishPolicy = z
  .strictObject({
    effectiveFrom: CivilDate.meta({ description: 'First business date on which it governs, today or later' }),
  })
  .meta({ id: 'PublishPolicy' });

export const RetirePolicy = z
  .strictObject({
    effectiveTo: CivilDate.meta({ description: 'First business date on which it no longer governs' }),
    comment: Comment.meta({ description: 'Why' }),
  })
  .meta({ id: 'RetirePolicy' });

/** Something that a review of a draft found. */
export const PolicyFinding = z
  .object({
    severity: z.enum(['block', 'warn']).meta({ description: 'A block keeps the draft from being handed in' }),
    code: z.string(),
    pointer: z.string().meta({ description: 'JSON pointer into the form', example: '#/table/rows/3' }),
    detail: Named,
  })
  .meta({ id: 'PolicyFinding' });

/** One difference; entries of lists are named by what identifies them. */
export const PolicyChange = z
  .object({
    kind: z.enum(['added', 'removed', 'changed', 'moved']),
    path: z.array(z.string()),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'PolicyChange' });

export const ChangesQuery = z.strictObject({
  against: Id('pol')
    .optional()
    .meta({ description: 'Version to compare with; the one in force where absent' }),
});

export const PolicyChanges = z
  .object({
    against: z.object({ id: AnyId, version: z.int() }).nullable(),
    before: PolicyContent.nullable(),
    changes: z.array(PolicyChange),
  })
  .meta({ id: 'PolicyChanges' });

/** Something that happened to a version. */
export const PolicyEvent = z
  .object({
    at: Instant,
    what: z.string(),
    actor: Person,
    comment: z.string().nullable(),
    on: CivilDate.nullable().meta({ description: 'Day that a publication or retirement takes effect' }),
  })
  .meta({ id: 'PolicyEvent' });

export const TryPolicy = z
  .strictObject({
    productCode: Code,
    example: ExampleApplicant.optional(),
    applicationId: Id('app')
      .optional()
      .meta({ description: 'A decided application, with what was known then' }),
  })
  .refine((body) => (body.example === undefined) !== (body.applicationId === undefined), 'invalid')
  .meta({ id: 'TryPolicy' });

/** What would become of a case. */
export const TrialOutcome = z
  .object({
    result: z.enum(['approve', 'refer', 'decline']),
    route: z.string(),
    levels: z.array(z.string()),
    grade: z.string(),
    score: z.int(),
    amountMinor: Minor.nullable(),
    rateBps: z.int().nullable(),
    termMonths: z.int().nullable(),
    simpleAnnualPercent: z.string().nullable(),
    reasons: z.array(z.string()),
    documents: z.array(z.string()),
    rows: z.array(z.object({ policy: z.string(), row: z.string(), note: z.string() })),
  })
  .meta({ id: 'TrialOutcome' });

export const PolicyTrial = z
  .object({ draft: TrialOutcome, published: TrialOutcome.nullable(), differs: z.boolean() })
  .meta({ id: 'PolicyTrial' });

export const BacktestPolicy = z
  .strictObject({
    applications: z.int().min(1).max(500).default(100).meta({ description: 'The latest so many' }),
    from: CivilDate.optional().meta({ description: 'Decided on this business date or later' }),
    to: CivilDate.optional().meta({ description: 'Decided on this business date or before' }),
  })
  .meta({ id: 'BacktestPolicy' });

/** The draft against the version in force on past applications: who would change side. */
export const PolicyBacktest = z
  .object({
    applications: z.int(),
    more: z.boolean().meta({ description: 'Whether earlier ones of the period were left out' }),
    approved: z.object({ published: z.int(), draft: z.int() }),
    referred: z.object({ published: z.int(), draft: z.int() }),
    declined: z.object({ published: z.int(), draft: z.int() }),
    meanRateBps: z.object({ published: z.int().nullable(), draft: z.int().nullable() }),
    changed: z.array(z.object({ applicationId: AnyId, published: TrialOutcome, draft: TrialOutcome })),
  })
  .meta({ id: 'PolicyBacktest' });

export const FactsQuery = z.strictObject({
  kind: z.enum(['entry_rules', 'price_table', 'authority', 'scorecard']),
  code: Code,
});

/** A fact that a table may read, with how people write its values. */
export const PolicyFact = z
  .object({
    fact: z.string(),
    names: Named,
    unit: z.enum(['money', 'bps', 'ppm', 'percent', 'months', 'years', 'days', 'count', 'flag', 'choice']),
    choices: z.array(z.object({ value: z.string(), names: Named })).nullable(),
    mayMiss: z.boolean(),
  })
  .meta({ id: 'PolicyFact' });
