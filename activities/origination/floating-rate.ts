import type { ReferenceRateBody } from '../../contracts/policy/servicing';
import type { Clause, ContractTemplate } from '../../documents/contract-input';
import { latestPublication } from '../../domain/account/repricing';
import type { AccountTerms } from '../../domain/account/terms';
import { fromDay, toDay } from '../../domain/calendar/civil-day';
import { InvariantError } from '../../domain/invariant';
import { publishedRates } from '../../domain/policy/reference-rate';

type Floating = Exclude<AccountTerms['repricing'], { kind: 'fixed' }>;

/** How the contract says a rate that follows the LPR: beside the rate, in the cost table, and as a clause of its own. */
export interface FloatingWords {
  readonly basis: string;
  readonly way: string;
  readonly assumption: string;
  readonly clause: Clause;
}

const TENOR_WORDS = { '1Y': '1年期', '5Y': '5年期以上' } as const;

const percent = (bps: number): string => (bps / 100).toFixed(2);

function chineseDay(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function repricingDay(repricing: Floating): string {
  switch (repricing.kind) {
    case 'anniversary':
      return '实际起息日起每满一年的对应日';
    case 'january-first':
      return '每年1月1日';
    case 'every-months':
      return `实际起息日起每满${repricing.months}个月的对应日`;
  }
}

/** Words of a floating rate as it stands on the day the contract starts; null for a fixed one. */
export function floatingWords(
  repricing: AccountTerms['repricing'],
  reference: ReferenceRateBody | null,
  startsOn: string,
): FloatingWords | null {
  if (repricing.kind === 'fixed') return null;
  const { tenor, spreadBps } = repricing;
  const published = reference && latestPublication(publishedRates(reference), { on: toDay(startsOn), tenor });
  if (!published) throw new InvariantError(`no LPR of ${tenor} published by ${startsOn}`);
  const lpr = `${TENOR_WORDS[tenor]}贷款市场报价利率（LPR）`;
  const points = `${spreadBps < 0 ? '减' : '加'}${Math.abs(spreadBps)}个基点`;
  const standing = `${chineseDay(fromDay(published.publishedOn))}公布的${percent(Number(published.rate.units))}%`;
  const day = repricingDay(repricing);
  return {
    basis: `浮动利率：${TENOR_WORDS[tenor]}LPR${percent(Number(published.rate.units))}%${points}`,
    way: `${TENOR_WORDS[tenor]}LPR${points}，按重定价日调整`,
    assumption: `测算假设：本借款为浮动利率，上表按${lpr}在借款期内保持${standing}不变计算；LPR变动的，实际利息和年化综合融资成本随重定价后的利率变动。`,
    clause: {
      heading: '利率浮动与重定价',
      highlight: true,
      paragraphs: [
        `本借款为浮动利率，以${lpr}${points}确定，加减点数在借款期限内不变。LPR由全国银行间同业拆借中心公布；签订时所依据的是${standing}。`,
        `重定价日为${day}。自每个重定价日（含）起，借款利率按该日前（含该日）最近一次公布的LPR和前款加减点数重新确定，罚息利率随之调整；重定价日之前的利息仍按原利率计算。`,
        '利率变动的，各期应还金额按剩余本金和剩余期数重新计算，贷款人以短信告知新利率、生效日和其后首期应还金额；LPR未变动的，还款计划不变。借款人可以向贷款人查询每次重定价所依据的LPR。',
      ],
    },
  };
}

/** The template with the clause after the one on rates, or last where no clause is on rates. */
export function withClause(template: ContractTemplate, clause: Clause): ContractTemplate {
  const at = template.clauses.findIndex(({ heading }) => heading.includes('利率'));
  const after = at < 0 ? template.clauses.length : at + 1;
  return {
    ...template,
    clauses: [...template.clauses.slice(0, after), clause, ...template.clauses.slice(after)],
  };
}
