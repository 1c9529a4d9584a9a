import type { LapsedConsent, SourceResult } from '../../contracts/loan/steps';
import { obtainConsent } from './consent';
import { type Ending, withdrawnMeanwhile } from './ending';
import type { LoanProcess } from './process';
import { outsideWith } from './steps';

/**
 * Asks all sources side by side, after consent, which the pre-screen may have found given. A source that stays silent is
 * a fact too; the decision weighs it. Where a consent lapsed meanwhile, the applicant is asked anew.
 */
export async function gatherFacts(process: LoanProcess, consented: string[] | null): Promise<Ending | null> {
  let sources = consented;
  for (;;) {
    const consent = sources ? { sources } : await obtainConsent(process);
    if ('outcome' in consent) return consent;
    const came = await ask(process, consent.sources);
    if (!came.some(({ outcome }) => outcome === 'consent_lapsed')) return withdrawnMeanwhile(process);
    sources = null;
  }
}

function ask(process: LoanProcess, sources: string[]): Promise<(SourceResult | LapsedConsent)[]> {
  // Shown in the details alone: these seconds are not worth an event of their own, unless the loan is parked here.
  process.enter('FACTS');
  const asking = outsideWith(sources.join(', '));
  return process.attempt('gatherFacts', () => asking.gatherFacts({ ...process.ref, sources, round: 1 }));
}
