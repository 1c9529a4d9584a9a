import type { Bilingual } from './body-parts';

const say = (zh: string, en: string): Bilingual => ({ zh, en });

/** What a review of a draft can find, in words; `{…}` are filled in. */
export const POLICY_FINDINGS = {
  FACT_UNKNOWN: say('此表不能使用事实“{fact}”', 'This table may not read the fact “{fact}”'),
  VALUE_UNFIT: say('值不适用于“{fact}”', 'The value does not fit “{fact}”'),
  ROW_TWICE: say('行名“{row}”重复', 'Row name “{row}” is used twice'),
  ROW_IMPOSSIBLE: say(
    '行“{row}”的条件互相矛盾,永远不会命中',
    'Row “{row}” contradicts itself and can never hold',
  ),
  ROW_HIDDEN: say('行“{row}”被前面的行完全覆盖,永远轮不到', 'Row “{row}” is hidden by the rows above it'),
  ROW_REPEATED: say('行“{row}”与“{other}”条件相同', 'Row “{row}” asks the same as “{other}”'),
  ROWS_OVERLAP: say(
    '行“{row}”与前面的“{other}”部分重叠而结果不同:重叠处以前面的行为准',
    'Row “{row}” partly overlaps “{other}” above it with another result: the upper one wins there',
  ),
  TABLE_GAP: say('没有任何一行覆盖:{case}', 'No row covers: {case}'),
  OUTPUT_MISSING: say('行“{row}”没有给出“{output}”', 'Row “{row}” gives no “{output}”'),
  OUTPUT_UNFIT: say('行“{row}”的“{output}”无效', 'Row “{row}” gives a “{output}” that is not valid'),
  REASON_UNKNOWN: say('原因代码“{reason}”不在原因表中', 'Reason “{reason}” is not among the reason codes'),
  COST_ABOVE_CAP: say(
    '{product} {months} 个月({method})的年化综合成本 {cost}% 超过上限 {cap}%({basis})',
    '{product} over {months} months ({method}) costs {cost}% a year, above the cap of {cap}% ({basis})',
  ),
  ROUTE_WITHOUT_LEVELS: say('路径“{route}”没有设置审批级别', 'Route “{route}” has no level that decides'),
  QUORUM_UNFIT: say(
    '表决设置不合理:通过票数 ≤ 法定票数 ≤ 席位数',
    'Votes to pass may not exceed the quorum, nor the quorum the seats',
  ),
  ROLE_UNKNOWN: say('没有角色“{role}”', 'There is no role “{role}”'),
  ABOVE_CEILING: say(
    '行“{row}”最高 {amount},超过决定角色的上限 {ceiling}',
    'Row “{row}” goes up to {amount}, above the ceiling {ceiling} of the role that decides',
  ),
  CEILING_MISSING: say('决定角色“{role}”没有设置上限', 'The deciding role “{role}” has no ceiling'),
  TWICE: say('“{what}”重复', '“{what}” is given twice'),
  RANGE_REVERSED: say('下限大于上限', 'The lower bound is above the upper one'),
  STEP_UNFIT: say('金额须为步长的整数倍', 'The amount is not a whole number of steps'),
  POLICY_MISSING: say('没有生效中的{kind}“{code}”', 'There is no {kind} “{code}” in force'),
  CODE_DIFFERS: say('产品代码须与政策代码一致', 'The code of the product has to be that of the policy'),
  RATE_MISSING: say(
    '没有{currency}的折算汇率,无法与限额比较',
    'There is no exchange rate of {currency}: its amounts cannot be held against limits',
  ),
  ALLOCATION_UNFIT: say(
    '冲抵顺序须包含五项各一次,且第一条从逾期 0 天开始',
    'An order of allocation names each of the five items once, and the first begins at day 0',
  ),
  METHOD_UNFIT: say(
    '期限 {months} 个月不是还款周期 {period} 个月的整数倍',
    'A term of {months} months is not a whole number of periods of {period} months',
  ),
  METHOD_INCOMPLETE: say(
    '提供该还款方式还须填写:气球贷填尾款比例,前期只还息填期数,自定义计划填各期限的比例表',
    'A method that is offered still needs its figures: the share of a balloon, the rows of interest alone, or the tables of a custom plan',
  ),
  INTEREST_ONLY_TOO_LONG: say(
    '只还息的期数须少于最短期限的 {rows} 期',
    'Rows of interest alone have to be fewer than the {rows} of the shortest term',
  ),
  TABLE_MISSING: say(
    '自定义计划缺少 {months} 个月期限的比例表',
    'The custom plan has no table for the term of {months} months',
  ),
  TABLE_UNFIT: say(
    '{months} 个月的比例表须有 {rows} 行,合计 100%,且最后一期大于 0',
    'The table of {months} months needs {rows} rows that sum to 100 %, the last above 0',
  ),
  START_UNFIT: say(
    '期初付只适用于等额本息、等额本金,至少两期,无宽限,且每笔提款不自成一期',
    'Rows at the start of periods need equal instalments or equal principal, two rows or more, no grace, and no draws with terms of their own',
  ),
  WITHHELD_FORBIDDEN: say(
    '人民币借款不得从放款中扣收费用(民法典第 670 条)',
    'Nothing may be withheld from a payout in CNY (Civil Code, article 670)',
  ),
  WITHHELD_UNFIT: say(
    '只有放款时的费用可以从放款中扣收',
    'Only a fee that is due with the payout can be withheld from it',
  ),
  FEES_TAKE_ALL: say(
    '放款时的费用不得达到最低放款金额',
    'The fees due with the payout would leave nothing of the least amount',
  ),
  ROUNDING_UNFIT: say('该币种只有 {digits} 位小数', 'The currency has {digits} decimals'),
  FEE_DAY_UNFIT: say(
    '到期费用须填写放款后第几个月,且不晚于最短期限的 {months} 个月',
    'A fee on a day of its own needs its months after the payout, at most the {months} of the shortest term',
  ),
  DUE_DAY_UNFIT: say(
    '按天或按周的还款周期没有固定还款日',
    'Periods of days or weeks have no fixed day of the month',
  ),
  FIRST_DUE_UNFIT: say(
    '等额还款方式的首期不能等满一个周期',
    'Equal methods may not wait for a whole period before the first due date',
  ),
  GRACE_UNFIT: say(
    '宽限期数须少于最短期限的 {rows} 期',
    'Periods of grace have to be fewer than the {rows} of the shortest term',
  ),
  REVOLVING_UNFIT: say(
    '随借随还要求:放款方式为分次提款,利息按日计,允许提前还款且不收违约金,多还的款项直接归还本金',
    'Revolving needs draws in stages, interest by day, early repayment without a fee, and excess money that repays principal at once',
  ),
  FLAT_RECALCULATED: say(
    '等本等息的利息按放款金额计算,不能按日重算',
    'Flat interest stands on what was lent; it cannot be computed by day on what is owed',
  ),
  DRAW_TERM_UNFIT: say(
    '每笔提款自成一期须无宽限,且还款方式只能是等额本息、等额本金或先息后本',
    'Draws with terms of their own need equal instalments, equal principal or interest only, and no grace',
  ),
  VARIABLE_UNKNOWN: say('评分变量“{fact}”不是已知事实', '“{fact}” is no fact that a score card may read'),
  BINS_GAP: say('变量“{fact}”有取值不落入任何分箱:{case}', 'Values of “{fact}” fall into no bin: {case}'),
  BINS_OVERLAP: say('变量“{fact}”的分箱“{bin}”与前面重叠', 'Bin “{bin}” of “{fact}” overlaps a former one'),
  GRADES_ORDER: say('等级须按最低分从高到低排列', 'Grades go from the highest lowest-score down'),
  DTI_ORDER: say('人工判断线不能高于拒绝线', 'The line for review may not lie above the line for refusal'),
  DAY_OUTSIDE: say('{day} 不在公布区间内', '{day} lies outside the published years'),
  DAY_BOTH: say('{day} 同时是假日和工作日', '{day} is both a holiday and a working day'),
  DAY_NOT_WEEKEND: say('{day} 本来就是工作日', '{day} is a working day anyway'),
  CALENDAR_SHORTER: say(
    '公布截止日 {day} 早于现行版本的 {before}',
    'Published through {day}, earlier than the version in force ({before})',
  ),
  CAP_OVERLAP: say('上限区间重叠', 'Two rows of the cap hold on the same day'),
  CELL_UNREADABLE: say('单元格无法被规则引擎读取', 'The rule engine cannot read this cell'),
  UNCHANGED: say('与现行版本完全相同', 'Nothing differs from the version in force'),
} as const satisfies Record<string, Bilingual>;

export type FindingCode = keyof typeof POLICY_FINDINGS;
