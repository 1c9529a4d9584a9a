import type { Clause } from '../../documents/contract-input';
import { formatMinor } from '../../domain/money/format-minor';
import { downPaymentOf } from '../../domain/schedule/build-schedule';
import { upfrontFees } from '../../domain/schedule/fees';
import type { ScheduleTerms } from '../../domain/schedule/terms';

/** What the contract says of the day of payout beside the plan: what falls due at once, and what does not reach the borrower's account. */
export function payoutClauses(terms: ScheduleTerms, firstPayoutMinor: bigint): Clause[] {
  return [downPayment(terms, firstPayoutMinor), rowsAtStart(terms), withheld(terms, firstPayoutMinor)].filter(
    (clause) => clause !== null,
  );
}

function downPayment(terms: ScheduleTerms, firstPayoutMinor: bigint): Clause | null {
  const dueMinor = downPaymentOf(terms, firstPayoutMinor);
  if (dueMinor === 0n) return null;
  return {
    heading: '首付（放款当日归还的本金）',
    highlight: true,
    paragraphs: [
      `借款发放当日，借款人归还本金${formatMinor(dueMinor, terms.currency, 'zh-CN')}，由贷款人于当日从约定的扣款账户扣收，为还款计划的第一行；该部分本金不计利息，其余本金自放款日起计息并按还款计划偿还。`,
      '分次提款的，每笔提款按相同比例于到账当日归还。当日未归还的，按本合同逾期条款处理。',
    ],
  };
}

function rowsAtStart({ dueAt }: ScheduleTerms): Clause | null {
  if (dueAt !== 'period-start') return null;
  return {
    heading: '期初还款',
    highlight: true,
    paragraphs: [
      '本借款各期款项于每期第一日到期，首期与放款同日到期且只含本金。各期利息按上一期实际占用的本金和天数计算，不预收利息。',
    ],
  };
}

function withheld(terms: ScheduleTerms, firstPayoutMinor: bigint): Clause | null {
  const { currency, fees = [], rounding } = terms;
  const { withheldMinor } = upfrontFees(fees, firstPayoutMinor, rounding.mode);
  if (withheldMinor === 0n) return null;
  const say = (minor: bigint) => formatMinor(minor, currency, 'zh-CN');
  return {
    heading: '放款时扣收的费用',
    highlight: true,
    paragraphs: [
      `融资成本明示表中注明“放款时从借款中扣收”的费用共${say(withheldMinor)}，于首次放款时从借款中扣收；借款人账户实际收到${say(firstPayoutMinor - withheldMinor)}，借款本金仍为${say(firstPayoutMinor)}并按其计息。年化综合融资成本已按实际收到的金额计算。`,
      '本条与本合同关于足额发放、不预先扣除费用的约定不一致的，以本条为准。',
    ],
  };
}
