import { createHash, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { OID } from './cms-oids';
import { childrenOf, der, readElement, TAG } from './der';

const signOffThread = promisify(sign) as (algorithm: string, data: Buffer, key: KeyObject) => Promise<Buffer>;
const VERSION_1 = der(TAG.integer, Buffer.from([1]));
const SHA256 = der(TAG.sequence, OID.sha256);

/** A private key with its certificate (DER) and the certificates above it, nearest first. */
export type Signer = { key: KeyObject; certificate: Buffer; chain: readonly Buffer[] };

/**
 * Detached CAdES baseline signature of a digest (ETSI EN 319 122-1): signed attributes name the content, its digest and
 * the signing certificate; the time of signing stays out of them, as PAdES asks.
 */
export async function signDigest(digest: Buffer, { key, certificate, chain }: Signer): Promise<Buffer> {
  const attributes = [
    attribute(OID.contentType, OID.data),
    attribute(OID.messageDigest, der(TAG.octets, digest)),
    attribute(OID.signingCertificateV2, certificateReference(certificate)),
  ].sort(Buffer.compare);
  const signature = await signOffThread('sha256', der(TAG.set, ...attributes), key);
  const signerInfo = der(
    TAG.sequence,
    VERSION_1,
    issuerAndSerial(certificate),
    SHA256,
    der(TAG.context0, ...attributes),
    der(TAG.sequence, OID.rsaEncryption, der(TAG.null)),
    der(TAG.octets, signature),
  );
  const signedData = der(
    TAG.sequence,
    VERSION_1,
    der(TAG.set, SHA256),
    der(TAG.sequence, OID.data),
    der(TAG.context0, certificate, ...chain),
    der(TAG.set, signerInfo),
  );
  return der(TAG.sequence, OID.signedData, der(TAG.context0, signedData));
}

function attribute(type: Buffer, value: Buffer): Buffer {
  return der(TAG.sequence, type, der(TAG.set, value));
}

/** SigningCertificateV2 with one ESSCertIDv2; SHA-256 is its default and therefore not written (RFC 5035). */
function certificateReference(certificate: Buffer): Buffer {
  const hash = createHash('sha256').update(certificate).digest();
  return der(TAG.sequence, der(TAG.sequence, der(TAG.sequence, der(TAG.octets, hash))));
}

/** Issuer and serial number as they stand in the certificate. */
export function issuerAndSerial(certificate: Buffer): Buffer {
  const [body] = childrenOf(readElement(certificate));
  const fields = body ? childrenOf(body) : [];
  const afterVersion = fields[0]?.tag === TAG.context0 ? fields.slice(1) : fields;
  const [serial, , issuer] = afterVersion;
  if (!serial || !issuer) throw new RangeError('certificate has no issuer');
  return der(TAG.sequence, issuer.bytes, serial.bytes);
}
