import { nearestCases } from '../../../domain/underwriting/nearest-cases';

const one = (name: string, score: number, amountMinor: bigint) => ({ name, score, amountMinor });

describe('nearest cases', () => {
  it('are those nearest by score and by how many times the amount, the nearest first', () => {
    const among = [
      one('far score', 500, 1_000_00n),
      one('ten times', 600, 10_000_00n),
      one('near', 606, 1_100_00n),
      one('same', 600, 1_000_00n),
    ];
    const found = nearestCases({ score: 600, amountMinor: 1_000_00n }, among, 3);
    expect(found.map(({ name }) => name)).toEqual(['same', 'near', 'far score']);
  });

  it('count half the amount as much as twice the amount', () => {
    const of = { score: 600, amountMinor: 1_000_00n };
    const among = [one('half', 600, 500_00n), one('thrice', 600, 3_000_00n), one('twice', 600, 2_000_00n)];
    expect(nearestCases(of, among, 2).map(({ name }) => name)).toEqual(['half', 'twice']);
  });
});
