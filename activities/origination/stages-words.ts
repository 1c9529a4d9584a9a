import type { ProductBody, StagedDrawing } from '../../contracts/policy/product';
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

interface Amounts {
  readonly staged: StagedDrawing;
  readonly firstMinor: bigint;
  readonly limitMinor: bigint;
  readonly say: (minor: bigint) => string;
}

const WHEN_NOT =
  '存在到期未还款项、借款未处于正常还款状态或前一笔提款尚未完成时，不能提款。提款由借款人登录确认，或应借款人要求由贷款人两名工作人员复核后办理，付至本合同约定的收款账户。';

/** Words of a loan whose first payout is below the approved amount, or that revolves; null where all of it is paid out at once. */
export function stagesWords(
  product: ProductBody,
  { amountMinor, method }: OfferedTerms,
  firstDrawMinor: bigint | null,
): StagesWords | null {
  const staged = stagesOf(product);
  const firstMinor = firstDrawOf(amountMinor, firstDrawMinor);
  if (staged === null) return null;
  const say = (minor: bigint): string => formatMinor(minor, asCurrency(product.currency), 'zh-CN');
  const amounts = { staged, firstMinor, limitMinor: amountMinor, say };
  if (method === 'revolving') return revolvingWords(amounts);
  return firstMinor === amountMinor ? null : inStagesWords(amounts);
}

function inStagesWords({ staged, firstMinor, limitMinor, say }: Amounts): StagesWords {
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
        `本借款分次提取：首次提款${say(firstMinor)}；其余${say(limitMinor - firstMinor)}可自首次放款日起${staged.availableMonths}个月内提取，含首次在内不超过${staged.maxDraws}次，单次不低于${say(BigInt(staged.minDrawMinor))}（提取全部剩余金额的除外）。期满未提取的部分不再发放，不收取任何费用。`,
        WHEN_NOT,
        `利息自每笔提款到账日起计算；${repaid}。提款前贷款人展示提款后的还款计划，到账后以短信告知。`,
      ],
    },
  };
}

function revolvingWords({ staged, firstMinor, limitMinor, say }: Amounts): StagesWords {
  return {
    assumption:
      '测算假设：上表及还款计划按全部额度于起息日一次提取、到期日一次归还计算；实际利息按每日实际使用的本金计算，随提款和还款变动。',
    clause: {
      heading: '随借随还',
      highlight: true,
      paragraphs: [
        `本借款为可循环使用的额度，额度${say(limitMinor)}，首次提款${say(firstMinor)}。自首次放款日起${staged.availableMonths}个月内（最迟至到期日前一日）可随时提款，含首次在内不超过${staged.maxDraws}次，单次不低于${say(BigInt(staged.minDrawMinor))}（提取全部可用额度的除外）；任何一日未归还的本金不超过额度。未使用的额度不计息，不收取任何费用。`,
        WHEN_NOT,
        '利息自每笔提款到账日起按日计算，还款日收取上一期利息。借款人可在任何一日归还任意金额的本金，不收取违约金；归还的本金自入账时起恢复为可用额度。提款前贷款人展示提款后的还款计划，到账后以短信告知。',
        '到期日仍未归还的本金一次还清。额度有效期满且无未还款项的，本借款结清；借款人办理提前结清的，额度同时终止。',
      ],
    },
  };
}
