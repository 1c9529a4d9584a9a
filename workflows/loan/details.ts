import { OUTCOME_NAMES, STAGE_NAMES, WAIT_NAMES } from '../../domain/loan/names';
import type { LoanState } from './state';

/** Instant in words a person reads at once; UTC, since the UI shows its own clock beside it. */
const moment = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

/** Minor units as a decimal amount with its currency. */
function money(minor: string, currency: string): string {
  const digits = minor.padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${currency} ${whole}.${digits.slice(-2)}`;
}

/**
 * What the Temporal UI shows as current details: which stage, since when, waiting for whom, until when, and how the
 * account stands. English and Chinese, no personal data.
 */
export function detailsOf(state: LoanState): string {
  const stage = STAGE_NAMES[state.stage];
  const lines = [`**${stage.en} · ${stage.zh}**, since ${moment(state.since)}`];
  if (state.parked) {
    const { step, reason, since } = state.parked;
    lines.push(
      `**Parked · 已挂起** at step \`${step}\` (${reason}) since ${moment(since)}. Correct the cause, then resume.`,
    );
  } else if (state.outcome) {
    const outcome = OUTCOME_NAMES[state.outcome];
    lines.push(`Ended: ${outcome.en} · ${outcome.zh}`);
  } else if (state.waitingFor) {
    const wait = WAIT_NAMES[state.waitingFor];
    const until = state.waitUntil ? `, until ${moment(state.waitUntil)}` : '';
    lines.push(`Waiting for ${wait.en} · 等待${wait.zh}${until}`);
  }
  if (state.openTask) lines.push(`Open task ${state.openTask.taskId} (${state.openTask.level})`);
  if (state.route) lines.push(`Decision route ${state.route}, risk grade ${state.grade}`);
  const view = state.plan?.view;
  if (view) {
    lines.push(
      `Instalments paid ${view.instalmentsPaid} of ${view.instalments} · 已还 ${view.instalmentsPaid}/${view.instalments} 期`,
    );
    lines.push(`Outstanding · 剩余本金 ${money(view.outstandingMinor, view.currency)}`);
    if (view.nextDueOn)
      lines.push(
        `Next due · 下一还款日 ${view.nextDueOn}: ${money(view.nextDueAmountMinor ?? '0', view.currency)}`,
      );
    if (view.daysOverdue > 0) lines.push(`**Overdue · 逾期 ${view.daysOverdue} d (${view.bucket})**`);
  }
  return lines.join('\n\n');
}
