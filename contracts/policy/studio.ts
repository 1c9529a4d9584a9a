import { z } from 'zod';
import { AuthorityBody, AuthorityLevel, ChecklistBody, LimitsBody, RateCapBody } from './origination';
import { ProductBody } from './product';
import { ROUTES } from './rule-results';
import { RuleTable } from './rule-table';
import { ScorecardBody } from './scorecard';
import { CalendarBody, ExchangeRatesBody, PenaltyBody, ReferenceRateBody } from './servicing';

/** What business people change by themselves in the studio; texts, sources and provisioning are changed elsewhere. */
export const STUDIO_KINDS = [
  'product',
  'checklist',
  'entry_rules',
  'scorecard',
  'price_table',
  'authority',
  'limits',
  'calendar',
  'rate_cap',
  'penalty',
  'reference_rate',
  'exchange_rates',
] as const;
export const StudioKind = z.enum(STUDIO_KINDS).meta({ id: 'StudioKind' });
export type StudioKind = z.infer<typeof StudioKind>;

/** Whether a text names a kind that the studio edits. */
export const isStudioKind = (kind: string): kind is StudioKind => STUDIO_KINDS.some((one) => one === kind);

/** A form that is one decision table. */
export const TableForm = z.strictObject({ table: RuleTable });

/** Authority as people write it: the table that finds the route, who decides on each route, ceilings by role. */
export const AuthorityForm = z.strictObject({
  table: RuleTable,
  routes: z.array(z.strictObject({ route: z.enum(ROUTES), levels: z.array(AuthorityLevel).max(5) })),
  ceilings: AuthorityBody.shape.ceilings,
  declineReview: AuthorityLevel,
});
export type AuthorityForm = z.infer<typeof AuthorityForm>;

/** The form of each kind: what people read and write, where it differs from what is kept. */
export const POLICY_FORMS = {
  product: ProductBody,
  checklist: ChecklistBody,
  entry_rules: TableForm,
  scorecard: ScorecardBody,
  price_table: TableForm,
  authority: AuthorityForm,
  limits: LimitsBody,
  calendar: CalendarBody,
  rate_cap: RateCapBody,
  penalty: PenaltyBody,
  reference_rate: ReferenceRateBody,
  exchange_rates: ExchangeRatesBody,
} as const satisfies Record<StudioKind, z.ZodType>;

/** A form with its kind, as it crosses the border. */
export const PolicyContent = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('product'), form: POLICY_FORMS.product }),
    z.strictObject({ kind: z.literal('checklist'), form: POLICY_FORMS.checklist }),
    z.strictObject({ kind: z.literal('entry_rules'), form: POLICY_FORMS.entry_rules }),
    z.strictObject({ kind: z.literal('scorecard'), form: POLICY_FORMS.scorecard }),
    z.strictObject({ kind: z.literal('price_table'), form: POLICY_FORMS.price_table }),
    z.strictObject({ kind: z.literal('authority'), form: POLICY_FORMS.authority }),
    z.strictObject({ kind: z.literal('limits'), form: POLICY_FORMS.limits }),
    z.strictObject({ kind: z.literal('calendar'), form: POLICY_FORMS.calendar }),
    z.strictObject({ kind: z.literal('rate_cap'), form: POLICY_FORMS.rate_cap }),
    z.strictObject({ kind: z.literal('penalty'), form: POLICY_FORMS.penalty }),
    z.strictObject({ kind: z.literal('reference_rate'), form: POLICY_FORMS.reference_rate }),
    z.strictObject({ kind: z.literal('exchange_rates'), form: POLICY_FORMS.exchange_rates }),
  ])
  .meta({ id: 'PolicyContent' });
export type PolicyContent = z.infer<typeof PolicyContent>;
