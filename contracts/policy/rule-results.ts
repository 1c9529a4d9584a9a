import { z } from 'zod';

/** One entry rule that was hit: a block declines, a review sends the case to a person. */
export const EntryHit = z.strictObject({
  code: z.string().min(1),
  severity: z.enum(['block', 'review']),
});
export type EntryHit = z.infer<typeof EntryHit>;

/** What an entry-rule table answers: every rule that was hit, in table order. */
export const EntryResult = z.array(EntryHit);

/** What a price table answers: the annual rate, and how much of the product's maximum this grade may have. */
export const PriceResult = z.strictObject({
  rateBps: z.int().positive(),
  maxAmountPercent: z.int().min(0).max(100),
});
export type PriceResult = z.infer<typeof PriceResult>;

/** The ways an application can go, least to most scrutiny, and the one that ends it. */
export const ROUTES = ['AUTO', 'OFFICER', 'OFFICER_SENIOR', 'COMMITTEE', 'DECLINE'] as const;
export const Route = z.enum(ROUTES);
export type Route = z.infer<typeof Route>;

/** What an authority table answers; a refusing or referring row names why. */
export const AuthorityResult = z.strictObject({ route: Route, reason: z.string().optional() });
export type AuthorityResult = z.infer<typeof AuthorityResult>;
