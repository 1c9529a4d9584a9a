import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { aloneSteps } from './alone-steps';

/** A worker process of the same shape as the real one: one task queue, default limits, a prebuilt bundle. */
async function main(): Promise<void> {
  const { TEMPORAL_ADDRESS: address = '', TEMPORAL_NAMESPACE: namespace = 'default' } = process.env;
  const { YARDSTICK_BUNDLE: codePath = '', YARDSTICK_QUEUE: taskQueue = '' } = process.env;
  const connection = await NativeConnection.connect({ address });
  const client = new Client({ connection: await Connection.connect({ address }), namespace });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: { codePath },
    activities: { nothing: async () => undefined, ...aloneSteps(client) },
  });
  console.log('ready');
  await worker.run();
  await client.connection.close();
  await connection.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
