import { useQuery } from '@tanstack/react-query';
import { Button, ConfigProvider, Flex, Segmented, Select, Skeleton, Tag, Typography, theme } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { permits, useInstallation, useSession } from '../../auth/session';
import { useLanguage } from '../../i18n/language';
import { useText } from '../../i18n/use-text';
import { InCurrency } from '../../ui/currency';
import { CurrencyChoice } from '../../ui/currency-choice';
import { Page } from '../../ui/page';
import { DARK_PARTS, WALL } from '../../ui/shades';
import { useFilters } from '../../ui/use-filters';
import { exactly } from '../../ui/when';
import { Figures } from './figures';
import { type Connection, useStream } from './use-stream';

const PERIODS = ['7', '30', '90'] as const;
const COLOURS: Record<Connection, string> = {
  live: 'green',
  connecting: 'blue',
  reconnecting: 'gold',
  stale: 'red',
};

/** The house as it is now: numbers that move by themselves and lead to their rows. */
export function Component() {
  const say = useText();
  const language = useLanguage();
  const session = useSession();
  const { testMode } = useInstallation();
  const frame = useRef<HTMLDivElement>(null);
  const [search] = useSearchParams();
  const [filters, setFilters] = useFilters(['days', 'clock', 'currency', 'wall']);
  const wall = search.has('wall');
  const days = PERIODS.find((one) => one === filters.days) ?? '30';
  const { figures, connection } = useStream(Number(days), filters.clock, filters.currency);
  const currencies = useRef<readonly string[]>([]);
  // The choice stays while other figures are on their way.
  if (figures) currencies.current = figures.currencies;
  const clocks = useQuery({
    queryKey: ['clocks', 'dashboard'],
    queryFn: async () =>
      answerOf(await api.GET('/v1/test-clocks', { params: { query: { limit: 100 } } })).data,
    enabled: testMode && permits(session, 'manage', 'TestClock'),
  });
  const toWall = () => {
    setFilters({ wall: '1' });
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
  const leaveWall = () => {
    setFilters({ wall: undefined });
    if (document.fullscreenElement !== null) void document.exitFullscreen();
  };
  const state = (
    <Flex gap={8} align="center" wrap role="status">
      <Tag color={COLOURS[connection]}>{say(`dash.${connection}`)}</Tag>
      {figures && (
        <Typography.Text type="secondary">
          {say('dash.asOf', { at: exactly(figures.asOf, language) })}
        </Typography.Text>
      )}
    </Flex>
  );
  const body = figures ? (
    <InCurrency code={figures.currency}>
      <Figures figures={figures} wall={wall} />
    </InCurrency>
  ) : (
    <Skeleton active paragraph={{ rows: 10 }} />
  );
  if (wall)
    return (
      <ConfigProvider
        theme={{
          algorithm: theme.darkAlgorithm,
          components: DARK_PARTS,
          token: WALL,
        }}
      >
        <div className="wall" ref={frame}>
          <Flex justify="space-between" align="center" wrap gap={8}>
            <h1>{say('nav.dashboard')}</h1>
            <Flex gap={16} align="center">
              {state}
              <Button onClick={leaveWall}>{say('dash.leaveWall')}</Button>
            </Flex>
          </Flex>
          {body}
        </div>
      </ConfigProvider>
    );
  return (
    <Page title={say('nav.dashboard')} name={say('nav.dashboard')} extra={state}>
      <Flex gap={8} wrap align="center">
        <Segmented
          aria-label={say('dash.period')}
          value={days}
          onChange={(next) => setFilters({ days: next })}
          options={PERIODS.map((n) => ({ value: n, label: say('dash.days', { n }) }))}
        />
        {clocks.data && (
          <Select
            allowClear
            aria-label={say('dash.books')}
            placeholder={say('dash.liveBooks')}
            value={filters.clock}
            onChange={(clock) => setFilters({ clock })}
            style={{ minWidth: 200 }}
            options={clocks.data.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <CurrencyChoice
          {...{ currencies: currencies.current, value: filters.currency }}
          onChange={(currency) => setFilters({ currency })}
        />
        <Button onClick={toWall}>{say('dash.wall')}</Button>
      </Flex>
      {body}
    </Page>
  );
}
