import { DOCUMENT_READER, documentReading } from '../../../contracts/sources/document-reading';
import { HttpSourceClient } from '../../../providers/sources/http-source-client';
import type { SourceAnswer } from '../../../providers/sources/port';
import { readDocument, readingFrom } from '../../../providers/sources/read-document';
import { type PersonScenario, person } from '../../../sandbox/people/people';
import { drawSpecimen } from '../../../sandbox/specimens/draw';
import type { Holder } from '../../../sandbox/specimens/papers';
import { type RunningSandbox, startSandbox } from '../sandbox/running-sandbox';
import { sandboxSources } from './sandbox-sources';

let sandbox: RunningSandbox;
const client = new HttpSourceClient();
let questions = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ hangMs: 2_000 });
});
afterAll(async () => {
  await client.close();
  await sandbox.stop();
});

const row = () => {
  const found = sandboxSources(sandbox.url).find(({ code }) => code === DOCUMENT_READER);
  if (!found) throw new Error('no reader among the sources');
  return { ...found, timeoutMs: 400 };
};
const contextOf = (requestKey: string) => ({ applicationId: 'app_1', consentId: null, requestKey });
const picture = async (kind: string, holder: Holder) => ({
  ...{ kind, contentType: 'image/png' },
  contentBase64: (await drawSpecimen(kind, holder)).toString('base64'),
});
async function ask(
  kind: string,
  scenario?: PersonScenario,
  more: Partial<Holder> = {},
): Promise<SourceAnswer> {
  questions += 1;
  const holder = { ...person({ n: 70 + questions, ...(scenario && { scenario }) }), ...more };
  return client.query(row(), { document: await picture(kind, holder) }, contextOf(`scan/${questions}`));
}
const fieldsOf = (answer: SourceAnswer) => {
  if (!answer.ok) throw new Error(`no reading: ${answer.kind}`);
  return Object.fromEntries(
    documentReading.parse(answer.result).fields.map(({ field, ...rest }) => [field, rest]),
  );
};

describe('the reader of papers', () => {
  it('reads name and number of an ID card, where they stand and how surely', async () => {
    const holder = person({ n: 71 + questions });
    const { name, idNo } = fieldsOf(await ask('id_card_front'));
    expect([name?.value, idNo?.value]).toEqual([holder.name, holder.idNo]);
    for (const read of [name, idNo]) {
      expect(read?.confidencePercent).toBeGreaterThanOrEqual(93);
      const { x = 1, y = 1, width = 1, height = 1 } = read?.region ?? {};
      expect(width * height).toBeGreaterThan(0);
      expect([x + width <= 1, y + height <= 1]).toEqual([true, true]);
    }
    expect(idNo?.region?.y).toBeGreaterThan(name?.region?.y ?? 1);
  });

  it('reads amounts in minor units and dates as civil days', async () => {
    const proof = fieldsOf(await ask('income_proof', undefined, { monthlyIncomeMinor: '123456789' }));
    expect(proof.monthlyIncomeMinor?.value).toBe('123456789');
    const licence = await ask('business_licence', undefined, {
      ...{ companyName: '恒远机电(北京)有限公司', uscc: '91110105MA0000019X', foundedOn: '2014-05-20' },
    });
    expect(fieldsOf(licence)).toMatchObject({
      companyName: { value: '恒远机电(北京)有限公司' },
      uscc: { value: '91110105MA0000019X' },
      foundedOn: { value: '2014-05-20' },
    });
  });

  it('works the magic of whose paper it is', async () => {
    const doubtful = fieldsOf(await ask('id_card_front', 'scan_low_confidence'));
    expect(doubtful.name?.confidencePercent).toBeLessThan(65);
    const holder = person({ n: 71 + questions, scenario: 'scan_other_name' });
    const other = fieldsOf(await ask('id_card_front', 'scan_other_name'));
    expect(other.name?.value).not.toBe(holder.name);
    expect(other.idNo?.value).toBe(holder.idNo);
    const lower = await ask('income_proof', 'scan_lower_income', { monthlyIncomeMinor: '6000000' });
    expect(fieldsOf(lower).monthlyIncomeMinor?.value).toBe('3000000');
    const licence = await ask('business_licence', undefined, {
      ...{ companyName: '恒远', uscc: '91110105MA0000YA9X', foundedOn: '2014-05-20' },
    });
    expect(fieldsOf(licence).foundedOn?.value).toBe('2023-11-02');
  });

  it('finds nothing legible in another kind of paper, in any other file and where magic says so', async () => {
    const illegible = { ok: false, kind: 'unsupported', billable: true };
    expect(await ask('id_card_front', 'scan_unreadable')).toMatchObject(illegible);
    const front = await picture('id_card_front', person({ n: 3 }));
    for (const document of [
      { ...front, kind: 'income_proof' },
      { ...front, contentBase64: Buffer.from('%PDF-1.4').toString('base64') },
    ])
      expect(await client.query(row(), { document }, contextOf('scan/none'))).toMatchObject(illegible);
  });

  it('is asked for nothing that it does not read', async () => {
    const back = await picture('id_card_back', person({ n: 3 }));
    await expect(client.query(row(), { document: back }, contextOf('scan/back'))).rejects.toMatchObject({
      code: 'REFUSED',
    });
  });

  it('may stay silent, and is asked again under the same key', async () => {
    const never = await picture('id_card_front', person({ n: 5, scenario: 'scan_timeout_always' }));
    const silent = await readDocument(client, row(), never, contextOf('scan/never'));
    expect(silent).toEqual({ state: 'silent' });
    expect(readingFrom(silent, '10')).toEqual({
      outcome: 'unavailable',
      fields: null,
      latencyMs: 0,
      costMinor: 0n,
    });
    const once = await picture('id_card_front', person({ n: 6, scenario: 'scan_error_once' }));
    expect((await readDocument(client, row(), once, contextOf('scan/once'))).state).toBe('silent');
    const second = await readDocument(client, row(), once, contextOf('scan/once'));
    expect(readingFrom(second, '10')).toMatchObject({ outcome: 'read', costMinor: 10n });
  });
});
