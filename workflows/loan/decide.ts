import type { ApprovalLevel } from '../../contracts/loan/steps';
import { decideAt } from './approve';
import { declined } from './declined';
import type { Ending } from './ending';
import type { LoanProcess } from './process';

/** The automatic decision, then as many tiers of people as amount and risk ask for. */
export async function decide(process: LoanProcess): Promise<Ending | null> {
  const { state } = process;
  process.enter('DECISION');
  const decision = await process.record('decide', process.ref);
  state.grade = decision.grade;
  if (decision.result === 'decline') return declined(process, decision);
  state.route = decision.route;
  return decision.result === 'refer' ? throughLevels(process, decision.levels) : null;
}

async function throughLevels(process: LoanProcess, levels: ApprovalLevel[]): Promise<Ending | null> {
  for (const level of levels) {
    const open = (round: number) => process.record('openApproval', { ...process.ref, level, round });
    const end = await decideAt(process, open);
    if (end) return end;
  }
  return null;
}
