import { createHash, X509Certificate } from 'node:crypto';
import { readCms } from './cms-read';

/** What a check of a sealed paper found. `trusted` is about who signed, the others about whether it was altered. */
export type SealReport =
  | {
      ok: true;
      /** The signature covers each byte of the file and matches it. */
      intact: true;
      /** The signer's certificate comes from one of the given authorities and was valid when it signed. */
      trusted: boolean;
      signer: string;
      certificateSha256: string;
      sealedAt: string;
      fileSha256: string;
      /** SHA-256 of the paper as it was before sealing, i.e. of what the borrower confirmed. */
      offerSha256: string;
    }
  | { ok: false; code: 'NOT_SEALED' | 'NOT_WHOLE_FILE' | 'ALTERED' | 'BAD_SIGNATURE' };

/** Checks the lender's seal of a paper without trusting anything but the given authorities (PEM). */
export function verifySeal(pdf: Buffer, authorities: readonly string[]): SealReport {
  const place = findSignature(pdf);
  if (!place) return { ok: false, code: 'NOT_SEALED' };
  const { start, end, rest, contents, sealedAt } = place;
  if (end + rest !== pdf.length) return { ok: false, code: 'NOT_WHOLE_FILE' };
  const digest = createHash('sha256').update(pdf.subarray(0, start)).update(pdf.subarray(end)).digest();
  const cms = readCms(contents);
  if (!cms) return { ok: false, code: 'BAD_SIGNATURE' };
  if (!cms.messageDigest.equals(digest)) return { ok: false, code: 'ALTERED' };
  if (!cms.signatureMatches) return { ok: false, code: 'BAD_SIGNATURE' };
  return {
    ok: true,
    intact: true,
    trusted: isTrusted(cms.certificate, authorities, Date.parse(sealedAt)),
    signer: /CN=([^\n]+)/.exec(cms.certificate.subject)?.[1] ?? '',
    certificateSha256: createHash('sha256').update(cms.certificate.raw).digest('hex'),
    sealedAt,
    fileSha256: createHash('sha256').update(pdf).digest('hex'),
    offerSha256: createHash('sha256').update(firstRevision(pdf)).digest('hex'),
  };
}

type SignaturePlace = { start: number; end: number; rest: number; contents: Buffer; sealedAt: string };

function findSignature(pdf: Buffer): SignaturePlace | undefined {
  const at = pdf.lastIndexOf('/ByteRange [', undefined, 'latin1');
  if (at < 0) return undefined;
  const text = pdf.toString('latin1', at);
  const range = /^\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text);
  const date = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\+08'00'\)/.exec(text);
  if (!range || !date) return undefined;
  const [start, end, rest] = [Number(range[1]), Number(range[2]), Number(range[3])];
  const hex = pdf.toString('latin1', start, end);
  if (!/^<[0-9a-f]*>$/i.test(hex) || start > end) return undefined;
  const [year, month, day, hour, minute, second] = date.slice(1);
  const sealedAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
  if (Number.isNaN(sealedAt.getTime())) return undefined;
  return {
    start,
    end,
    rest,
    contents: Buffer.from(hex.slice(1, -1), 'hex'),
    sealedAt: sealedAt.toISOString(),
  };
}

function firstRevision(pdf: Buffer): Buffer {
  return pdf.subarray(0, pdf.indexOf('%%EOF\n', 0, 'latin1') + '%%EOF\n'.length);
}

function isTrusted(certificate: X509Certificate, authorities: readonly string[], at: number): boolean {
  if (Date.parse(certificate.validFrom) > at || Date.parse(certificate.validTo) < at) return false;
  return authorities.some((pem) => {
    const authority = new X509Certificate(pem);
    return certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
  });
}
