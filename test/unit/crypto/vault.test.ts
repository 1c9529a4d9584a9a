import { randomBytes } from 'node:crypto';
import { aesGcm } from '../../../db/crypto/aes-gcm';
import { BrokenSealError } from '../../../db/crypto/cipher';
import { vaultKeysFrom } from '../../../db/crypto/keys';
import { sm4Hmac } from '../../../db/crypto/sm4-hmac';
import { Vault } from '../../../db/crypto/vault';

const kek = (id: string) => ({ id, key: randomBytes(32) });
const indexKey = randomBytes(32);
const place = { table: 'customers', column: 'sealed', rowId: 'cus_1' };

describe.each([
  ['AES-256-GCM', aesGcm],
  ['SM4-CTR with HMAC-SM3', sm4Hmac],
])('Vault with %s', (_name, cipher) => {
  const k1 = kek('k1');
  const vault = new Vault({ keks: [k1], indexKey }, cipher);

  it('opens what it sealed, text and bytes', () => {
    expect(vault.openText(place, vault.seal(place, '张三 110101199003070011'))).toBe(
      '张三 110101199003070011',
    );
    const bytes = randomBytes(100_000);
    expect(vault.open(place, vault.seal(place, bytes)).equals(bytes)).toBe(true);
    expect(vault.openText(place, vault.seal(place, ''))).toBe('');
  });

  it('never shows the content and never seals twice alike', () => {
    const [a, b] = [vault.seal(place, 'secret-content'), vault.seal(place, 'secret-content')];
    expect(a.includes('secret')).toBe(false);
    expect(a.equals(b)).toBe(false);
  });

  it.each([
    ['another row', { ...place, rowId: 'cus_2' }],
    ['another column', { ...place, column: 'other' }],
    ['another table', { ...place, table: 'documents' }],
    [
      'a place that only joins to the same text',
      { table: 'customers","sealed', column: 'x', rowId: 'cus_1' },
    ],
  ])('does not open in %s', (_what, elsewhere) => {
    const sealed = vault.seal(place, 'content');
    expect(() => vault.open(elsewhere, sealed)).toThrow(BrokenSealError);
  });

  it('does not open when any single byte was changed', () => {
    const sealed = vault.seal(place, 'content');
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      expect(() => vault.open(place, altered)).toThrow(BrokenSealError);
    }
  });

  it('does not open when cut off anywhere', () => {
    const sealed = vault.seal(place, 'content');
    for (let length = 0; length < sealed.length; length++) {
      expect(() => vault.open(place, sealed.subarray(0, length))).toThrow(BrokenSealError);
    }
  });

  it('rotates: old values open, new ones use the newest key, re-wrapped ones no longer need the old key', () => {
    const k2 = kek('k2');
    const sealed = vault.seal(place, 'content');
    const both = new Vault({ keks: [k2, k1], indexKey }, cipher);
    const onlyNew = new Vault({ keks: [k2], indexKey }, cipher);
    expect(both.openText(place, sealed)).toBe('content');
    expect(both.keyIdOf(both.seal(place, 'x'))).toBe('k2');
    expect(() => onlyNew.open(place, sealed)).toThrow(/k1/);
    const rewrapped = both.rewrap(sealed);
    expect(both.keyIdOf(rewrapped)).toBe('k2');
    expect(onlyNew.openText(place, rewrapped)).toBe('content');
    expect(both.rewrap(rewrapped)).toBe(rewrapped);
  });

  it('does not open under another key of the same id', () => {
    const impostor = new Vault({ keks: [kek('k1')], indexKey }, cipher);
    expect(() => impostor.open(place, vault.seal(place, 'content'))).toThrow(BrokenSealError);
  });
});

describe('Vault', () => {
  const keys = { keks: [kek('k1')], indexKey };

  it('opens values of the other cipher, so that a lender can change over', () => {
    const sealed = new Vault(keys, aesGcm).seal(place, 'content');
    expect(new Vault(keys, sm4Hmac).openText(place, sealed)).toBe('content');
  });

  it('finds equal values by blind index, by kind and key only', () => {
    const vault = new Vault(keys);
    expect(vault.blindIndex('phone', '13800138000')).toBe(vault.blindIndex('phone', '13800138000'));
    expect(vault.blindIndex('phone', '13800138000')).not.toBe(vault.blindIndex('id', '13800138000'));
    const other = new Vault({ ...keys, indexKey: randomBytes(32) });
    expect(vault.blindIndex('phone', '13800138000')).not.toBe(other.blindIndex('phone', '13800138000'));
    expect(vault.blindIndex('phone', '13800138000')).not.toContain('13800138000');
  });
});

describe('vaultKeysFrom', () => {
  const base64 = randomBytes(32).toString('base64');

  it('reads keys newest first', () => {
    const keys = vaultKeysFrom({ keks: `k2=${base64}, k1=${base64}`, indexKey: base64 });
    expect(keys.keks.map((each) => each.id)).toEqual(['k2', 'k1']);
    expect(keys.indexKey).toHaveLength(32);
  });

  it.each([
    ['no id', base64, base64],
    ['a short key', 'k1=c2hvcnQ=', base64],
    ['a short index key', `k1=${base64}`, 'c2hvcnQ='],
    ['one id twice', `k1=${base64},k1=${base64}`, base64],
    ['nothing', '', base64],
  ])('refuses %s without quoting a key', (_what, keks, index) => {
    expect(() => vaultKeysFrom({ keks, indexKey: index })).toThrow(/^(?!.*c2hv).*(key)/);
  });
});
