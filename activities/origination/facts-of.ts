import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { sourceCode } from '../../contracts/sources/source-code';
import { mappedResult, sourceResults } from '../../contracts/sources/source-result';
import type { Queryable } from '../../db/client';
import { compiledRead } from '../../db/compiled';
import { sourceCalls } from '../../db/schema/underwriting';
import type { Facts } from '../../domain/underwriting/facts';

const factOf = <R extends z.ZodType>(result: R) =>
  z
    .discriminatedUnion('state', [
      z.object({ state: z.literal('answered'), result }),
      z.object({ state: z.enum(['no_record', 'refused', 'unavailable']) }),
    ])
    .optional();

const namedFacts = z.object({
  identity: factOf(sourceResults.identity),
  telecom: factOf(sourceResults.telecom),
  bank_card: factOf(sourceResults.bank_card),
  bureau: factOf(sourceResults.bureau),
  anti_fraud: factOf(sourceResults.anti_fraud),
  court: factOf(sourceResults.court),
  registry: factOf(sourceResults.registry),
  tax: factOf(sourceResults.tax),
});
const mappedFacts = z.record(z.string(), factOf(mappedResult).unwrap());

const callsOf = compiledRead((from) =>
  from
    .select({ source: sourceCalls.source, outcome: sourceCalls.outcome, result: sourceCalls.result })
    .from(sourceCalls)
    .where(eq(sourceCalls.applicationId, sql.placeholder('applicationId'))),
);

/** What the sources answered for an application, as underwriting reads it: checked again when read back. */
export async function factsOf(tx: Queryable, applicationId: string): Promise<Facts> {
  const calls = await callsOf(tx, { applicationId });
  const named: Record<string, unknown> = {};
  const mapped: Record<string, unknown> = {};
  for (const { source, outcome, result } of calls) {
    const target = sourceCode.safeParse(source).success ? named : mapped;
    target[source] = outcome === 'answered' ? { state: outcome, result } : { state: outcome };
  }
  return { named: namedFacts.parse(named), mapped: mappedFacts.parse(mapped) };
}
