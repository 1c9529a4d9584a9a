import { createPrivateKey } from 'node:crypto';
import forge from 'node-forge';
import type { Signer } from './cms-sign';

/** The key store cannot be used; says why, never what is in it. */
export class KeyStoreError extends Error {
  readonly code = 'KEY_STORE';
}

/** Opens a PKCS #12 key store once; the key then stays in native memory, where signing costs about a millisecond. */
export function openP12(p12: Buffer, passphrase: string): Signer {
  const store = readStore(p12, passphrase);
  const keyBag = forge.pki.oids.pkcs8ShroudedKeyBag ?? '';
  const certBag = forge.pki.oids.certBag ?? '';
  const key = store.getBags({ bagType: keyBag })[keyBag]?.[0]?.key;
  const certificates = (store.getBags({ bagType: certBag })[certBag] ?? []).flatMap((bag) => bag.cert ?? []);
  if (!key) throw new KeyStoreError('the key store holds no private key');
  const modulus = (key as forge.pki.rsa.PrivateKey).n.toString(16);
  const own = certificates.find(
    (certificate) => (certificate.publicKey as forge.pki.rsa.PublicKey).n.toString(16) === modulus,
  );
  if (!own) throw new KeyStoreError('the key store holds no certificate for its key');
  return {
    key: createPrivateKey(forge.pki.privateKeyToPem(key)),
    certificate: certificateDer(own),
    chain: certificates.filter((certificate) => certificate !== own).map(certificateDer),
  };
}

function readStore(p12: Buffer, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  try {
    return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(p12.toString('latin1')), passphrase);
  } catch {
    throw new KeyStoreError('the key store cannot be opened with this passphrase');
  }
}

function certificateDer(certificate: forge.pki.Certificate): Buffer {
  return Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes(), 'latin1');
}
