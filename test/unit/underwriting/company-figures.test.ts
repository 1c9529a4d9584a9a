import { companyFigures } from '../../../api/present/company-figures';
import { declared as person } from '../../../demo/cast/people';
import { workingCapital } from '../../../demo/cast/requests';

describe('the figures of a company on the decision page', () => {
  it('are its two years, the latest first, and the need of working capital that they give', () => {
    const figures = companyFigures(workingCapital.declared);
    expect(figures?.years.map(({ endsOn, revenueMinor }) => [endsOn, revenueMinor])).toEqual([
      ['2025-12-31', '5000000000'],
      ['2024-12-31', '4400000000'],
    ]);
    // 50,000,000 × 90% × 112% × 70 / 360, less 5,000,000 of own funds and present loans.
    expect(figures?.need).toEqual({ cycleDays: 70, capitalMinor: '980000000', newLoanMinor: '480000000' });
  });

  it('are none of a person', () => {
    expect(companyFigures(person)).toBeNull();
  });
});
