import { Card } from 'antd';
import type { components } from '../../api/generated';
import { useLanguage } from '../../i18n/language';
import { usePageSay } from '../../i18n/page-words';
import { Facts } from '../../ui/facts';
import { Money, percentText } from '../../ui/money';
import { Secondary } from '../../ui/secondary';
import { civilText } from '../../ui/when';
import { WideTable } from '../../ui/wide-table';
import { companyEn } from './company.en';
import { companyZh } from './company.zh';

type Figures = NonNullable<components['schemas']['Decision']['companyFigures']>;
const WORDS = { 'zh-CN': companyZh, en: companyEn };
const ITEMS = [
  ...(['assetsMinor', 'currentAssetsMinor', 'inventoryMinor', 'receivablesMinor'] as const),
  ...(['liabilitiesMinor', 'currentLiabilitiesMinor', 'debtMinor', 'equityMinor'] as const),
  ...(['revenueMinor', 'costMinor', 'ebitMinor', 'interestMinor', 'netIncomeMinor'] as const),
  'operatingCashFlowMinor' as const,
];
const SHARES = ['profitMarginBps', 'expectedGrowthBps'] as const;
const DAYS = ['inventoryDays', 'receivableDays', 'payableDays', 'prepaidDays', 'advanceReceiptDays'] as const;
const FUNDS = ['ownFundsMinor', 'existingLoansMinor', 'otherFundsMinor'] as const;

/** By how much a figure differs from the year before, in percent; none where there was nothing, or the sign turned. */
function changeOf(now: string, before: string): string {
  const [value, former] = [Number(now), Number(before)];
  return former > 0 && value >= 0 ? percentText(Math.round(((value - former) * 10_000) / former)) : '—';
}

/** A company's statements, year beside year, and the need of working capital that bounds a new loan. */
export function CompanyFigures({ of: { years, workingCapital, need } }: { of: Figures }) {
  const say = usePageSay(WORDS);
  const language = useLanguage();
  const [latest, former] = years;
  return (
    <>
      {latest && former && (
        <Card size="small" title={say('statements')}>
          <WideTable
            rowKey="item"
            dataSource={ITEMS.map((item) => ({ item }))}
            columns={[
              { key: 'item', title: say('item'), render: (_, { item }) => say(item) },
              ...[latest, former].map((year) => ({
                ...{ key: year.endsOn, title: civilText(year.endsOn, language), align: 'right' as const },
                render: (_: unknown, { item }: { item: (typeof ITEMS)[number] }) => (
                  <Money minor={year[item]} />
                ),
              })),
              {
                ...{ key: 'change', title: say('change'), align: 'right' },
                render: (_, { item }) => changeOf(latest[item], former[item]),
              },
            ]}
          />
        </Card>
      )}
      <Card size="small" title={say('need')} extra={<Secondary>{say('needNote')}</Secondary>}>
        <Facts
          items={[
            [
              say('newLoanMinor'),
              <strong key="n">
                <Money minor={need.newLoanMinor} />
              </strong>,
            ],
            [say('capitalMinor'), <Money key="c" minor={need.capitalMinor} />],
            [say('cycleDays'), say('days', { n: need.cycleDays })],
            [say('lastYearSalesMinor'), <Money key="s" minor={workingCapital.lastYearSalesMinor} />],
            ...SHARES.map((name) => [say(name), percentText(workingCapital[name])] as const),
            ...DAYS.map((name) => [say(name), say('days', { n: workingCapital[name] })] as const),
            ...FUNDS.map((name) => [say(name), <Money key={name} minor={workingCapital[name]} />] as const),
          ]}
        />
      </Card>
    </>
  );
}
