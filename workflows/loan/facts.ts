import { obtainConsent } from './consent';
import { type Ending, withdrawnMeanwhile } from './ending';
import type { LoanProcess } from './process';
import { outsideWith } from './steps';

/**
 * Asks all sources side by side, after consent, which the pre-screen may have found given. A source that stays silent is
 * a fact too; the decision weighs it.
 */
export async function gatherFacts(process: LoanProcess, consented: string[] | null): Promise<Ending | null> {
  const consent = consented ? { sources: consented } : await obtainConsent(process);
  if ('outcome' in consent) return consent;
  const { sources } = consent;
  // Shown in the details alone: these seconds are not worth an event of their own, unless the loan is parked here.
  process.enter('FACTS');
  const asking = outsideWith(sources.join(', '));
  await process.attempt('gatherFacts', () => asking.gatherFacts({ ...process.ref, sources, round: 1 }));
  return withdrawnMeanwhile(process);
}
