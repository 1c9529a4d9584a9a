import type { Currency } from '../../domain/money/currency';
import { formatMinor } from '../../domain/money/format-minor';
import type { Method, PeriodLength } from '../../domain/schedule/terms';

const REST_WORDS = { 'equal-instalment': '等额本息', 'equal-principal': '等额本金' } as const;

/** 还款方式 as the contract says it, with the figures that the product fixes. */
export function methodWords(method: Method, currency: Currency): string {
  switch (method.kind) {
    case 'equal-instalment':
    case 'equal-principal':
      return REST_WORDS[method.kind];
    case 'interest-only':
      return '先息后本（按期付息、到期还本）';
    case 'bullet':
      return '到期一次还本付息';
    case 'flat':
      return '等本等息（每期利息按初始本金计算）';
    case 'balloon':
      return `气球贷（到期另还本金${formatMinor(method.balloonMinor, currency, 'zh-CN')}，其余本金等额本息偿还）`;
    case 'interest-only-first':
      return `前${method.periods}期只付息，其后${REST_WORDS[method.then]}`;
    case 'custom':
      return '自定义计划（各期应还本金见还款计划，利息按日计算）';
    case 'revolving':
      return '随借随还（按日计息、按期付息，本金可随时归还，到期还清）';
  }
}

/** How a fixed rate is said: a flat one bears on what was lent, not on what is owed, so its annualised cost is about twice as high. */
export function rateBasisWords(method: Method): string {
  return method.kind === 'flat' ? '固定利率，按初始本金计收，折合年化成本见融资成本明示表' : '固定利率';
}

const UNIT_WORDS = { day: '天', week: '周' } as const;

/** 还款日 as the contract says it: a day of the month, or from the first due date on in equal steps. */
export function dueDayWords(
  { unit, every }: PeriodLength,
  [first, ...others]: readonly { readonly dueOn: string }[],
): string {
  if (first === undefined || others.length === 0) return '到期日';
  if (unit === 'month' || unit === 'year') return `每期${Number(first.dueOn.slice(8, 10))}日`;
  return `自${first.dueOn}起每${every}${UNIT_WORDS[unit]}`;
}
