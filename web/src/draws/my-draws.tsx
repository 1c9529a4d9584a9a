import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Flex, InputNumber, Typography } from 'antd';
import { useState } from 'react';
import { api, ifVersion, oneKey } from '../api/client';
import { answerOf } from '../api/problem';
import { useText } from '../i18n/use-text';
import { PlanDifference } from '../money/plan-difference';
import { type Preview, usePreview } from '../money/use-preview';
import { useCurrency } from '../ui/currency';
import { Facts } from '../ui/facts';
import { Money } from '../ui/money';
import { ProblemAlert } from '../ui/problem-alert';
import { DrawFigures } from './draw-figures';
import { EndLimit } from './end-limit';
import { type LoanDraws, titleOf } from './use-draws';
import { useSay } from './use-words';

/** The draws of the borrower's own loan, and drawing more while that is possible. */
export default function MyDraws({ draws, card }: { draws: LoanDraws; card: string }) {
  const say = useSay();
  return (
    <Card size="small" title={say(titleOf(draws))}>
      <Flex vertical gap={12}>
        {draws.revolving && draws.refusal !== 'LOAN_NOT_PERFORMING' && (
          <Typography.Text type="secondary">{say('draws.line.how')}</Typography.Text>
        )}
        <DrawFigures draws={draws} />
        {draws.refusal === null && <DrawNow draws={draws} card={card} />}
        {draws.endRefusal === null && <EndLimit loanId={draws.loanId} />}
      </Flex>
    </Card>
  );
}

/** An amount, what it would do to the plan, and the draw itself; nothing is drawn that was not shown. */
function DrawNow({ draws, card }: { draws: LoanDraws; card: string }) {
  const say = useSay();
  const text = useText();
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const [yuan, setYuan] = useState<number | null>(null);
  const money = useCurrency();
  const amountMinor = money.minorOf(yuan);
  const fits = amountMinor !== null && BigInt(amountMinor) <= BigInt(draws.availableMinor);
  const asked = fits ? { operation: { kind: 'draw' as const, amountMinor } } : null;
  const preview = usePreview(draws.loanId, asked);
  const draw = useMutation({
    mutationFn: async (shown: Preview) =>
      answerOf(
        await api.POST('/v1/loans/{id}/draws', {
          params: { path: { id: draws.loanId }, header: { ...oneKey(), ...ifVersion(shown.loanVersion) } },
          body: { amountMinor: amountMinor ?? '0', reasonCodes: [] },
        }),
      ),
    onSuccess: () => {
      setYuan(null);
      void message.success(say('draws.accepted'));
    },
    onSettled: () => queries.invalidateQueries(),
  });
  const amount = money.amount(amountMinor ?? '0');
  const shown = asked === null ? undefined : preview.data;
  return (
    <Flex vertical gap={12}>
      <label htmlFor="draw-amount">{say('draws.amount')}</label>
      <InputNumber
        id="draw-amount"
        prefix={money.sign}
        min={money.least}
        max={money.typedOf(draws.availableMinor)}
        precision={money.digits}
        inputMode="decimal"
        value={yuan}
        onChange={setYuan}
        style={{ width: '100%' }}
      />
      <ProblemAlert error={(asked && preview.error) ?? draw.error} />
      {shown && <After preview={shown} />}
      <Button
        type="primary"
        size="large"
        block
        disabled={shown === undefined}
        loading={draw.isPending}
        onClick={() =>
          modal.confirm({
            title: say('draws.now', { amount }),
            content: say('draws.effect', { card, amount }),
            okText: text('confirm'),
            onOk: () => shown && draw.mutateAsync(shown).catch(() => undefined),
          })
        }
      >
        {say('draws.now', { amount })}
      </Button>
    </Flex>
  );
}

/** How the loan would stand after the draw. */
function After({ preview }: { preview: Preview }) {
  const say = useSay();
  const { after } = preview;
  return (
    <>
      <Facts
        items={[
          [say('draws.principalAfter'), <Money key="p" minor={after.balances.principalMinor} />],
          [say('draws.nextAfter'), <Money key="n" minor={after.nextDue?.amountMinor ?? null} />],
        ]}
      />
      <strong>{say('draws.plan')}</strong>
      <PlanDifference rows={preview.schedule} />
    </>
  );
}
