import type { BookingRefusal } from '../../domain/account/refusal';
import type { Currency } from '../../domain/money/currency';
import { formatMinor, type Locale } from '../../domain/money/format-minor';

/** Why the account does not take an operation, for people. */
const WORDS: Record<BookingRefusal['code'], { en: string; zh: string }> = {
  EFFECTIVE_AFTER_BOOKING: { en: 'It would count from a day in the future', zh: '生效日在将来' },
  BOOKING_DATE_PASSED: { en: 'The books of that day are behind the account', zh: '账务日期已过' },
  NOTHING_DISBURSED: { en: 'Nothing has been paid out', zh: '尚未放款' },
  DISBURSEMENT_EXCEEDS_PRINCIPAL: { en: 'More than was agreed would be paid out', zh: '放款超过合同金额' },
  LOAN_CLOSED: { en: 'The loan has ended', zh: '贷款已结束' },
  NOTHING_OWED: { en: 'Nothing is owed', zh: '没有欠款' },
  ARREARS_FIRST: { en: 'What is due must be paid first', zh: '须先清偿到期欠款' },
  PAYOFF_TOO_SMALL: { en: 'The amount does not end the loan', zh: '金额不足以结清' },
  WAIVER_EXCEEDS_DEBT: { en: 'More would be waived than is due', zh: '减免超过到期应还' },
  REFUND_EXCEEDS_SUSPENSE: { en: 'Less is waiting than would be refunded', zh: '退款超过溢缴款余额' },
  BALLOON_TOO_LARGE: { en: 'The balloon exceeds the new principal', zh: '尾款超过重组后的本金' },
  FLAT_RECALCULATED: {
    en: 'Interest by day on what is owed does not go with a flat plan',
    zh: '按日重算利息的贷款不能重组为等本等息',
  },
  LIMIT_NOT_REVOLVING: { en: 'The loan has no limit that revolves', zh: '该贷款没有循环额度' },
  LIMIT_IN_USE: { en: 'Something is owed on the limit', zh: '额度下仍有欠款' },
  EVENT_NOT_FOUND: { en: 'The loan has no such transaction', zh: '该贷款没有此交易' },
  EVENT_ALREADY_REVERSED: { en: 'The transaction was undone before', zh: '该交易已冲正' },
};

/** The words of a refusal, with the amount that would do where there is one, in the loan's currency. */
export function refusalWords(refusal: BookingRefusal, currency: Currency): { en: string; zh: string } {
  const words = WORDS[refusal.code];
  if (refusal.code !== 'PAYOFF_TOO_SMALL') return words;
  const needed = (locale: Locale) => formatMinor(refusal.neededMinor, currency, locale);
  return { en: `${words.en}: ${needed('en')} does`, zh: `${words.zh}:需 ${needed('zh-CN')}` };
}
