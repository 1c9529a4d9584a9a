import { isId, newId } from '../../contracts/ids';

describe('an id', () => {
  it('is well formed and never the same twice, also past the randomness that is drawn at once', () => {
    const ids = Array.from({ length: 5_000 }, () => newId('evt'));
    expect(ids.every((id) => isId('evt', id))).toBe(true);
    expect(new Set(ids.map((id) => id.slice(-16))).size).toBe(ids.length);
  });
});
