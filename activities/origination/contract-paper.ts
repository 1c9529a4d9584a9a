import type { ProductBody } from '../../contracts/policy/product';
import type {
  BorrowerParty,
  ContractInput,
  ContractTemplate,
  CostItem,
  LenderParty,
} from '../../documents/contract-input';
import { cnBusinessV1 } from '../../documents/templates/cn-business-v1';
import { cnConsumerV1 } from '../../documents/templates/cn-consumer-v1';
import { cnPersonalBusinessV1 } from '../../documents/templates/cn-personal-business-v1';
import { fromDay } from '../../domain/calendar/civil-day';
import { costOf } from '../../domain/cost/cost-of';
import { InvariantError } from '../../domain/invariant';
import type { PolicySet } from '../../domain/policy/policy';
import { buildSchedule } from '../../domain/schedule/build-schedule';
import type { Schedule } from '../../domain/schedule/schedule';
import { firstDrawOf } from '../../domain/servicing/drawing';
import type { OfferedTerms } from '../../domain/underwriting/decision';
import { accountTermsFor } from './agreed';
import { floatingWords, withClause } from './floating-rate';
import { dueDayWords, methodWords, rateBasisWords } from './method-words';
import { payoutClauses } from './payout-words';
import { purposeWords } from './purpose-words';
import { stagesWords } from './stages-words';

/** Everything that is shown to the borrower before signing; stored with the contract. */
export interface Shown {
  annualCostPercent: string;
  annualCostBasis: 'simple' | 'compound';
  totalInterestMinor: string;
  totalFeeMinor: string;
  firstDueOn: string;
  maturesOn: string;
  plan: ContractInput['plan'];
}

interface Paper {
  contractId: string;
  number: string;
  preparedAt: string;
  startsOn: string;
  offerExpiresOn: string;
  borrower: BorrowerParty;
  lender: LenderParty;
  maskedAccount: string;
  purpose: string;
  /** What is paid out first; null: all of it. */
  firstDrawMinor: bigint | null;
}

const FEE_WAYS = {
  interest: '随每期还款收取',
  'with-each-row': '随每期还款收取',
  'on-its-date': '到约定日期随当期还款收取一次',
  'paid-upfront': '放款时由借款人另行支付',
  withheld: '放款时从借款中扣收',
} as const;

const ITEM_WORDS = {
  fee: '费用',
  penalty: '罚息',
  compound: '复利',
  interest: '利息',
  principal: '本金',
} as const;

const percentOf = (bps: number): string => (bps / 100).toFixed(2);

/** Contract text that came with the software, by who borrows and what for. */
export function seedTemplate({ customerType, category }: ProductBody): ContractTemplate {
  if (customerType === 'company') return cnBusinessV1;
  return category === 'personal_business' ? cnPersonalBusinessV1 : cnConsumerV1;
}

