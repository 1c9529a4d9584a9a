import { ActivityFailure, log, proxyActivities } from '@temporalio/workflow';
import type { CloseSteps } from '../contracts/close/steps';

const { datesToClose, closeDate } = proxyActivities<CloseSteps>({
  startToCloseTimeout: '6h',
  heartbeatTimeout: '2m',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

/** A bank that is away all night is asked again with the next close; it must not hold up the dates that follow. */
const { datesToReconcile, reconcileDate } = proxyActivities<CloseSteps>({
  startToCloseTimeout: '2m',
  retry: { initialInterval: '5s', maximumInterval: '5m', maximumAttempts: 10 },
});

/** What one night did. */
export interface ClosedNight {
  readonly closed: readonly string[];
  readonly findings: number;
  readonly reconciled: readonly string[];
  readonly differences: number;
}

/** 日终: closes every date that has ended, missed ones first, then sets the bank's statements against our books. */
export async function closeOfBusiness(): Promise<ClosedNight> {
  const closed: string[] = [];
  let findings = 0;
  for (let dates = await datesToClose(); dates.length > 0; dates = await datesToClose()) {
    for (const on of dates) {
      findings += (await closeDate({ on })).findings;
      closed.push(on);
    }
  }
  const reconciled: string[] = [];
  let differences = 0;
  for (const on of await datesToReconcile()) {
    try {
      differences += (await reconcileDate({ on })).differences;
      reconciled.push(on);
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      log.warn('the statement of a date could not be reconciled', { on });
      break;
    }
  }
  return { closed, findings, reconciled, differences };
}
