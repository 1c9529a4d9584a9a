import { Client, Connection } from '@temporalio/client';
import type { TemporalPlace } from '../../../stack/temporal/external';

/** Every text in a history, with payloads as whoever opens them can read them. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}

/** Everything that Temporal holds of all workflows: histories with their payloads decoded, memos and search attributes. */
export async function decodedHistories(place: TemporalPlace): Promise<Map<string, string>> {
  const connection = await Connection.connect({ address: place.address });
  try {
    const client = new Client({ connection, namespace: place.namespace });
    const texts = new Map<string, string>();
    for await (const { workflowId, runId, memo, searchAttributes } of client.workflow.list()) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      texts.set(`${workflowId} ${runId}`, textsIn([history, memo, searchAttributes]).join('\n'));
    }
    return texts;
  } finally {
    await connection.close();
  }
}
