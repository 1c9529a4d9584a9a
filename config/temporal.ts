import { z } from 'zod';
import { fileContent, flag, hostAndPort } from './fields';
import { type Contradiction, readVariables } from './problems';
import { isOn, together } from './together';

/** Variables that say where Temporal is and how to be let in. */
export const temporalFields = {
  TEMPORAL_ADDRESS: hostAndPort.describe('host:port of a Temporal server'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default').describe('a namespace'),
  TEMPORAL_TLS: flag.optional().describe('on or off'),
  TEMPORAL_TLS_CA_FILE: fileContent.optional().describe('a PEM file with the certificate authority'),
  TEMPORAL_TLS_CERT_FILE: fileContent.optional().describe('a PEM file with the client certificate'),
  TEMPORAL_TLS_KEY_FILE: fileContent.optional().describe('a PEM file with the key of the client certificate'),
  TEMPORAL_TLS_SERVER_NAME: z.string().min(1).optional().describe('a host name'),
  TEMPORAL_API_KEY: z.string().min(1).optional().describe('an API key of Temporal'),
};

const TemporalVariables = z.object(temporalFields);
type TemporalVariables = z.output<typeof TemporalVariables>;

export function temporalContradictions(env: NodeJS.ProcessEnv): Contradiction[] {
  const needsTls =
    env.TEMPORAL_API_KEY !== undefined || Object.keys(env).some((name) => name.startsWith('TEMPORAL_TLS_'));
  const tlsOff = env.TEMPORAL_TLS !== undefined && !isOn(env.TEMPORAL_TLS);
  return [
    ...together(env, ['TEMPORAL_TLS_CERT_FILE', 'TEMPORAL_TLS_KEY_FILE']),
    ...(needsTls && tlsOff
      ? [{ variable: 'TEMPORAL_TLS', expected: 'on, since certificates or an API key are set' }]
      : []),
  ];
}

function tlsOf(env: TemporalVariables) {
  const { TEMPORAL_TLS_CERT_FILE: crt, TEMPORAL_TLS_KEY_FILE: key } = env;
  const details = {
    ...(env.TEMPORAL_TLS_SERVER_NAME && { serverNameOverride: env.TEMPORAL_TLS_SERVER_NAME }),
    ...(env.TEMPORAL_TLS_CA_FILE && { serverRootCACertificate: env.TEMPORAL_TLS_CA_FILE }),
    ...(crt && key && { clientCertPair: { crt, key } }),
  };
  if (Object.keys(details).length > 0) return details;
  return env.TEMPORAL_TLS || env.TEMPORAL_API_KEY ? {} : undefined;
}

/** The connection as Connection.connect and NativeConnection.connect take it, and the namespace. */
export function temporalOf(env: TemporalVariables) {
  const tls = tlsOf(env);
  return {
    connection: {
      address: env.TEMPORAL_ADDRESS,
      ...(tls && { tls }),
      ...(env.TEMPORAL_API_KEY && { apiKey: env.TEMPORAL_API_KEY }),
    },
    namespace: env.TEMPORAL_NAMESPACE,
  };
}

/** Only the part about Temporal, for tools that need nothing else. */
export const temporalConfig = (env: NodeJS.ProcessEnv) =>
  temporalOf(readVariables(TemporalVariables, env, temporalContradictions));
