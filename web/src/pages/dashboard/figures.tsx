import { Card, Flex } from 'antd';
import type { components } from '../../api/generated';
import { permits, useSession } from '../../auth/session';
import { useLanguage } from '../../i18n/language';
import { type Say, useText, useWord } from '../../i18n/use-text';
import { useCurrency } from '../../ui/currency';
import { Money, percentText } from '../../ui/money';
import { signOf } from '../../ui/money-text';
import { drillOf } from './drill';
import { Figure, Panel } from './panel';

type Dashboard = components['schemas']['Dashboard'];
const BLUE = '#3d7eff';
const ORANGE = '#d46b08';
const GREEN = '#389e0d';
const RED = '#cf1322';

/** Seconds in the unit that a person would choose. */
function lasting(seconds: number, say: Say): string {
  if (seconds < 90) return say('time.seconds', { n: Math.round(seconds) });
  if (seconds < 5_400) return say('time.minutes', { n: Math.round(seconds / 60) });
  if (seconds < 172_800) return say('time.hours', { n: Math.round(seconds / 360) / 10 });
  return say('time.days', { n: Math.round(seconds / 8_640) / 10 });
}

/** All numbers of the dashboard, amounts in the currency of the place. */
export function Figures({ figures, wall }: { figures: Dashboard; wall: boolean }) {
  const say = useText();
  const word = useWord();
  const language = useLanguage();
  const { amount, code, typedOf } = useCurrency();
  const session = useSession();
  const to = drillOf(figures, permits(session, 'read', 'Ledger'));
  const { today, period, balances } = figures;
  const count = (value: number) => value.toLocaleString(language);
  const brief = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const counts = { said: count, briefly: (value: number) => brief.format(value) };
  const amounts = {
    ...counts,
    said: (value: number) => `${signOf(code)}${Math.round(value).toLocaleString(language)}`,
  };
  const time = (seconds: number) => lasting(seconds, say);
  const times = { said: time, briefly: time };
  const money = (minor: string) => <Money minor={minor} />;
  const volumes = (name: string, one: Dashboard['today'], first: string, rate?: number | null) => (
    <Card size="small" title={<h2 className="panel-title">{name}</h2>}>
      <div className="figures">
        <Figure name={say('dash.applications')} to={to.applications(first)}>
          {count(one.applications)}
        </Figure>
        <Figure name={say('dash.approved')} to={to.made('approved', first)}>
          {count(one.approved)}
        </Figure>
        <Figure name={say('dash.declined')} to={to.made('declined', first)}>
          {count(one.declined)}
        </Figure>
        {rate !== undefined && <Figure name={say('dash.rate')}>{percentText(rate)}</Figure>}
        <Figure name={say('dash.paidOut')} to={to.paidOut(first)}>
          {count(one.paidOut)}
        </Figure>
        <Figure name={say('dash.paidOutMoney')} to={to.paidOut(first)}>
          {money(one.paidOutMinor)}
        </Figure>
      </div>
    </Card>
  );
  const shared = { wall };
  return (
    <Flex vertical gap={16}>
      {volumes(say('dash.today'), today, to.today)}
      {volumes(say('dash.whole'), period, figures.from, period.approvalRateBps)}
      <Card size="small" title={<h2 className="panel-title">{say('dash.balances')}</h2>}>
        <div className="figures">
          <Figure name={say('dash.loans')} to={to.loans()}>
            {count(balances.loans)}
          </Figure>
          <Figure name={say('dash.principal')} to={to.loans()}>
            {money(balances.principalMinor)}
          </Figure>
          <Figure name={say('dash.interest')} to={to.loans()}>
            {money(balances.interestMinor)}
          </Figure>
          <Figure name={say('dash.penalty')} to={to.loans()}>
            {money(balances.penaltyMinor)}
          </Figure>
          <Figure name={say('dash.overdue')} to={to.loans()}>
            {money(balances.overdueMinor)}
          </Figure>
        </div>
      </Card>
      <div className="panels">
        <Panel
          {...shared}
          question={say('dash.funnel')}
          heads={[say('dash.step'), say('dash.applications')]}
          colours={[BLUE]}
          lying
          {...counts}
          rows={figures.funnel
            .filter(({ step }) => step !== 'declined')
            .map(({ step, applications }) => ({
              ...{ name: word('step', step), values: [applications], said: [count(applications)] },
              to: to.came(step),
            }))}
        />
        <Panel
          {...shared}
          question={say('dash.turnaround')}
          heads={[say('stage'), say('dash.half'), say('dash.ninety')]}
          colours={[BLUE, ORANGE]}
          lying
          {...times}
          rows={figures.turnaround.map(({ stage, p50Seconds, p90Seconds }) => ({
            ...{ name: word('stage', stage), values: [p50Seconds, p90Seconds] },
            said: [lasting(p50Seconds, say), lasting(p90Seconds, say)],
            to: to.left(stage),
          }))}
        />
        <Panel
          {...shared}
          question={say('dash.hours')}
          heads={[say('dash.hour'), say('dash.applications')]}
          colours={[BLUE]}
          lying={false}
          {...counts}
          rows={figures.hours.map((n, hour) => ({
            ...{
              name: `${String(hour).padStart(2, '0')}:00`,
              values: [n],
              said: [count(n)],
              to: to.hour(hour),
            },
          }))}
        />
        <Panel
          {...shared}
          question={say('dash.buckets')}
          heads={[say('dash.bucket'), say('dash.principal'), say('dash.overdue')]}
          colours={[BLUE, RED]}
          lying={false}
          {...amounts}
          rows={figures.overdue.map(({ bucket, loans, principalMinor, overdueMinor }) => ({
            name: `${bucket} (${count(loans)})`,
            values: [typedOf(principalMinor), typedOf(overdueMinor)],
            said: [amount(principalMinor), amount(overdueMinor)],
            to: to.loans(bucket),
          }))}
        />
        <Panel
          {...shared}
          question={say('dash.cash')}
          heads={[say('dash.day'), say('dash.in'), say('dash.out')]}
          colours={[GREEN, ORANGE]}
          lying={false}
          {...amounts}
          rows={figures.cash.map(({ on, inMinor, outMinor }) => ({
            name: on.slice(5),
            values: [typedOf(inMinor), typedOf(outMinor)],
            said: [amount(inMinor), amount(outMinor)],
            to: to.cash(on),
          }))}
        />
      </div>
    </Flex>
  );
}