/** The contract paper of approved terms, and what of it is kept as data. */
export function contractPaper(
  set: PolicySet,
  agreed: OfferedTerms,
  paper: Paper,
): { input: ContractInput; shown: Shown } {
  const product = set.product.body;
  const { schedule: terms, overdue, repricing } = accountTermsFor(set, agreed, paper.startsOn);
  const floating = floatingWords(repricing, set.referenceRate?.body ?? null, paper.startsOn);
  const stages = stagesWords(product, agreed, paper.firstDrawMinor);
  const first = firstDrawOf(agreed.amountMinor, paper.firstDrawMinor);
  const clauses = [floating?.clause, ...payoutClauses(terms, first), stages?.clause].filter(
    (clause) => clause !== undefined,
  );
  const assumptions = [floating?.assumption, stages?.assumption].filter((words) => words !== undefined);
  const schedule = buildSchedule(terms);
  const cost = costOf(terms, schedule);
  if (cost === null) throw new InvariantError('an offer has no annual cost');
  const plan = planRows(schedule);
  const last = plan.at(-1);
  const basis = product.cost.basis;
  const rate = percentOf(agreed.rateBps);
  const penaltyPercent = percentOf((agreed.rateBps * (100 + set.penalty.body.overdueSurchargePercent)) / 100);
  const misusePercent = percentOf((agreed.rateBps * (100 + set.penalty.body.misuseSurchargePercent)) / 100);
  const fees = cost.items.filter(({ code }) => code !== 'interest');
  const totalFeeMinor = fees.reduce((sum, { amountMinor }) => sum + amountMinor, 0n).toString();
  const totalInterestMinor = (cost.totalCostMinor - BigInt(totalFeeMinor)).toString();
  const collector = paper.lender.name;
  const items: CostItem[] = [
    {
      item: '利息',
      way: methodWords(terms.method, terms.currency),
      rate: floating === null ? `年利率${rate}%` : `年利率${rate}%（${floating.way}）`,
      collector,
      amountMinor: totalInterestMinor,
    },
    ...fees.map(({ code, way, amountMinor }) => ({
      item: product.fees.find((fee) => fee.code === code)?.names.zh ?? code,
      way: FEE_WAYS[way],
      rate: '固定金额或比例',
      collector,
      amountMinor: amountMinor.toString(),
    })),
  ];
  const input: ContractInput = {
    contractId: paper.contractId,
    number: paper.number,
    preparedAt: paper.preparedAt,
    template: clauses.reduceRight(withClause, templateOf(set)),
    lender: paper.lender,
    borrower: paper.borrower,
    loan: {
      productName: product.names.zh,
      ...(terms.currency !== 'CNY' && { currency: terms.currency }),
      principalMinor: agreed.amountMinor.toString(),
      annualRatePercent: rate,
      rateBasis: floating?.basis ?? rateBasisWords(terms.method),
      dayBasis: terms.dayCount === 'actual/365' || terms.dayCount === 'actual/actual' ? 365 : 360,
      termMonths: agreed.termMonths,
      repaymentMethod: methodWords(terms.method, terms.currency),
      purpose: purposeWords(paper.purpose),
      startsOn: paper.startsOn,
      maturesOn: last?.dueOn ?? paper.startsOn,
      dueDayText: dueDayWords(
        terms.period,
        plan.filter(({ dueOn }) => dueOn > paper.startsOn),
      ),
      maskedPayoutAccount: paper.maskedAccount,
      maskedDebitAccount: paper.maskedAccount,
    },
    cost: {
      annualPercent: ((basis === 'simple' ? cost.simple : cost.compound) * 100).toFixed(2),
      basis,
      totalInterestMinor,
      totalFeeMinor,
      items,
      ...(assumptions.length === 0 ? {} : { assumption: assumptions.join('') }),
      onDefault: [
        { item: '逾期罚息', way: '按逾期本金逐日计收', rate: `年利率${penaltyPercent}%`, collector },
        { item: '挪用罚息', way: '按挪用本金逐日计收', rate: `年利率${misusePercent}%`, collector },
      ],
    },
    rules: {
      graceDays: overdue.graceDays,
      penaltyPercent,
      penaltyBasis: `在合同利率基础上加收${set.penalty.body.overdueSurchargePercent}%`,
      misusePercent,
      compoundText: COMPOUND_WORDS[overdue.compound],
      prepaymentText: prepaymentText(product),
      allocationText: (product.allocation[0]?.order ?? []).map((item) => ITEM_WORDS[item]).join('、'),
      offerExpiresOn: paper.offerExpiresOn,
      court: '贷款人住所地人民法院',
    },
    plan,
  };
  return {
    input,
    shown: {
      annualCostPercent: input.cost.annualPercent,
      annualCostBasis: basis,
      totalInterestMinor,
      totalFeeMinor,
      firstDueOn: plan[0]?.dueOn ?? paper.startsOn,
      maturesOn: input.loan.maturesOn,
      plan,
    },
  };
}

const COMPOUND_WORDS = {
  none: '对应付未付利息不计收复利。',
  contract: '对应付未付利息按合同利率计收复利。',
  penalty: '对应付未付利息按罚息利率计收复利。',
} as const;

function templateOf(set: PolicySet): ContractTemplate {
  const row = set.contractTemplate;
  return row ? { ...row.body, code: row.ref.code, version: row.ref.version } : seedTemplate(set.product.body);
}

function prepaymentText({ prepayment }: PolicySet['product']['body']): string {
  if (!prepayment.allowed) return '本借款不支持提前部分还款，结清请联系贷款人。';
  const [first] = prepayment.fees;
  if (!first) return '提前还款不收取违约金。';
  return `借款发放后${first.beforeMonths}个月内提前还款的，按提前还款本金的${percentOf(first.feeBps)}%收取违约金。`;
}

function planRows({ rows }: Schedule): ContractInput['plan'] {
  return rows.map((row, index) => ({
    number: index + 1,
    dueOn: fromDay(row.dueOn),
    principalMinor: row.principalMinor.toString(),
    interestMinor: row.interestMinor.toString(),
    feeMinor: row.feeMinor.toString(),
    totalMinor: row.totalMinor.toString(),
    balanceMinor: row.balanceMinor.toString(),
  }));
}
