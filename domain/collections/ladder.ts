import type {
  CollectionAction,
  CollectionRow,
  CollectionStrategyBody,
} from '../../contracts/policy/servicing';

/** What the ladder asks for on one day, and the next day on which it asks for anything. */
export interface LadderStep {
  /** First day of the row the loan stands on; 0 while it is not overdue or above no row. */
  readonly rowFromDays: number;
  /** Empty on days between actions. */
  readonly actions: readonly CollectionAction[];
  /** Days overdue of the next action; null when nothing more will come. */
  readonly nextDays: number | null;
}

/** Where a loan stands on the ladder. It never acts twice on one day, and a skipped row is not made up for. */
export function ladderStep(strategy: Pick<CollectionStrategyBody, 'rows'>, daysOverdue: number): LadderStep {
  const row = strategy.rows.find((each) => isOn(each, daysOverdue));
  const next = strategy.rows
    .map((each) => nextIn(each, daysOverdue))
    .filter((days) => days !== null)
    .sort((a, b) => a - b);
  return {
    rowFromDays: row?.fromDays ?? 0,
    actions: row && actsOn(row, daysOverdue) ? row.actions : [],
    nextDays: next[0] ?? null,
  };
}

/** A day of the ladder on which something is done for a debt that is so many days old. */
export interface LadderDay {
  readonly day: number;
  readonly kind: 'escalate' | 'letter';
}

/**
 * The days of the ladder up to a debt's age and the next one after it, step by step as `ladderStep` walks. A letter is a
 * paper of its own and goes out on the first day of its row alone.
 */
export function ladderDays(strategy: Pick<CollectionStrategyBody, 'rows'>, ageDays: number): LadderDay[] {
  const days: LadderDay[] = [];
  let reached = 0;
  for (let at = ladderStep(strategy, 0); at.nextDays !== null && reached <= ageDays; ) {
    const day = at.nextDays;
    at = ladderStep(strategy, day);
    if (at.actions.some((action) => action.kind !== 'letter')) days.push({ day, kind: 'escalate' });
    if (day === at.rowFromDays && at.actions.some((action) => action.kind === 'letter'))
      days.push({ day, kind: 'letter' });
    reached = day;
  }
  return days;
}

function isOn({ fromDays, toDays }: CollectionRow, days: number): boolean {
  return days >= fromDays && (toDays === null || days <= toDays);
}

function actsOn(row: CollectionRow, days: number): boolean {
  const since = days - row.fromDays;
  return since === 0 || (row.repeatDays !== null && since % row.repeatDays === 0);
}

/** First action day of a row after the given one. */
function nextIn(row: CollectionRow, days: number): number | null {
  if (days < row.fromDays) return row.fromDays;
  if (row.repeatDays === null) return null;
  const rounds = Math.floor((days - row.fromDays) / row.repeatDays) + 1;
  const next = row.fromDays + rounds * row.repeatDays;
  return row.toDays === null || next <= row.toDays ? next : null;
}
