import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { renderContract } from '../../../documents/contract';
import { drawSealFace } from '../../../documents/seal-face';
import { type DevelopmentSeal, developmentSeal } from '../../../providers/esign/development-authority';
import { type Sealer, sealer } from '../../../providers/esign/sealer';
import { verifySeal } from '../../../providers/esign/verify-seal';
import { sampleContract } from './sample-contract';

const LENDER = '流贷示范消费金融有限公司';
const NOW = new Date('2026-11-01T00:00:00Z');
const SEALED_AT = '2026-03-15T03:00:00.000Z';

describe('seal', () => {
  let folder: string;
  let development: DevelopmentSeal;
  let lender: Sealer;
  let offer: Buffer;
  let sealed: Buffer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seal-'));
    development = await developmentSeal(folder, LENDER, NOW);
    lender = sealer({ ...development, reason: '签订借款合同', location: '上海', face: drawSealFace(LENDER) });
    offer = await renderContract(sampleContract());
    sealed = await lender.seal(offer, { sealedAt: SEALED_AT });
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const flip = (at: number): Buffer => {
    const altered = Buffer.from(sealed);
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
    return altered;
  };

  it('leaves what the borrower confirmed as the first bytes of the file', () => {
    expect(sealed.subarray(0, offer.length).equals(offer)).toBe(true);
    expect(verifySeal(sealed, [])).toMatchObject({
      ok: true,
      offerSha256: createHash('sha256').update(offer).digest('hex'),
    });
  });

  it('names signer and time and is trusted under its authority', () => {
    expect(verifySeal(sealed, [development.authorityPem])).toMatchObject({
      ok: true,
      intact: true,
      trusted: true,
      signer: LENDER,
      sealedAt: SEALED_AT,
    });
  });

  it('is not trusted under another authority', async () => {
    const other = await developmentSeal(join(folder, 'other'), LENDER, NOW);
    expect(verifySeal(sealed, [other.authorityPem])).toMatchObject({ ok: true, trusted: false });
  });

  it('is the same for the same paper and time', async () => {
    expect((await lender.seal(offer, { sealedAt: SEALED_AT })).equals(sealed)).toBe(true);
  });

  it('notices an altered byte anywhere outside the signature', () => {
    const signatureAt = sealed.lastIndexOf('/Contents <', undefined, 'latin1');
    for (const at of [9, 500, 100_000, offer.length + 20, signatureAt - 40, sealed.length - 30]) {
      expect(verifySeal(flip(at), [])).toMatchObject({ ok: false });
    }
  });

  it('answers any damaged file with a refusal, never an exception', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: offer.length, max: sealed.length - 1 }),
            fc.integer({ min: 1, max: 255 }),
          ),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        (changes) => {
          const damaged = Buffer.from(sealed);
          for (const [at, by] of changes) damaged.writeUInt8((damaged.readUInt8(at) + by) % 256, at);
          const report = verifySeal(damaged, [development.authorityPem]);
          expect(report.ok && !isInsideSignature(changes.map(([at]) => at))).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
    expect(verifySeal(Buffer.from("/ByteRange [0 0 0 0] /M (D:20269999999999+08'00')"), [])).toMatchObject({
      ok: false,
    });
  });

  /** Padding behind the signature is not signed; nothing a reader sees is there. */
  function isInsideSignature(places: number[]): boolean {
    const start = sealed.lastIndexOf('/Contents <', undefined, 'latin1') + 10;
    const end = sealed.indexOf('>', start, 'latin1');
    return places.every((at) => at > start && at < end);
  }

  it('notices an altered signature', () => {
    const signatureAt = sealed.lastIndexOf('/Contents <', undefined, 'latin1') + 11;
    const hex = sealed.toString('latin1', signatureAt, signatureAt + 8192).replace(/0+>.*$/s, '');
    const altered = Buffer.from(sealed);
    const place = hex.length - 5;
    altered.write(hex.charAt(place) === 'a' ? 'b' : 'a', signatureAt + place, 'latin1');
    expect(verifySeal(altered, [])).toEqual({ ok: false, code: 'BAD_SIGNATURE' });
  });

  it('reports papers without a seal, cut off, continued or not PDF at all', () => {
    expect(verifySeal(offer, [])).toEqual({ ok: false, code: 'NOT_SEALED' });
    expect(verifySeal(sealed.subarray(0, -10), [])).toEqual({ ok: false, code: 'NOT_WHOLE_FILE' });
    expect(verifySeal(Buffer.concat([sealed, Buffer.from('x')]), [])).toEqual({
      ok: false,
      code: 'NOT_WHOLE_FILE',
    });
    expect(verifySeal(Buffer.from('hello'), [])).toEqual({ ok: false, code: 'NOT_SEALED' });
  });

  it('refuses a second seal, an unknown blank and text a blank cannot hold', async () => {
    const request = (blanks: Record<string, string>) => ({ sealedAt: SEALED_AT, blanks });
    await expect(lender.seal(sealed, { sealedAt: SEALED_AT })).rejects.toMatchObject({
      code: 'UNREADABLE_PDF',
    });
    await expect(lender.seal(offer, request({ Nothing: 'x' }))).rejects.toMatchObject({
      code: 'UNREADABLE_PDF',
    });
    await expect(lender.seal(offer, request({ Evidence: '张三' }))).rejects.toMatchObject({
      code: 'UNREADABLE_PDF',
    });
  });

  it('keeps the development key store between starts and gives all processes the same one', async () => {
    const shared = join(folder, 'shared');
    const [one, two] = await Promise.all([
      developmentSeal(shared, LENDER, NOW),
      developmentSeal(shared, LENDER, NOW),
    ]);
    expect(one).toEqual(two);
    expect(await developmentSeal(shared, LENDER, NOW)).toEqual(one);
  });

  it('says that a passphrase is wrong without telling it', () => {
    const open = () =>
      sealer({ ...development, passphrase: 'wrong', reason: '', location: '', face: drawSealFace('贷') });
    expect(open).toThrow('the key store cannot be opened with this passphrase');
  });
});
