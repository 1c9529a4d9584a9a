import { z } from 'zod';

/** What can be governed as policy data: each kind has one body schema (contracts/policy/bodies.ts). */
export const POLICY_KINDS = [
  'product',
  'entry_rules',
  'checklist',
  'scorecard',
  'price_table',
  'authority',
  'limits',
  'collection_strategy',
  'provisioning',
  'calendar',
  'rate_cap',
  'message_template',
  'contract_template',
  'consent_text',
  'form',
  'reason_codes',
  'source',
  'penalty',
  'reference_rate',
  'exchange_rates',
] as const;

export const PolicyKind = z.enum(POLICY_KINDS);
export type PolicyKind = z.infer<typeof PolicyKind>;

/** The life of a version: written, before a second person, approved by that person, in force from a date, no longer in force. */
export const POLICY_STATUSES = ['draft', 'in_approval', 'approved', 'published', 'retired'] as const;

export const PolicyStatus = z.enum(POLICY_STATUSES);
export type PolicyStatus = z.infer<typeof PolicyStatus>;

/** Names one immutable version; decisions and loans pin these. */
export const PolicyRef = z.object({ kind: PolicyKind, code: z.string(), version: z.int().positive() });
export type PolicyRef = z.infer<typeof PolicyRef>;
