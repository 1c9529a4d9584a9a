import type { ProductBody } from '../../contracts/policy/product';
import type { Clause } from '../../documents/contract-input';
import { asCurrency } from '../../domain/money/as-currency';
import { formatMinor } from '../../domain/money/format-minor';
import { firstDrawOf, stagesOf } from '../../domain/servicing/drawing';
import type { OfferedTerms } from '../../domain/underwriting/decision';

/** How the contract says that an amount is drawn in stages: beside the cost, and as a clause of its own. */
export interface StagesWords {
  readonly assumption: string;
  readonly clause: Clause;
}

/** Words of a loan whose first payout is below the approved amount; null where all of it is paid out at once. */
export function stagesWords(
  product: ProductBody,
  { amountMinor }: OfferedTerms,
  firstDrawMinor: bigint | null,
): StagesWords | null {
  const staged = stagesOf(product);
  const first = firstDrawOf(amountMinor, firstDrawMinor);
  if (staged === null || first === amountMinor) return null;
  const yuan = (minor: bigint): string => formatMinor(minor, asCurrency(product.currency), 'zh-CN');
  const repaid =
    staged.term === 'full'
      ? '每笔后续提款自到账日起按本合同约定的期限和还款方式单独计算，与其他提款同日到期的合并收取'
      : '后续提款并入剩余本金，按剩余期数重新计算各期应还金额';
  return {
    assumption:
      '测算假设：上表及还款计划按本合同金额于起息日一次提取计算；分次提取的，利息自每笔提款到账日起按实际提取金额计算，实际利息和还款计划随之变动。',
    clause: {
      heading: '分次提款',
      highlight: true,
      paragraphs: [
        `本借款分次提取：首次提款${yuan(first)}；其余${yuan(amountMinor - first)}可自首次放款日起${staged.availableMonths}个月内提取，含首次在内不超过${staged.maxDraws}次，单次不低于${yuan(BigInt(staged.minDrawMinor))}（提取全部剩余金额的除外）。期满未提取的部分不再发放，不收取任何费用。`,
        '存在到期未还款项、借款未处于正常还款状态或前一笔提款尚未完成时，不能提款。提款由借款人登录确认，或应借款人要求由贷款人两名工作人员复核后办理，付至本合同约定的收款账户。',
        `利息自每笔提款到账日起计算；${repaid}。提款前贷款人展示提款后的还款计划，到账后以短信告知。`,
      ],
    },
  };
}
