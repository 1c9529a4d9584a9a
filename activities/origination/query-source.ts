import { createHash } from 'node:crypto';
import { activityInfo } from '@temporalio/activity';
import { newId } from '../../contracts/ids';
import type { SourceResult } from '../../contracts/loan/steps';
import type { SourceBody } from '../../contracts/policy/origination';
import type { SourceRow } from '../../contracts/sources/source-row';
import type { sourceCalls } from '../../db/schema/underwriting';
import type { PolicySet } from '../../domain/policy/policy';
import type { ClockStamp } from '../../providers/clock-stamp';
import { ProviderError } from '../../providers/provider-error';
import { addressedSource } from '../../providers/sources/addressed-source';
import type { SourceAnswer, SourceSubject } from '../../providers/sources/port';
import type { ActivityDeps } from '../support/deps';
import { failure } from '../support/failures';
import type { ApplicationRow } from '../support/step';
import { timeOf } from '../support/time-of';

type Outcome = SourceResult['outcome'];

/** What the calls of one application have in common: all that they need of Postgres. */
export interface CaseFile {
  app: ApplicationRow;
  subject: SourceSubject;
  clock: ClockStamp | undefined;
  policies: PolicySet;
  consented: readonly { id: string; code: string }[];
  /** Keeps what came of a call; returns once it is in Postgres. */
  keep: (call: typeof sourceCalls.$inferInsert) => Promise<void>;
}

/** A source's policy row, of those that the application was decided under. */
function sourcePolicy({ policies }: Pick<CaseFile, 'policies'>, source: string) {
  const policy = policies.sources.find(({ ref }) => ref.code === source);
  if (!policy) throw failure('MISSING_POLICY', `source ${source}`);
  return policy.body;
}

/** What asking a source needs: its policy, where it is, and the consent that the question leans on. */
export function sourceOf({ settings }: Pick<ActivityDeps, 'settings'>, file: CaseFile, source: string) {
  const body = sourcePolicy(file, source);
  const consentId = file.consented.find(({ code }) => code === body.consent)?.id ?? null;
  const unconsented = body.needsConsent && consentId === null;
  return { body, consentId, unconsented, row: () => rowOf(body, settings.addresses) };
}

/**
 * Asks one outside source and stores the answer under its business key, sealed. A source that stays silent through
 * its attempts is recorded as unavailable; its policy row says what the decision makes of that.
 */
export async function querySource(
  deps: ActivityDeps,
  file: CaseFile,
  { source, requestKey }: { source: string; requestKey: string },
): Promise<SourceResult> {
  const { app, subject, clock } = file;
  const { body, consentId, unconsented, row } = sourceOf(deps, file, source);
  const store = (outcome: Outcome, answer: SourceAnswer | null) =>
    storeCall(deps, file, { source, requestKey, consentId }, whatCame(body, outcome, answer));
  if (unconsented) return store('refused', null);

  try {
    const context = { applicationId: app.id, consentId, requestKey, clock };
    const answer = await deps.sources.query(row(), subject, context);
    return await store(
      answer.ok ? 'answered' : answer.kind === 'no_record' ? 'no_record' : 'unavailable',
      answer,
    );
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (!error.retryable) return store('refused', null);
    const { fallback, retries } = body;
    if (fallback !== 'wait' && activityInfo().attempt > retries) return store('unavailable', null);
    throw failure('SOURCE_UNAVAILABLE', source);
  }
}

interface Call {
  source: string;
  requestKey: string;
  consentId: string | null;
}

/** What came of a call: an answer without personal data, and the text as it came, to be sealed. */
interface CallOutcome {
  outcome: Outcome;
  result?: unknown;
  raw?: string;
  latencyMs?: number;
  costMinor?: bigint;
}

function whatCame(body: SourceBody, outcome: Outcome, answer: SourceAnswer | null): CallOutcome {
  if (answer === null) return { outcome };
  const { raw, latencyMs, billable } = answer;
  const costMinor = billable ? BigInt(body.priceMinor) : 0n;
  return { outcome, raw, latencyMs, costMinor, result: answer.ok ? answer.result : null };
}

/** Keeps what came of a call, for good. */
export async function storeCall(
  { db, vault }: ActivityDeps,
  { app, keep }: Pick<CaseFile, 'app' | 'keep'>,
  call: Call,
  { outcome, result = null, raw, latencyMs = 0, costMinor = 0n }: CallOutcome,
): Promise<SourceResult> {
  const id = newId('src');
  const place = { table: 'source_calls', column: 'sealed_raw', rowId: id };
  await keep({
    id,
    applicationId: app.id,
    ...call,
    requestHash: createHash('sha256').update(call.requestKey).digest('hex'),
    outcome,
    result,
    sealedRaw: raw === undefined ? null : vault.seal(place, raw),
    latencyMs,
    costMinor,
    calledAt: await timeOf(db, app.clockId),
    clockId: app.clockId,
  });
  return { source: call.source, outcome };
}

/** Policy row with its address taken from the environment. */
function rowOf(body: SourceBody, addresses: Readonly<Record<string, string>>): SourceRow {
  const row = addressedSource(body, addresses);
  if (row === null) throw failure('MISSING_POLICY', `address ${body.baseUrl.env}`);
  return row;
}
