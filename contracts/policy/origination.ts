import { z } from 'zod';
import { sourceRow } from '../sources/source-row';
import { AmountMinor, Bilingual, CivilDate, Code, CustomerType, DecimalText } from './body-parts';
import { DecisionGraph } from './decision-graph';
import { ROUTES } from './rule-results';

/** Hard rules checked before any outside query; each row blocks or sends to a person, with a reason code. */
export const EntryRulesBody = z.strictObject({ graph: DecisionGraph });
export type EntryRulesBody = z.infer<typeof EntryRulesBody>;

/** Grade × term → annual rate and share of the maximum amount. */
export const PriceTableBody = z.strictObject({ graph: DecisionGraph });
export type PriceTableBody = z.infer<typeof PriceTableBody>;

/** A document is asked always, or only from an amount, for some purposes, or for some kinds of employment. */
const ChecklistItem = z.strictObject({
  document: Code,
  names: Bilingual,
  fromAmountMinor: AmountMinor.optional(),
  purposes: z.array(Code).optional(),
  employment: z.array(Code).optional(),
});

/** What an application must bring before anybody looks at it. */
export const ChecklistBody = z.strictObject({ items: z.array(ChecklistItem).min(1) });
export type ChecklistBody = z.infer<typeof ChecklistBody>;

/** One tier of a route: who decides, how many of how many must agree, and how long they have. */
export const AuthorityLevel = z.strictObject({
  level: z.enum(['OFFICER', 'SENIOR_OFFICER', 'COMMITTEE']),
  role: Code,
  deputyRole: Code,
  seats: z.int().min(1).max(15),
  /** Votes that must be cast before the result counts (法定人数). */
  quorum: z.int().min(1).max(15),
  votesNeeded: z.int().min(1).max(15),
  slaHours: z.int().min(1).max(720),
  deputyAfterHours: z.int().min(1).max(720),
});
export type AuthorityLevel = z.infer<typeof AuthorityLevel>;

/** 分级审批 (商业银行法 35): a table finds the route, the routes say who decides, ceilings bound each role. */
export const AuthorityBody = z.strictObject({
  graph: DecisionGraph,
  routes: z.partialRecord(z.enum(ROUTES), z.array(AuthorityLevel)),
  ceilings: z.array(z.strictObject({ role: Code, maxAmountMinor: AmountMinor })),
  /** The tier that hears an applicant who asks for a person after an automatic refusal (PIPL 24). */
  declineReview: AuthorityLevel,
});
export type AuthorityBody = z.infer<typeof AuthorityBody>;

/** What one customer may owe and ask for at once, and how much of the income debt service may take. */
export const LimitsBody = z.strictObject({
  customerMaxMinor: AmountMinor,
  openApplicationsMax: z.int().min(1),
  dtiReferPercent: z.int().min(1).max(100),
  dtiMaxPercent: z.int().min(1).max(100),
});
export type LimitsBody = z.infer<typeof LimitsBody>;

/** Caps on the annualised total cost; the day of signing chooses the row (新老划断). */
export const RateCapBody = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        fromOn: CivilDate,
        toOn: CivilDate.nullable(),
        capPercent: DecimalText,
        basis: z.enum(['simple', 'compound']),
        legalBasis: Bilingual,
        severity: z.enum(['block', 'review', 'warn']),
      }),
    )
    .min(1),
});
export type RateCapBody = z.infer<typeof RateCapBody>;

/** Reasons as the house names them and as an applicant may read them; an adverse answer always has one (PIPL 24). */
export const ReasonCodesBody = z.strictObject({
  reasons: z
    .array(
      z.strictObject({
        code: Code,
        names: Bilingual,
        applicant: Bilingual,
        category: z.enum([
          'entry',
          'identity',
          'credit',
          'affordability',
          'fraud',
          'legal',
          'document',
          'source',
          'policy',
          'human',
        ]),
      }),
    )
    .min(1),
});
export type ReasonCodesBody = z.infer<typeof ReasonCodesBody>;

/** A consent as it is shown; the hashes prove which words were agreed to (征信业管理条例 18, PIPL 14 and 23). */
export const ConsentTextBody = z.strictObject({
  titles: Bilingual,
  texts: Bilingual,
  hashes: z.strictObject({ zh: z.string().regex(/^[0-9a-f]{64}$/), en: z.string().regex(/^[0-9a-f]{64}$/) }),
  purposes: z.array(Code).min(1),
  sources: z.array(Code),
  separate: z.boolean(),
  /**
   * For how many days of 24 hours sources may be asked on the strength of the consent while a request is open. An agreement
   * of an account stands until another version asks for it anew.
   */
  validDays: z.int().positive(),
});
export type ConsentTextBody = z.infer<typeof ConsentTextBody>;

/** An outside source as policy: the row its adapter needs, with the address taken from the environment. */
export const SourceBody = z.strictObject({
  ...sourceRow.shape,
  /** Address and path are apart, so that one row serves sandbox and production. */
  baseUrl: z.strictObject({
    env: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    path: z.string().regex(/^(\/[\w-]+)*$/),
  }),
  names: Bilingual,
  appliesTo: z.array(CustomerType).min(1),
  consent: Code.nullable(),
});
export type SourceBody = z.infer<typeof SourceBody>;
