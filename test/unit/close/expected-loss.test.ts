import { ProvisioningBody } from '../../../contracts/policy/servicing';
import { provisioningSeeds } from '../../../db/seed/policies/limits';
import { expectedLoss, lossFactor } from '../../../domain/close/expected-loss';

const policy = ProvisioningBody.parse(provisioningSeeds[0]!.body).expectedLoss;

describe('expected loss', () => {
  it('gives the golden figures of one period: 2% × 55% and 15% × 55% of 100,000.00', () => {
    expect(expectedLoss(10_000_000n, lossFactor(policy, 1, 1))).toBe(110_000n);
    expect(expectedLoss(10_000_000n, lossFactor(policy, 2, 1))).toBe(825_000n);
  });

  it('looks one year ahead in stage 1 however long the loan, and over all its years in stage 2', () => {
    expect(lossFactor(policy, 1, 20)).toBe(lossFactor(policy, 1, 1));
    expect(lossFactor(policy, 2, 2)).toBeGreaterThan(lossFactor(policy, 2, 1));
  });

  it('sums PD · LGD · EAD · DF over two years, scenario by scenario', () => {
    const one = {
      ...policy,
      scenarios: [{ code: 'base', weightPercent: '100', pdPercent: '100' }],
      discountPercent: '25',
    };
    // 0.15·0.55·1 + 0.85·0.15·0.55·½·(1 ÷ 1.25)
    expect(lossFactor(one, 2, 2)).toBe(82_500_000_000n + 28_050_000_000n);
  });

  it('loses the whole share once in default, and never more than that in any scenario', () => {
    const weights = policy.scenarios.map(({ code, weightPercent }) => ({
      code,
      weightPercent,
      pdPercent: '120',
    }));
    expect(lossFactor({ ...policy, scenarios: weights }, 3, 1)).toBe(550_000_000_000n);
  });
});
