import { z } from 'zod';

/**
 * An amount that cannot be negative, in minor units: a decimal integer string, since JSON numbers and Temporal payloads
 * cannot carry a bigint.
 */
export const positiveMinorAmount = z.string().regex(/^(0|[1-9]\d{0,17})$/);

/** A civil day of the lender's calendar. */
export const civilDay = z.iso.date();

/** A number of things; sources never count below zero. */
export const count = z.int().min(0).max(1_000_000);

/** A share in whole percent. */
export const sharePercent = z.int().min(0).max(100);

/** A code of a source or of ours, short enough for a column and free of personal text. */
export const code = z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/);
