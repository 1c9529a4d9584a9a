import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSandbox, type Sandbox } from '../../sandbox/build';
import { magicTables } from '../../sandbox/landing/magic-tables';
import { person } from '../../sandbox/people/people';
import { specimenIn } from '../../sandbox/specimens/specimen';
import { bearer, startTestApi, type TestApi } from './support/test-api';

let sandbox: Sandbox;
let api: TestApi;
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'loanflow-people-'));
  sandbox = await buildSandbox({ dataDir });
  api = await startTestApi({ settings: { sandboxUrl: sandbox.url } });
});
afterAll(async () => {
  await api.close();
  await sandbox.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const read = async (from: TestApi, url: string, role = 'applicant') => {
  const answer = await from.app.inject({ url: `/v1${url}`, headers: bearer(await from.token(role)) });
  return { status: answer.statusCode, body: answer.json() };
};

describe('test data', () => {
  it('lists every magic value of the sandbox, and who can carry it', async () => {
    const { body } = await read(api, '/test/magic-values', 'officer');
    const listed = body.data.flatMap(({ values }: { values: { scenario: string }[] }) =>
      values.map(({ scenario }) => scenario),
    );
    expect(listed).toEqual(magicTables.flatMap(({ rows }) => rows.map(({ scenario }) => scenario)));
    expect(body.data[0].values).toContainEqual({
      ...{ scenario: 'thin_file', mark: '906', party: 'bureau', onPerson: true },
      effect: { zh: '白户:无信贷记录、无评分', en: 'thin file: no accounts, no score' },
    });
    expect(body.data.at(-1).values[0].onPerson).toBe(false);
  });

  it('invents a person who carries one, the same for the same number, another each time without', async () => {
    const { body } = await read(api, '/test/people?scenario=thin_file&n=41');
    expect(body.idNo.slice(14, 17)).toMatch(/^90[67]$/);
    expect((await read(api, '/test/people?scenario=thin_file&n=41')).body).toEqual(body);
    const ids = [await read(api, '/test/people'), await read(api, '/test/people')];
    expect(ids[0]?.body.idNo).not.toBe(ids[1]?.body.idNo);
    const unknown = await read(api, '/test/people?scenario=no_such');
    expect([unknown.status, unknown.body.code]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it('draws papers in somebody’s name that the sandbox’s reader reads', async () => {
    const send = async (body: object) => {
      const headers = bearer(await api.token('applicant'));
      const answer = await api.app.inject({
        method: 'POST',
        url: '/v1/test/specimens',
        payload: body,
        headers,
      });
      return { status: answer.statusCode, body: answer.json() };
    };
    const { name, idNo } = person({ n: 77 });
    const { body } = await send({ kind: 'income_proof', name, idNo, monthlyIncomeMinor: '1234500' });
    expect(body).toMatchObject({ kind: 'income_proof', contentType: 'image/png' });
    const lines = specimenIn(Buffer.from(body.contentBase64, 'base64'))?.lines ?? [];
    expect(lines.map(({ text }) => text)).toEqual(expect.arrayContaining([name, idNo, '¥12,345.00']));
    expect((await send({ kind: 'income_proof', name, idNo: '1' })).status).toBe(400);
  });

  it('is refused outside test mode, and without a sandbox', async () => {
    for (const settings of [{ testMode: false, sandboxUrl: sandbox.url }, { sandboxUrl: '' }]) {
      const other = await startTestApi({ settings });
      for (const url of ['/test/magic-values', '/test/people']) {
        const { status, body } = await read(other, url);
        expect([status, body.code]).toEqual([403, 'TEST_MODE_ONLY']);
      }
      await other.close();
    }
  });
});
