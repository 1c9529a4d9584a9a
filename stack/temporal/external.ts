import { Connection } from '@temporalio/client';
import { temporalConfig } from '../../config/temporal';
import { registerSearchAttributes } from './search-attributes';

export interface TemporalPlace {
  address: string;
  namespace: string;
  uiUrl: string;
}

/** A server of the user's own, when TEMPORAL_ADDRESS names one; its UI is where TEMPORAL_UI_URL says. */
export async function externalTemporal(env: NodeJS.ProcessEnv): Promise<TemporalPlace | undefined> {
  if (!env.TEMPORAL_ADDRESS) return undefined;
  const { connection: options, namespace } = temporalConfig(env);
  let connection: Connection;
  try {
    connection = await Connection.connect({ ...options, connectTimeout: '5 s' });
  } catch (cause) {
    throw new Error(
      `TEMPORAL_ADDRESS: no connection to ${options.address}: start that server, or unset TEMPORAL_ADDRESS for an embedded one`,
      { cause },
    );
  }
  try {
    await registerSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
  return { address: options.address, namespace, uiUrl: env.TEMPORAL_UI_URL || 'TEMPORAL_UI_URL is not set' };
}
