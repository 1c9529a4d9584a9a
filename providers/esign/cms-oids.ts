import { oid } from './der';

/** Object identifiers of a CAdES signature (RFC 5652, RFC 5035). */
export const OID = {
  data: oid('1.2.840.113549.1.7.1'),
  signedData: oid('1.2.840.113549.1.7.2'),
  contentType: oid('1.2.840.113549.1.9.3'),
  messageDigest: oid('1.2.840.113549.1.9.4'),
  signingCertificateV2: oid('1.2.840.113549.1.9.16.2.47'),
  sha256: oid('2.16.840.1.101.3.4.2.1'),
  rsaEncryption: oid('1.2.840.113549.1.1.1'),
} as const;
