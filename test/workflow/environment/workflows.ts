import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { sleep, upsertSearchAttributes } from '@temporalio/workflow';

const LoanStage = defineSearchAttributeKey('LoanStage', SearchAttributeType.KEYWORD);

export async function waitAYear(): Promise<string> {
  const startedAt = Date.now();
  await sleep('365 days');
  return String(Math.round((Date.now() - startedAt) / 86_400_000));
}

export async function showStage(stage: string): Promise<void> {
  upsertSearchAttributes([{ key: LoanStage, value: stage }]);
}
