import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { createVerifier } from '../../../api/auth/known-tokens';

const pair = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const ISSUER = 'https://issuer.invalid';

/** A verifier with the number of signatures it looked at so far. */
function verifier() {
  const seen = { signatures: 0 };
  const keys = async () => {
    seen.signatures += 1;
    return pair.publicKey;
  };
  const shape = { audience: 'lender', rolesClaim: 'roles', partnerClaim: 'partner', admits: 'all' } as const;
  return { seen, verify: createVerifier([{ issuer: ISSUER, ...shape, keys }]) };
}

const sign = (expiresInS: number, key: KeyObject = pair.privateKey) =>
  new SignJWT({ sub: 'anna', roles: ['officer'] })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(ISSUER)
    .setAudience('lender')
    .setExpirationTime(Math.floor(Date.now() / 1_000) + expiresInS)
    .sign(key);

describe('a verifier of tokens', () => {
  it('looks at the signature of a good token once', async () => {
    const { seen, verify } = verifier();
    const token = await sign(300);
    const first = await verify(token);
    expect(await verify(token)).toEqual(first);
    expect([first.subject, first.roles, seen.signatures]).toEqual(['anna', ['officer'], 1]);
  });

  it('does not remember one that lives on the tolerance of clocks only', async () => {
    const { seen, verify } = verifier();
    const token = await sign(-10);
    await verify(token);
    await verify(token);
    expect(seen.signatures).toBe(2);
  });

  it('refuses a foreign signature each time, also after a good token of the same person', async () => {
    const { seen, verify } = verifier();
    await verify(await sign(300));
    const forged = await sign(300, stranger.privateKey);
    await expect(verify(forged)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    await expect(verify(forged)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    expect(seen.signatures).toBe(3);
  });
});
