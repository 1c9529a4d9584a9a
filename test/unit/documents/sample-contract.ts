import type { ContractInput, PlanRow } from '../../../documents/contract-input';
import { cnConsumerV1 } from '../../../documents/templates/cn-consumer-v1';

/** Equal instalments of 100,000.00 at 12 %, computed here independently of the engine (golden: 8,884.88 for 12). */
function plan(periods: number): PlanRow[] {
  const rate = 0.01;
  const principal = 10_000_000;
  const instalment = Math.round((principal * rate * (1 + rate) ** periods) / ((1 + rate) ** periods - 1));
  const rows: PlanRow[] = [];
  let balance = principal;
  for (let number = 1; number <= periods; number++) {
    const interest = Math.round(balance * rate);
    const part = number === periods ? balance : instalment - interest;
    balance -= part;
    const month = (2 + number) % 12;
    rows.push({
      number,
      dueOn: `${2026 + Math.floor((2 + number) / 12)}-${String(month + 1).padStart(2, '0')}-15`,
      principalMinor: String(part),
      interestMinor: String(interest),
      feeMinor: '0',
      totalMinor: String(part + interest),
      balanceMinor: String(balance),
    });
  }
  return rows;
}

export function sampleContract(periods = 12): ContractInput {
  const rows = plan(periods);
  const interest = rows.reduce((sum, row) => sum + Number(row.interestMinor), 0);
  return {
    contractId: 'ctr_01j00000000000000000000000',
    number: 'LF20260315000001',
    preparedAt: '2026-03-15T02:30:00.000Z',
    template: cnConsumerV1,
    lender: {
      name: '流贷示范消费金融有限公司',
      creditCode: '91350100M000100Y43',
      address: '上海市浦东新区世纪大道100号',
      hotline: '400-820-0000',
      website: 'loanflow.example',
    },
    borrower: {
      name: '欧阳文静',
      idKind: 'resident_id',
      maskedId: '110101********0011',
      maskedPhone: '138****5678',
      maskedAddress: '北京市东城区***',
    },
    loan: {
      productName: '个人消费贷（等额本息）',
      principalMinor: '10000000',
      annualRatePercent: '12.00',
      rateBasis: '固定利率',
      dayBasis: 360,
      termMonths: periods,
      repaymentMethod: '等额本息',
      purpose: '家庭装修及家电购置',
      startsOn: '2026-03-15',
      maturesOn: rows[rows.length - 1]!.dueOn,
      dueDayText: '每月15日',
      maskedPayoutAccount: '6222 **** **** 6789',
      maskedDebitAccount: '6222 **** **** 6789',
    },
    cost: {
      annualPercent: '12.00',
      basis: 'simple',
      totalInterestMinor: String(interest),
      totalFeeMinor: '0',
      items: [
        {
          item: '利息',
          way: '按期随本金收取，以实际占用本金计算',
          rate: '年利率12.00%（固定利率）',
          collector: '流贷示范消费金融有限公司',
          amountMinor: String(interest),
        },
        { item: '担保费', way: '不收取', rate: '0', collector: '无', amountMinor: '0' },
      ],
      onDefault: [
        {
          item: '逾期罚息',
          way: '宽限期后对逾期本金自还款日次日起按日计收',
          rate: '年利率18.00%（合同利率上浮50%）',
          collector: '流贷示范消费金融有限公司',
        },
        {
          item: '挪用罚息',
          way: '对挪用部分自挪用之日起按日计收',
          rate: '年利率24.00%（合同利率上浮100%）',
          collector: '流贷示范消费金融有限公司',
        },
        { item: '提前还款违约金', way: '不收取', rate: '0', collector: '无' },
      ],
    },
    rules: {
      graceDays: 3,
      penaltyPercent: '18.00',
      penaltyBasis: '合同利率上浮50%',
      misusePercent: '24.00',
      compoundText: '对逾期利息不计收复利。',
      prepaymentText: '提前还款不收取违约金。',
      allocationText: '先到期的期次优先；同一期内依次为费用、罚息、利息、本金',
      offerExpiresOn: '2026-03-22',
      court: '甲方住所地人民法院',
    },
    plan: rows,
  };
}
