import { generateKeyPair, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import forge from 'node-forge';
import { z } from 'zod';

const generate = promisify(generateKeyPair);
const PASSPHRASE_BYTES = 24;
const YEAR_MS = 365 * 86_400_000;

/** What a sealer needs to work outside production: the lender's key store and the authority to trust. */
export type DevelopmentSeal = { p12: Buffer; passphrase: string; authorityPem: string };

const FILE = 'lender-seal.json';

/**
 * The development certificate authority and a certificate for the lender's seal, made at first use and kept in the
 * data folder. Production gives its own key store by configuration. `now` dates the certificates.
 */
export async function developmentSeal(
  folder: string,
  lenderName: string,
  now: Date,
): Promise<DevelopmentSeal> {
  const path = join(folder, FILE);
  const known = await readSeal(path);
  if (known) return known;
  const made = await makeSeal(lenderName, now);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await keepFirst(path, JSON.stringify({ ...made, p12: made.p12.toString('base64') }));
  return (await readSeal(path)) ?? made;
}

const StoredSeal = z.object({ p12: z.base64(), passphrase: z.string(), authorityPem: z.string() });

async function readSeal(path: string): Promise<DevelopmentSeal | undefined> {
  const text = await readFile(path, 'utf8').catch(unlessCode('ENOENT'));
  if (text === undefined) return undefined;
  const stored = StoredSeal.parse(JSON.parse(text));
  return { ...stored, p12: Buffer.from(stored.p12, 'base64') };
}

/** Worker and API may start at once on an empty folder; a link is made only by the first. */
async function keepFirst(path: string, text: string): Promise<void> {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  await writeFile(part, text, { mode: 0o600 });
  await link(part, path).catch(unlessCode('EEXIST'));
  await unlink(part);
}

function unlessCode(code: string): (error: unknown) => undefined {
  return (error) => {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === code)
      return undefined;
    throw error;
  };
}

async function makeSeal(lenderName: string, now: Date): Promise<DevelopmentSeal> {
  const [authority, lender] = await Promise.all([keyPair(), keyPair()]);
  const authorityName = [
    attribute('commonName', 'Loanflow Development CA'),
    attribute('organizationName', 'Loanflow'),
  ];
  const lenderNameAttributes = [
    attribute('commonName', lenderName),
    attribute('organizationName', lenderName),
  ];
  // Wide enough for loans on a test clock, which live in other years.
  const notBefore = new Date(now.getTime() - 10 * YEAR_MS);
  const notAfter = new Date(now.getTime() + 20 * YEAR_MS);
  const root = certificate(authority.publicKey, authorityName, authorityName, { notBefore, notAfter });
  root.setExtensions([
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  root.sign(authority.privateKey, forge.md.sha256.create());
  const leaf = certificate(lender.publicKey, lenderNameAttributes, authorityName, { notBefore, notAfter });
  leaf.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  leaf.sign(authority.privateKey, forge.md.sha256.create());
  const passphrase = randomBytes(PASSPHRASE_BYTES).toString('base64url');
  const store = forge.pkcs12.toPkcs12Asn1(lender.privateKey, [leaf, root], passphrase, {
    algorithm: 'aes256',
  });
  return {
    p12: Buffer.from(forge.asn1.toDer(store).getBytes(), 'latin1'),
    passphrase,
    authorityPem: forge.pki.certificateToPem(root),
  };
}

async function keyPair(): Promise<forge.pki.rsa.KeyPair> {
  const { privateKey, publicKey } = await generate('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    privateKey: forge.pki.privateKeyFromPem(privateKey),
    publicKey: forge.pki.publicKeyFromPem(publicKey),
  };
}

/** The typings know tag classes only; the library wants a string type here. */
const UTF8: object = { valueTagClass: forge.asn1.Type.UTF8 };

function attribute(name: string, value: string): forge.pki.CertificateField {
  return Object.assign({ name, value }, UTF8);
}

function certificate(
  publicKey: forge.pki.PublicKey,
  subject: forge.pki.CertificateField[],
  issuer: forge.pki.CertificateField[],
  validity: { notBefore: Date; notAfter: Date },
): forge.pki.Certificate {
  const made = forge.pki.createCertificate();
  made.publicKey = publicKey;
  made.serialNumber = `00${randomBytes(15).toString('hex')}`;
  Object.assign(made.validity, validity);
  made.setSubject(subject);
  made.setIssuer(issuer);
  return made;
}
