import type { Ending } from '../ending';
import type { Message } from '../sandbox-desk';
import type { Check } from './check';

/** Stage, outcome, route, worst days overdue and messages of each applicant are the expected ones. */
export function checkOutcomes(endings: readonly Ending[], messages: readonly Message[]): Check {
  return {
    what: 'each applicant came out as expected',
    wrong: endings.flatMap((end) => unexpected(end, messages)),
  };
}

function unexpected(
  { story, borrower, application, loan, stuck }: Ending,
  messages: readonly Message[],
): string[] {
  const { expected, special } = story;
  const found = {
    stage: application.stage,
    outcome: application.outcome,
    route: application.assessment?.route ?? null,
    worstDaysOverdue: loan?.maxDaysOverdue ?? 0,
  };
  const differing = (Object.keys(found) as (keyof typeof found)[])
    .filter((key) => found[key] !== expected[key])
    .map((key) => `${key} ${found[key]} instead of ${expected[key]} (${application.reasonCodes.join(', ')})`);
  const arrived = new Set(
    messages.filter(({ to }) => to === borrower.data.phone).map((each) => each.templateCode),
  );
  const missing = expected.messages.filter((code) => !arrived.has(code)).map((code) => `no message ${code}`);
  return [...(stuck ? [stuck] : []), ...differing, ...missing].map(
    (what) => `${special} (${application.id}): ${what}`,
  );
}
