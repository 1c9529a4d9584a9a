import { freePort, isFree } from './free-port';

/** Where each part listens on 127.0.0.1 and the variable that moves it. */
export const PORT_TABLE = {
  api: { variable: 'PORT', usual: 8080, shown: 'API' },
  temporal: { variable: 'TEMPORAL_PORT', usual: 7233, shown: 'Temporal' },
  temporalUi: { variable: 'TEMPORAL_UI_PORT', usual: 8233, shown: 'Temporal UI' },
  sandbox: { variable: 'SANDBOX_PORT', usual: 7400, shown: 'sandbox' },
  postgres: { variable: 'POSTGRES_PORT', usual: 15432, shown: 'Postgres' },
} as const;

export type PortName = keyof typeof PORT_TABLE;
export type Ports = Readonly<Record<PortName, number>>;

const NAMES: readonly PortName[] = ['api', 'temporal', 'temporalUi', 'sandbox', 'postgres'];

function chosen(name: PortName, env: NodeJS.ProcessEnv): number {
  const { variable, usual } = PORT_TABLE[name];
  const text = env[variable];
  if (!text) return usual;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535) {
    throw new Error(`${variable}: expected a port from 0 to 65535, but it is "${text}"`);
  }
  return port;
}

/** The usual ports, as the environment moves them; 0 takes a free one. A port in use is an error that says what to do. */
export async function portsFrom(env: NodeJS.ProcessEnv, needed: readonly PortName[] = NAMES): Promise<Ports> {
  const ports = Object.fromEntries(NAMES.map((name) => [name, chosen(name, env)])) as Record<
    PortName,
    number
  >;
  for (const name of needed) {
    if (ports[name] === 0) ports[name] = await freePort();
    else if (!(await isFree(ports[name]))) {
      const { variable, shown } = PORT_TABLE[name];
      throw new Error(
        `port ${ports[name]} (${shown}) is in use: end what listens there, or set ${variable} to another port (0 = any free one)`,
      );
    }
  }
  return ports;
}

/** Free ports for a stack that runs beside others. */
export async function freePorts(): Promise<Ports> {
  return portsFrom(Object.fromEntries(NAMES.map((name) => [PORT_TABLE[name].variable, '0'])));
}
