import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confirmationBlanks } from '../../../documents/confirmation';
import { renderContract } from '../../../documents/contract';
import { drawSealFace } from '../../../documents/seal-face';
import { developmentSeal } from '../../../providers/esign/development-authority';
import { sealer } from '../../../providers/esign/sealer';
import { checkPages, checkSeal, ensurePyHanko } from '../../support/pyhanko';
import { sampleContract } from './sample-contract';

describe('seal as pyHanko sees it', () => {
  const input = sampleContract();
  let folder: string;
  let authority: string;
  let sealed: Buffer;
  let offerSha256: string;

  beforeAll(async () => {
    await ensurePyHanko();
    folder = await mkdtemp(join(tmpdir(), 'seal-'));
    const development = await developmentSeal(join(folder, 'keys'), input.lender.name, new Date());
    authority = join(folder, 'authority.pem');
    await writeFile(authority, development.authorityPem);
    const lender = sealer({
      ...development,
      reason: '签订借款合同',
      location: '上海',
      face: drawSealFace(input.lender.name),
    });
    const offer = await renderContract(input);
    offerSha256 = createHash('sha256').update(offer).digest('hex');
    sealed = await lender.seal(offer, {
      sealedAt: '2026-03-15T03:00:00.000Z',
      blanks: confirmationBlanks({
        maskedPhone: input.borrower.maskedPhone,
        confirmedAt: '2026-03-15T02:58:31.000Z',
        evidenceId: input.contractId,
        offerSha256,
      }),
    });
  }, 240_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function check(pdf: Buffer) {
    const path = join(folder, 'checked.pdf');
    await writeFile(path, pdf);
    return checkSeal(path, authority);
  }

  it('is an intact, valid, trusted PAdES signature over the whole file', async () => {
    expect(await check(sealed)).toEqual({
      field: 'LenderSeal',
      subfilter: '/ETSI.CAdES.detached',
      intact: true,
      valid: true,
      trusted: true,
      coverage: 'ENTIRE_FILE',
      signer: input.lender.name,
    });
  });

  it('is broken by one changed byte of the contract', async () => {
    const altered = Buffer.from(sealed);
    const at = altered.indexOf(Buffer.from('stream\n')) + 40;
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
    expect(await check(altered)).toMatchObject({ intact: false });
  });

  it('does not cover what is appended afterwards', async () => {
    const appended = Buffer.concat([sealed, Buffer.from('% an extra line\n')]);
    expect((await check(appended)).coverage).not.toBe('ENTIRE_FILE');
  });

  it('shows a red seal and what the borrower confirmed on the signature page', async () => {
    const path = join(folder, 'sealed.pdf');
    await writeFile(path, sealed);
    const pages = await checkPages(path);
    const last = pages[pages.length - 1]!;
    const text = last.text.replace(/\s/g, '');
    expect(last.redShare).toBeGreaterThan(0.002);
    expect(text).toContain(offerSha256);
    expect(text).toContain('2026-03-1510:58:31+08:00');
    expect(text).toContain(input.contractId);
    expect(last.blankCharacters).toBe(0);
  });
});
