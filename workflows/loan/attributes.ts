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

/** Current values of all attributes that the workflow keeps; the rest are set once at the start. */
function pairsOf(state: LoanState): SearchAttributeUpdatePair[] {
  const view = state.plan?.view;
  return [
    { key: LoanStage, value: state.stage },
    { key: DecisionRoute, value: text(state.route) },
    { key: RiskGrade, value: text(state.grade) },
    { key: ApproverLevel, value: text(state.openTask?.level) },
    { key: ParkedReason, value: text(state.parked?.reason) },
    { key: WaitingSince, value: date(state.waitingFor && state.stage !== 'REPAYING' ? state.since : null) },
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
  private published = new Map<string, string>();

  publish(state: LoanState): void {
    const pairs = pairsOf(state);
    const changed = pairs.filter(({ key, value }) => this.published.get(key.name) !== String(value ?? ''));
    const situationChanged = changed.some(({ key }) => key !== NextDueAt);
    if (!situationChanged) return;
    const known = changed.filter(({ key, value }) => value !== null || this.published.has(key.name));
    for (const { key, value } of changed) this.published.set(key.name, String(value ?? ''));
    if (known.length > 0) upsertSearchAttributes(known);
  }
}
