import { type CardScenario, cardScenario } from '../card-magic';
import { type IdScenario, idScenario } from '../magic';
import type { Party } from '../parties';

/** How a source fails for a magic subject, and for how many calls of one question (default: every one). */
export type SourceFault = {
  readonly party: Party;
  readonly kind: 'hang' | 'error' | 'quoting' | 'busy' | 'garbage' | 'slow';
  readonly times?: number;
};

const byScenario: Partial<Record<IdScenario | CardScenario, SourceFault>> = {
  bureau_timeout_once: { party: 'bureau', kind: 'hang', times: 1 },
  bureau_timeout_always: { party: 'bureau', kind: 'hang' },
  bureau_error_twice: { party: 'bureau', kind: 'error', times: 2 },
  bureau_error_always: { party: 'bureau', kind: 'error' },
  bureau_error_quotes: { party: 'bureau', kind: 'quoting' },
  bureau_slow: { party: 'bureau', kind: 'slow' },
  bureau_garbage: { party: 'bureau', kind: 'garbage' },
  bureau_busy_once: { party: 'bureau', kind: 'busy', times: 1 },
  court_error_always: { party: 'court', kind: 'error' },
  anti_fraud_timeout_always: { party: 'anti_fraud', kind: 'hang' },
  telecom_error_once: { party: 'telecom', kind: 'error', times: 1 },
  identity_error_once: { party: 'identity', kind: 'error', times: 1 },
  scan_timeout_always: { party: 'document_reader', kind: 'hang' },
  scan_error_once: { party: 'document_reader', kind: 'error', times: 1 },
  card_error_once: { party: 'bank_card', kind: 'error', times: 1 },
};

const KEPT = 50_000;

/** Counts the calls of each question, so that "the first two fail" holds for every question anew. */
export class SourceFaults {
  private readonly seen = new Map<string, number>();

  /** The failure this call meets because of whom it asks about. */
  meet(party: Party, subject: { idNo?: string; cardNo?: string }, question: string): SourceFault | undefined {
    const scenarios = [
      subject.idNo && idScenario(subject.idNo),
      subject.cardNo && cardScenario(subject.cardNo),
    ];
    for (const scenario of scenarios) {
      const fault = scenario ? byScenario[scenario] : undefined;
      if (fault?.party !== party) continue;
      if (fault.times === undefined) return fault;
      const key = `${party}|${question}`;
      const before = this.seen.get(key) ?? 0;
      if (this.seen.size >= KEPT) this.seen.clear();
      this.seen.set(key, before + 1);
      if (before < fault.times) return fault;
    }
    return undefined;
  }
}
