import type { Deadline, OpenedTask } from '../../contracts/loan/steps';
import { type Ending, ending, withdrawal } from './ending';
import type { LoanProcess, PendingCommand } from './process';
import { supplement } from './supplement';

type Verdict = 'approved' | { returned: Deadline } | Ending;

/** One tier of approval. Returned for documents, it opens again when they came. */
export async function decideAt(
  process: LoanProcess,
  open: (round: number) => Promise<OpenedTask>,
): Promise<Ending | null> {
  for (let round = 1; ; round++) {
    const task = await open(round);
    const verdict = await verdictOn(process, task);
    if (verdict === 'approved') return null;
    if ('outcome' in verdict) return verdict;
    const end = await supplement(process, verdict.returned);
    if (end) return end;
  }
}

/** Collects votes until Postgres says that the tier has decided; who is silent is escalated, then deputised. */
async function verdictOn(process: LoanProcess, task: OpenedTask): Promise<Verdict> {
  const { state } = process;
  state.openTask = { taskId: task.taskId, level: task.level };
  state.voted = [];
  const nudges = nudger(process, task);
  try {
    for (;;) {
      const event = await process.next({ stage: 'APPROVAL', on: task.level, until: nudges.at });
      if (event.type === 'deadline') await nudges.next();
      else if (event.type === 'mail') await process.record('takeInbox', process.ref);
      else {
        const verdict = await vote(process, event.pending);
        if (verdict) return verdict;
      }
    }
  } finally {
    state.openTask = null;
    state.voted = [];
  }
}

async function vote(process: LoanProcess, pending: PendingCommand): Promise<Verdict | null> {
  const { kind, input } = pending;
  if (kind !== 'approve' && kind !== 'reject' && kind !== 'returnForDocuments')
    return withdrawal(process, pending);
  const applied = await process.apply(pending);
  if (!applied.ok) return null;
  process.state.voted.push(input.actorId);
  if (applied.verdict === 'approved') return 'approved';
  if (applied.verdict === 'rejected') return ending('DECLINED', applied.reasonCodes ?? []);
  if (applied.verdict === 'returned' && applied.deadline) return { returned: applied.deadline };
  return null;
}

/** The service level of a task: first its supervisor is told, then a deputy may act, then both are told again. */
function nudger(process: LoanProcess, task: OpenedTask) {
  let at: string | null = task.dueAt;
  let to: 'supervisor' | 'deputy' = 'supervisor';
  return {
    get at() {
      return at;
    },
    async next() {
      const { nextAt } = await process.record('escalateTask', { ...process.ref, taskId: task.taskId, to });
      at = to === 'supervisor' ? task.deputyAt : nextAt;
      to = 'deputy';
    },
  };
}
