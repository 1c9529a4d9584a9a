import type { SourcePlan } from '../../contracts/loan/steps';
import { obtainConsent } from './consent';
import { type Ending, withdrawnMeanwhile } from './ending';
import type { LoanProcess } from './process';
import { outsideWith } from './steps';

/** Asks all sources side by side, after consent. A source that stays silent is a fact too; the decision weighs it. */
export async function gatherFacts(process: LoanProcess): Promise<Ending | null> {
  const consent = await obtainConsent(process);
  if ('outcome' in consent) return consent;
  // Shown in the details alone: these seconds are not worth an event of their own, unless the loan is parked here.
  process.enter('FACTS');
  await process.attempt('gatherFacts', () => askAll(process, consent.sources));
  return withdrawnMeanwhile(process);
}

/** Waits for every source even if one fails for good, so that a repetition never overlaps a call under way. */
async function askAll(process: LoanProcess, sources: SourcePlan[]): Promise<void> {
  const calls = sources.map(({ source, title }) =>
    outsideWith(title).querySource({ ...process.ref, source, round: 1 }),
  );
  const settled = await Promise.allSettled(calls);
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
}
