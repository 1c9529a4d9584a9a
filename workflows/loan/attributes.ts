import {
  defineSearchAttributeKey,
  SearchAttributeType,
  type SearchAttributeUpdatePair,
} from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';
import type { LoanState } from './state';

const keyword = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);
const datetime = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.DATETIME);

const LoanStage = keyword('LoanStage');
const DecisionRoute = keyword('DecisionRoute');
const ApproverLevel = keyword('ApproverLevel');
const OverdueBucket = keyword('OverdueBucket');
const RiskGrade = keyword('RiskGrade');
const ParkedReason = keyword('ParkedReason');
const NextDueAt = datetime('NextDueAt');
const WaitingSince = datetime('WaitingSince');
const OverdueSince = datetime('OverdueSince');

const text = (value: string | null | undefined): string | null => (value ? value : null);
const date = (value: string | null | undefined): Date | null => (value ? new Date(value) : null);

/** A loan that repays on plan waits for nobody; a parked one waits for an operator since it was parked. */
function waitingSince({ parked, waitingFor, stage, since }: LoanState): string | null {
  if (parked) return parked.since;
  return waitingFor && stage !== 'REPAYING' ? since : null;
}

/** Current values of all attributes that the workflow keeps; the rest are set once at the start. */
function pairsOf(state: LoanState): SearchAttributeUpdatePair[] {
  const view = state.plan?.view;
  return [
    { key: LoanStage, value: state.stage },
    { key: DecisionRoute, value: text(state.route) },
    { key: RiskGrade, value: text(state.grade) },
    { key: ApproverLevel, value: text(state.openTask?.level) },
    { key: ParkedReason, value: text(state.parked?.reason) },
    { key: WaitingSince, value: date(waitingSince(state)) },
    { key: OverdueBucket, value: text(view?.bucket === 'M0' ? null : view?.bucket) },
    { key: OverdueSince, value: date(view?.overdueSince) },
    { key: NextDueAt, value: date(view?.nextDueOn && `${view.nextDueOn}T00:00:00Z`) },
  ];
}

/**
 * Publishes attributes when the loan's situation changed. An instalment paid on time is no such change: NextDueAt
 * then moves on with the next change of situation (each upsert is an event and a billed action; lists of loans by
 * due date come from Postgres).
 */
export class Attributes {
  private readonly published: Map<string, string>;

  /** What the start, or the run before this one, has published already. */
  constructor(state: LoanState) {
    this.published = new Map(pairsOf(state).map(({ key, value }) => [key.name, String(value ?? '')]));
    // It lags behind the plan (see below).
    if (state.input.carried) this.published.delete(NextDueAt.name);
  }

  publish(state: LoanState): void {
    const pairs = pairsOf(state);
    const changed = pairs.filter(({ key, value }) => this.published.get(key.name) !== String(value ?? ''));
    const situationChanged = changed.some(({ key }) => key !== NextDueAt);
    if (!situationChanged) return;
    for (const { key, value } of changed) this.published.set(key.name, String(value ?? ''));
    upsertSearchAttributes(changed);
  }
}
