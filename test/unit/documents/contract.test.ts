import { createHash } from 'node:crypto';
import { renderContract } from '../../../documents/contract';
import type { ContractInput } from '../../../documents/contract-input';
import { cnBusinessV1 } from '../../../documents/templates/cn-business-v1';
import { cnConsumerV1 } from '../../../documents/templates/cn-consumer-v1';
import { drawnHash } from './pdf-streams';
import { sampleContract } from './sample-contract';

const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

describe('contract', () => {
  it('gives the same bytes for the same input, however many were made before', async () => {
    const first = sha256(await renderContract(sampleContract()));
    await renderContract({ ...sampleContract(36), template: cnBusinessV1 });
    expect(sha256(await renderContract(sampleContract()))).toBe(first);
  });

  it('gives other bytes when any term differs', async () => {
    const input = sampleContract();
    const other = { ...input, cost: { ...input.cost, annualPercent: '12.01' } };
    expect(sha256(await renderContract(other))).not.toBe(sha256(await renderContract(input)));
  });

  it('draws exactly what was approved (golden)', async () => {
    expect(drawnHash(await renderContract(sampleContract(12)))).toMatchSnapshot();
    expect(drawnHash(await renderContract(sampleContract(36)))).toMatchSnapshot();
  });

  it('refuses a name with a character that no font can draw instead of printing a box', async () => {
    const input = sampleContract();
    const unprintable: ContractInput = { ...input, borrower: { ...input.borrower, name: '张\u{2EBE0}' } };
    await expect(renderContract(unprintable)).rejects.toMatchObject({ code: 'UNPRINTABLE_TEXT' });
  });

  it('refuses a template that asks for an unknown term', async () => {
    const clauses = [{ heading: '费用', highlight: false, paragraphs: ['收取{{secretFee}}。'] }];
    const input = { ...sampleContract(), template: { ...cnConsumerV1, clauses } };
    await expect(renderContract(input)).rejects.toMatchObject({
      code: 'MISSING_PARAMETER',
      parameter: 'secretFee',
    });
  });

  it.each([
    [
      'plan does not repay the principal',
      (input: ContractInput) => ({ ...input, loan: { ...input.loan, principalMinor: '10000001' } }),
    ],
    [
      'plan does not end at zero',
      (input: ContractInput) => ({
        ...input,
        plan: [
          ...input.plan,
          { ...input.plan[0]!, principalMinor: '0', interestMinor: '0', totalMinor: '0' },
        ],
      }),
    ],
    [
      'plan and total interest differ',
      (input: ContractInput) => ({ ...input, cost: { ...input.cost, totalInterestMinor: '661852' } }),
    ],
    [
      'plan holds fees that the cost table lacks',
      (input: ContractInput) => ({ ...input, plan: input.plan.map((row) => ({ ...row, feeMinor: '1' })) }),
    ],
    [
      'instalment 3 does not add up',
      (input: ContractInput) => ({
        ...input,
        plan: input.plan.map((row) => (row.number === 3 ? { ...row, totalMinor: '1' } : row)),
      }),
    ],
  ])('is refused when the %s', async (message, contradict) => {
    await expect(renderContract(contradict(sampleContract()))).rejects.toThrow(message);
  });

  it('costs well under 100 ms of processor time', async () => {
    for (let i = 0; i < 10; i++) await renderContract(sampleContract(36));
    const before = process.cpuUsage();
    for (let i = 0; i < 20; i++) await renderContract(sampleContract(36));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000 / 20).toBeLessThan(60);
  });
});

describe('contract templates', () => {
  it.each([cnConsumerV1, cnBusinessV1])(
    '$code warns of what weighs on the borrower in bold',
    ({ clauses }) => {
      const bold = clauses.filter((clause) => clause.highlight).map((clause) => clause.heading);
      expect(bold).toEqual(
        expect.arrayContaining(['借款用途', '逾期责任', '催收与联系', '征信授权与不良信息告知']),
      );
    },
  );
});
