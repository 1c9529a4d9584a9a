import { createServer, type Server } from 'node:net';
import { freePort } from '../../../stack/free-port';
import { freePorts, portsFrom } from '../../../stack/ports';

const zero = { PORT: '0', TEMPORAL_PORT: '0', TEMPORAL_UI_PORT: '0', SANDBOX_PORT: '0', POSTGRES_PORT: '0' };

describe('ports of the stack', () => {
  let taken: Server;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  it('names a port in use, whose it is and how to move it', async () => {
    await expect(portsFrom({ ...zero, TEMPORAL_UI_PORT: String(port) })).rejects.toThrow(
      `port ${port} (Temporal UI) is in use: end what listens there, or set TEMPORAL_UI_PORT to another port (0 = any free one)`,
    );
  });

  it('does not mind a port that this stack does not need', async () => {
    const ports = await portsFrom({ ...zero, POSTGRES_PORT: String(port) }, ['api']);
    expect(ports.postgres).toBe(port);
  });

  it.each(['http', '70000', '-1', '80.5'])('refuses PORT=%s', async (text) => {
    await expect(portsFrom({ ...zero, PORT: text })).rejects.toThrow(
      `PORT: expected a port from 0 to 65535, but it is "${text}"`,
    );
  });

  it('finds free ones that differ', async () => {
    const ports = Object.values(await freePorts());
    expect(new Set(ports).size).toBe(5);
    expect(ports).not.toContain(port);
  });
});
