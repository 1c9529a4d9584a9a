import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../domain/audit/canonical-json';
import {
  type AuditEntry,
  type AuditFact,
  entryHash,
  GENESIS_HASH,
  personalHash,
  verifyChain,
} from '../../../domain/audit/chain';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();

function chainOf(count: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  let prevHash = GENESIS_HASH;
  for (let seq = 1; seq <= count; seq++) {
    const fact: AuditFact = {
      id: `aud_${seq}`,
      subject: 'app_1',
      at: `2026-01-0${seq}T00:00:00.000Z`,
      actorId: 'usr_1',
      action: 'task.decided',
      data: { amountMinor: '100', codes: ['A', 'B'] },
      personal: {},
      clockId: null,
    };
    const hash = entryHash(fact, seq, prevHash, sha256);
    entries.push({ ...fact, seq, prevHash, hash });
    prevHash = hash;
  }
  return entries;
}

describe('audit chain', () => {
  it('holds as written', () => {
    const entries = chainOf(5);
    expect(verifyChain('app_1', entries, sha256)).toEqual({
      ok: true,
      length: 5,
      headHash: entries[4]!.hash,
    });
  });

  it.each(['at', 'actorId', 'action', 'id'] as const)('shows a changed %s', (field) => {
    const entries = chainOf(3);
    entries[1] = { ...entries[1]!, [field]: 'other' };
    expect(verifyChain('app_1', entries, sha256)).toEqual({ ok: false, code: 'ALTERED', seq: 2 });
  });

  it('shows changed data, a removed entry, a swapped pair and a rewritten hash', () => {
    const [a, b, c] = chainOf(3) as [AuditEntry, AuditEntry, AuditEntry];
    expect(verifyChain('app_1', [a, { ...b, data: { amountMinor: '101' } }, c], sha256)).toMatchObject({
      code: 'ALTERED',
    });
    expect(verifyChain('app_1', [a, c], sha256)).toMatchObject({ code: 'GAP', seq: 2 });
    expect(verifyChain('app_1', [b, a, c], sha256)).toMatchObject({ code: 'GAP', seq: 1 });
    const forged = { ...b, action: 'x', hash: entryHash({ ...b, action: 'x' }, 2, b.prevHash, sha256) };
    expect(verifyChain('app_1', [a, forged, c], sha256)).toMatchObject({ code: 'BROKEN_LINK', seq: 3 });
    expect(verifyChain('app_2', [a], sha256)).toMatchObject({ code: 'FOREIGN_SUBJECT' });
  });

  it('binds a personal value by salt and field', () => {
    const salt = Uint8Array.of(1, 2, 3);
    const bound = personalHash(salt, 'phone', '13800000000', sha256);
    expect(personalHash(salt, 'phone', '13800000000', sha256)).toBe(bound);
    expect(personalHash(salt, 'name', '13800000000', sha256)).not.toBe(bound);
    expect(personalHash(Uint8Array.of(4), 'phone', '13800000000', sha256)).not.toBe(bound);
  });
});

describe('canonical JSON', () => {
  it('sorts keys, drops what is undefined and keeps text as JSON does', () => {
    expect(canonicalJson({ b: 1, a: ['还', null, true], c: undefined })).toBe('{"a":["还",null,true],"b":1}');
  });

  it('refuses fractions and numbers beyond exactness', () => {
    expect(() => canonicalJson({ a: 0.1 })).toThrow('integers only');
    expect(() => canonicalJson(2 ** 53)).toThrow('integers only');
  });
});
