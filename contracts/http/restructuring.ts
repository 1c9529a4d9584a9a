import { z } from 'zod';
import { CivilDate, PositiveMinor } from './common';

/** Rows of a plan that an operation lays anew. */
export const Periods = z.int().min(1).max(600);
/** A rate that an operation sets. */
export const RatePercent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,8})?$/)
  .meta({ description: 'Percent per year', example: '9.6' });

/** Methods that a restructured plan may follow. */
export const RESTRUCTURED_METHODS = [
  ...(['equal-instalment', 'equal-principal', 'interest-only', 'bullet'] as const),
  ...(['flat', 'balloon', 'interest-only-first', 'custom'] as const),
] as const;

/** 重组: a new plan from its day on. What a method needs beside its name is given with it, and only with it. */
export const Restructuring = z
  .strictObject({
    kind: z.literal('restructuring'),
    capitalised: z.array(z.enum(['fee', 'penalty', 'compound', 'interest'])).max(4),
    periods: Periods,
    firstDueOn: CivilDate.optional(),
    annualRatePercent: RatePercent.optional(),
    method: z
      .enum(RESTRUCTURED_METHODS)
      .optional()
      .meta({ description: 'As before, if left out; equal instalments after a custom table' }),
    balloonMinor: PositiveMinor.optional().meta({
      description: 'Of a balloon: what is left for the last row',
    }),
    interestOnlyPeriods: Periods.optional().meta({
      description: 'Of interest-only-first: rows of interest alone, fewer than all',
    }),
    interestOnlyThen: z
      .enum(['equal-instalment', 'equal-principal'])
      .optional()
      .meta({ description: 'Of interest-only-first: how the rest is repaid; equal instalments if left out' }),
    sharesPpm: z.array(z.int().min(0).max(1_000_000)).min(1).max(600).optional().meta({
      description:
        'Of a custom table: the share of the new principal that each row repays, in millionths; all of it in all, the last above 0',
    }),
  })
  .refine(({ method, balloonMinor }) => (method === 'balloon') === (balloonMinor !== undefined), {
    error: 'a balloon and its amount go together',
    path: ['balloonMinor'],
  })
  .refine(
    ({ method, periods, interestOnlyPeriods: rows }) =>
      method === 'interest-only-first' ? rows !== undefined && rows < periods : rows === undefined,
    {
      error: 'rows of interest alone belong to interest-only-first, fewer than all',
      path: ['interestOnlyPeriods'],
    },
  )
  .refine(
    ({ method, interestOnlyThen }) => method === 'interest-only-first' || interestOnlyThen === undefined,
    {
      error: 'belongs to interest-only-first',
      path: ['interestOnlyThen'],
    },
  )
  .refine(
    ({ method, periods, sharesPpm: shares }) =>
      method === 'custom' ? shares !== undefined && isWhole(shares, periods) : shares === undefined,
    {
      error: 'a custom table has a share for each row, 1,000,000 in all, the last above 0',
      path: ['sharesPpm'],
    },
  );

function isWhole(shares: readonly number[], rows: number): boolean {
  return (
    shares.length === rows &&
    shares.reduce((sum, share) => sum + share, 0) === 1_000_000 &&
    shares.at(-1) !== 0
  );
}
