import { randomBytes } from 'node:crypto';
import { checkConsentStep } from '../../activities/origination/consent';
import { gatherFacts } from '../../activities/origination/gather-facts';
import { preScreenStep } from '../../activities/origination/pre-screen';
import type { ActivityDeps } from '../../activities/support/deps';
import { ProviderError } from '../../providers/provider-error';
import type { SourceAnswer, SourceClient } from '../../providers/sources/port';
import { applicationBody, consentsOf } from './support/applicants';
import { inActivity } from './support/in-activity';
import { bearer, startTestApi, type TestApi } from './support/test-api';

const SOURCES = ['identity', 'telecom', 'bureau', 'court'];
const court = {
  ...{ openCaseCount: 0, openAmountMinor: '0', closedCaseCount: 0, nameOnlyCaseCount: 0 },
  ...{ dishonest: false, consumptionRestricted: false, latestCaseOn: null },
};
const answered: SourceAnswer = { ok: true, result: court, raw: '{}', latencyMs: 5, billable: true };
const down = () => Promise.reject(new ProviderError('TIMEOUT', 'source'));

/** Goal: one activity asks every source, and a repetition asks those alone that have no stored answer. */
describe('gathering the facts of an application', () => {
  let api: TestApi;
  let serial = 940;
  let applicationId: string;
  let asked: { source: string; key: string }[];
  /** How a source behaves; any other answers. */
  let behaviour: Record<string, () => Promise<SourceAnswer>>;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    serial += 1;
    [asked, behaviour] = [[], {}];
    const today = new Date().toISOString().slice(0, 10);
    const made = await api.app.inject({
      method: 'POST',
      url: '/v1/applications',
      payload: applicationBody(serial, { consents: await consentsOf(api.db, 'consumer_instalment', today) }),
      headers: {
        ...bearer(await api.token('applicant', `me${serial}`)),
        'idempotency-key': randomBytes(8).toString('hex'),
      },
    });
    applicationId = made.json().id;
  });

  const sources: SourceClient = {
    query: async ({ code }, _, { requestKey }) => {
      asked.push({ source: code, key: requestKey });
      return (behaviour[code] ?? (async () => answered))();
    },
    breakerStates: () => [],
    close: async () => undefined,
  };

  const pdf = { contentType: 'application/pdf', contentBase64: Buffer.from('%PDF-1.4 x').toString('base64') };
  const PAPERS = ['id_card_front', 'id_card_back', 'income_proof'].map((kind) => ({ kind, ...pdf }));
  /** An application with its papers; returns its id. */
  async function applied(who: number, consents: object[]): Promise<string> {
    const made = await api.app.inject({
      method: 'POST',
      url: '/v1/applications',
      payload: applicationBody(who, { consents, documents: PAPERS }),
      headers: {
        ...bearer(await api.token('applicant', `me${who}`)),
        'idempotency-key': randomBytes(8).toString('hex'),
      },
    });
    return made.json().id;
  }

  const asActivity = <T>(run: (deps: ActivityDeps) => Promise<T>, attempt = 1): Promise<T> =>
    inActivity(api, { sources, sourcesUrl: 'http://sources.test', attempt }, run);
  const gather = ({ attempt = 1, round = 1, names = SOURCES } = {}): ReturnType<typeof gatherFacts> =>
    asActivity((deps) => gatherFacts(deps, { applicationId, sources: names, round }), attempt);
  const stageOf = async (id: string) =>
    (await api.pool.query('select stage from applications where id = $1', [id])).rows[0]?.stage;

  it('begins with the pre-screen when all consents came along, and waits for those that did not', async () => {
    const consents = await consentsOf(api.db, 'consumer_instalment', new Date().toISOString().slice(0, 10));
    const whole = await applied(981, consents);
    const screened = await asActivity((deps) => preScreenStep(deps, whole));
    expect(screened).toMatchObject({ verdict: 'pass', sources: expect.arrayContaining(SOURCES) });
    expect(await stageOf(whole)).toBe('FACTS');
    const lacking = await applied(982, consents.slice(1));
    expect(await asActivity((deps) => preScreenStep(deps, lacking))).toEqual({ verdict: 'pass' });
    expect(await stageOf(lacking)).toBe('PRE_SCREEN');
    expect(await asActivity((deps) => checkConsentStep(deps, lacking))).toMatchObject({
      granted: false,
      missing: [consents[0]?.code],
    });
  });

  const stored = async () =>
    (
      await api.pool.query(
        'select source, request_key, outcome, cost_minor from source_calls where application_id = $1 order by source',
        [applicationId],
      )
    ).rows;
  const all = (outcome = 'answered') => SOURCES.map((source) => ({ source, outcome }));
  const times = (source: string) => asked.filter((call) => call.source === source).length;

  it('asks each once, side by side, each under a key of its own', async () => {
    let atOnce = 0;
    let most = 0;
    for (const source of SOURCES)
      behaviour[source] = async () => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await new Promise((done) => setTimeout(done, 30));
        atOnce -= 1;
        return answered;
      };
    expect(await gather()).toEqual(all());
    expect(most).toBe(SOURCES.length);
    expect((await stored()).map((row) => row.request_key).sort()).toEqual(
      SOURCES.map((source) => `${source}/${applicationId}/1`).sort(),
    );
  });

  it('keeps what was answered when one source fails, and asks that one alone the next time', async () => {
    behaviour.bureau = down;
    await expect(gather()).rejects.toMatchObject({ type: 'SOURCE_UNAVAILABLE', nonRetryable: false });
    expect((await stored()).map(({ source }) => source)).toEqual(['court', 'identity', 'telecom']);
    behaviour.bureau = async () => answered;
    expect(await gather({ attempt: 2 })).toEqual(all());
    expect(SOURCES.map(times)).toEqual([1, 1, 2, 1]);
    const bureau = asked.filter(({ source }) => source === 'bureau').map(({ key }) => key);
    expect(new Set(bureau).size).toBe(1);
  });

  it('goes on where a worker died between two answers', async () => {
    // What a worker leaves that dies when two of the four were stored: the activity of its successor knows only the rows.
    await gather({ names: ['identity', 'court'] });
    const before = await stored();
    expect(await gather({ attempt: 2 })).toEqual(all());
    expect(SOURCES.map(times)).toEqual([1, 1, 1, 1]);
    expect((await stored()).filter(({ source }) => source === 'identity' || source === 'court')).toEqual(
      before,
    );
    expect(await gather({ attempt: 3 })).toEqual(all());
    expect(asked).toHaveLength(SOURCES.length);
  });

  it('asks anew in another round', async () => {
    await gather();
    expect(await gather({ round: 2 })).toEqual(all());
    expect(SOURCES.map(times)).toEqual([2, 2, 2, 2]);
  });

  it('says unavailable after its attempts, without a cost, and does not ask again', async () => {
    behaviour.telecom = down;
    await expect(gather({ attempt: 2 })).rejects.toMatchObject({ type: 'SOURCE_UNAVAILABLE' });
    const expected = all().map((each) =>
      each.source === 'telecom' ? { source: 'telecom', outcome: 'unavailable' } : each,
    );
    expect(await gather({ attempt: 3 })).toEqual(expected);
    expect((await stored()).find(({ source }) => source === 'telecom')).toMatchObject({
      outcome: 'unavailable',
      cost_minor: 0n,
    });
    behaviour = {};
    expect(await gather({ attempt: 4 })).toEqual(expected);
    expect(times('telecom')).toBe(2);
  });

  it('asks nobody without the consent that a source needs', async () => {
    await api.pool.query('update consents set withdrawn_at = now() where application_id = $1 and code = $2', [
      applicationId,
      'credit_report',
    ]);
    const results = await gather();
    expect(results.find(({ source }) => source === 'bureau')?.outcome).toBe('refused');
    expect(times('bureau')).toBe(0);
  });
});
