import { createHash, verify, X509Certificate } from 'node:crypto';
import { OID } from './cms-oids';
import { issuerAndSerial } from './cms-sign';
import { childrenOf, der, type Element, readElement, TAG } from './der';

/** What a CMS signature says, and whether its own cryptography holds. */
export type ReadCms = { messageDigest: Buffer; certificate: X509Certificate; signatureMatches: boolean };

/** Reads a detached CMS signature with one signer; undefined for anything else. */
export function readCms(contents: Buffer): ReadCms | undefined {
  try {
    return read(contents);
  } catch {
    return undefined;
  }
}

function read(contents: Buffer): ReadCms | undefined {
  const [, wrapped] = childrenOf(readElement(contents));
  const signedData = wrapped && childrenOf(wrapped)[0];
  if (!signedData) return undefined;
  const parts = childrenOf(signedData);
  const certificates = parts.find((part) => part.tag === TAG.context0);
  const signers = parts[parts.length - 1];
  const signerInfo = signers && childrenOf(signers)[0];
  if (!certificates || !signerInfo) return undefined;
  const [, issuer, , attributes, , signature] = childrenOf(signerInfo);
  if (!issuer || !signature || attributes?.tag !== TAG.context0) return undefined;
  const own = childrenOf(certificates).find((each) => issuerAndSerial(each.bytes).equals(issuer.bytes));
  const messageDigest = attributeValue(attributes, OID.messageDigest);
  if (!own || !messageDigest) return undefined;
  const certificate = new X509Certificate(own.bytes);
  const signed = der(TAG.set, attributes.body);
  return {
    messageDigest: messageDigest.body,
    certificate,
    signatureMatches:
      namesCertificate(attributes, own.bytes) &&
      verify('sha256', signed, certificate.publicKey, signature.body),
  };
}

function attributeValue(attributes: Element, type: Buffer): Element | undefined {
  for (const attribute of childrenOf(attributes)) {
    const [name, values] = childrenOf(attribute);
    if (name?.bytes.equals(type) && values) return childrenOf(values)[0];
  }
  return undefined;
}

/** CAdES binds the certificate into what is signed, so that it cannot be exchanged for another of the same key. */
function namesCertificate(attributes: Element, certificate: Buffer): boolean {
  const reference = attributeValue(attributes, OID.signingCertificateV2);
  return reference?.body.includes(createHash('sha256').update(certificate).digest()) ?? false;
}
