import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, InputNumber, Radio, Typography } from 'antd';
import { useState } from 'react';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { useCurrency } from '../../ui/currency';
import { Money } from '../../ui/money';
import { ProblemAlert } from '../../ui/problem-alert';
import { Day } from '../../ui/when';

type Row = components['schemas']['ScheduleRow'];
type CardPayment = components['schemas']['CardPayment'];
interface PayNowProps {
  loanId: string;
  card: string;
  rows: readonly Row[];
  /** Whatever is paid ahead is principal: no instalment to come can be chosen. */
  revolving: boolean;
}

/** A choice of what to pay: everything overdue, the next instalments, or an amount. */
interface Choice {
  key: string;
  label: string;
  minor: string;
}

function choicesOf(
  { rows, revolving }: Pick<PayNowProps, 'rows' | 'revolving'>,
  say: ReturnType<typeof useText>,
  amount: (minor: string) => string,
): Choice[] {
  const open = rows.filter(({ openMinor }) => openMinor !== '0');
  const late = open.filter(({ standing }) => standing === 'overdue' || standing === 'due');
  const sum = (some: readonly Row[]) =>
    some.reduce((total, { openMinor }) => total + BigInt(openMinor), 0n).toString();
  const found: Choice[] = [];
  if (late.length > 0) {
    const minor = sum(late);
    found.push({ key: 'late', label: say('pay.overdue', { amount: amount(minor) }), minor });
  }
  const next = open.find(({ standing }) => standing === 'running' || standing === 'planned');
  if (next !== undefined && !revolving) {
    const label = say('pay.next', { n: next.no, amount: amount(next.openMinor) });
    const minor = (BigInt(sum(late)) + BigInt(next.openMinor)).toString();
    found.push({ key: 'next', label, minor });
  }
  return found;
}

/** Paying from the card of the loan: what, what it will clear, and what the bank said. */
export function PayNow({ loanId, card, rows, revolving }: PayNowProps) {
  const say = useText();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const money = useCurrency();
  const choices = choicesOf({ rows, revolving }, say, money.amount);
  const [picked, setPicked] = useState<string>();
  const [yuan, setYuan] = useState<number | null>(null);
  const key = picked ?? choices[0]?.key ?? 'other';
  const amountMinor =
    key === 'other' ? money.minorOf(yuan) : (choices.find((one) => one.key === key)?.minor ?? null);
  const params = { path: { id: loanId } };
  const preview = useQuery({
    queryKey: ['payment-preview', loanId, amountMinor, rows.map(({ openMinor }) => openMinor).join()],
    queryFn: async () =>
      answerOf(
        await api.POST('/v1/my/loans/{id}/payment-previews', {
          params,
          body: { amountMinor: amountMinor ?? '0', way: 'due' },
        }),
      ),
    enabled: amountMinor !== null,
  });
  const pay = useMutation({
    mutationFn: async (minor: string) =>
      answerOf(
        await api.POST('/v1/my/loans/{id}/payments', {
          params: { ...params, header: oneKey() },
          body: { amountMinor: minor, way: 'due' },
        }),
      ),
    onSettled: () => queries.invalidateQueries(),
  });
  const amount = money.amount(amountMinor ?? '0');
  return (
    <Flex vertical gap={12}>
      <Radio.Group
        aria-label={say('pay.which')}
        value={key}
        onChange={({ target }) => setPicked(target.value)}
        options={[
          ...choices.map(({ key: value, label }) => ({ value, label })),
          { value: 'other', label: say('pay.other') },
        ]}
        style={{ display: 'flex', flexDirection: 'column', gap: 10 }}
      />
      {key === 'other' && (
        <>
          <label htmlFor="pay-amount">{say('pay.amount')}</label>
          <InputNumber
            id="pay-amount"
            prefix={money.sign}
            min={money.least}
            precision={money.digits}
            inputMode="decimal"
            value={yuan}
            onChange={setYuan}
            style={{ width: '100%' }}
          />
        </>
      )}
      <ProblemAlert error={preview.error ?? pay.error} />
      {preview.data && amountMinor !== null && <WillClear preview={preview.data} />}
      <Typography.Text type="secondary">{say('pay.from', { card })}</Typography.Text>
      <Button
        type="primary"
        size="large"
        block
        disabled={amountMinor === null || preview.data === undefined}
        loading={pay.isPending}
        onClick={() =>
          modal.confirm({
            title: say('pay.title'),
            content: say('pay.effect', { card, amount }),
            okText: say('confirm'),
            onOk: () => amountMinor && pay.mutateAsync(amountMinor).catch(() => undefined),
          })
        }
      >
        {say('pay.now', { amount })}
      </Button>
    </Flex>
  );
}

/** What the payment clears, instalment by instalment, and what is owed afterwards. */
function WillClear({ preview }: { preview: components['schemas']['PaymentPreview'] }) {
  const say = useText();
  const money = useCurrency();
  return (
    <div>
      <strong>{say('pay.clears')}</strong>
      <dl className="pairs">
        {preview.instalments.map(({ no, dueOn, paidMinor, openAfterMinor }) => (
          <div key={no} style={{ display: 'contents' }}>
            <dt>
              {say('pay.instalment', { n: no })} · <Day on={dueOn} />
            </dt>
            <dd>
              <Money minor={paidMinor} />
              {openAfterMinor !== '0' && ` (${say('pay.left', { amount: money.amount(openAfterMinor) })})`}
            </dd>
          </div>
        ))}
        {preview.keptMinor !== '0' && (
          <>
            <dt>{say('pay.kept')}</dt>
            <dd>
              <Money minor={preview.keptMinor} />
            </dd>
          </>
        )}
        <dt>{say('pay.overdueAfter')}</dt>
        <dd>
          <Money minor={preview.overdueAfterMinor} />
        </dd>
        <dt>{say('pay.principalAfter')}</dt>
        <dd>
          <Money minor={preview.principalAfterMinor} />
        </dd>
      </dl>
    </div>
  );
}

/** What became of the latest payment that was asked for. */
export function LatestPayment({ loanId }: { loanId: string }) {
  const say = useText();
  const word = useWord();
  const money = useCurrency();
  const { data } = useQuery({
    queryKey: ['my-payments', loanId],
    queryFn: async () =>
      answerOf(await api.GET('/v1/my/loans/{id}/payments', { params: { path: { id: loanId } } })).data,
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }: CardPayment) => status === 'intent' || status === 'processing')
        ? 1_500
        : 10_000,
  });
  const [latest] = data ?? [];
  if (latest === undefined) return null;
  const amount = money.amount(latest.amountMinor);
  if (latest.status === 'confirmed')
    return <Alert type="success" showIcon title={say('pay.confirmed', { amount })} />;
  if (latest.status === 'failed')
    return (
      <Alert
        type="error"
        showIcon
        title={say('pay.failed', { why: word('pay.reason', latest.failureCode) })}
      />
    );
  return <Alert type="info" showIcon title={say(`pay.${latest.status}`)} />;
}
