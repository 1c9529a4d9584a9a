import { freshBytes } from '../../../db/crypto/random';

describe('fresh bytes', () => {
  it('are as many as asked for and never the same twice, also beyond what was drawn ahead', () => {
    const given = Array.from({ length: 2_000 }, (_, n) => freshBytes(n % 2 === 0 ? 12 : 32));
    expect(given.map((bytes) => bytes.length)).toEqual(given.map((_, n) => (n % 2 === 0 ? 12 : 32)));
    expect(new Set(given.map((bytes) => bytes.toString('hex').slice(0, 24))).size).toBe(given.length);
  });

  it('belong to whoever got them: later ones do not touch them', () => {
    const mine = freshBytes(32);
    const before = mine.toString('hex');
    for (let n = 0; n < 1_000; n++) freshBytes(32);
    expect(mine.toString('hex')).toBe(before);
    expect(new Set(mine).size).toBeGreaterThan(4);
  });
});
