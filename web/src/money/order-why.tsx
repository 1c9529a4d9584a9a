import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { api, ifVersion, oneKey } from '../api/client';
import { answerOf } from '../api/problem';
import { sameKey } from '../api/same-key';
import { CommentField } from '../ui/comment-field';
import { Loaded } from '../ui/page';
import { PlainSelect } from '../ui/plain-select';
import { ProblemAlert } from '../ui/problem-alert';
import { Difference } from './difference';
import type { Bookable } from './kinds';
import { standingCode } from './order-standing';
import { ORDER_REASONS, type OrderReason } from './reasons';
import { usePreview } from './use-preview';
import { useCode, useSay } from './use-words';

interface OrderWhyProps {
  loanId: string;
  asked: { operation: Bookable; effectiveOn?: string } | null;
  /** Why there is nothing to preview yet. */
  missing: string | null;
  onAsk: () => void;
  onOrdered: () => void;
}

/** The preview that was asked for, and below it the order with its reasons; nothing is ordered that was not shown. */
export function OrderWhy({ loanId, asked, missing, onAsk, onOrdered }: OrderWhyProps) {
  const say = useSay();
  const word = useCode();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [wish] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState<OrderReason>();
  const [comment, setComment] = useState('');
  const preview = usePreview(loanId, asked);
  const order = useMutation({
    mutationFn: async () => {
      if (asked === null || preview.data === undefined || reason === undefined) return null;
      const body = { ...asked, reasonCodes: [reason], comment };
      const seen = ifVersion(preview.data.loanVersion);
      const header = { ...seen, ...oneKey(await sameKey(wish, { ...seen, body })) };
      return answerOf(
        await api.POST('/v1/loans/{id}/operations', { params: { header, path: { id: loanId } }, body }),
      );
    },
    onSuccess: async (ordered) => {
      if (ordered === null) return;
      const told = `${word('orderKind', ordered.kind)}: ${word('orderStatus', standingCode(ordered))}`;
      void (ordered.status === 'refused' ? message.error(told) : message.success(told));
      await queries.invalidateQueries();
      onOrdered();
    },
  });
  if (asked === null)
    return (
      <Flex vertical gap={8} align="start">
        <Button type="primary" disabled={missing !== null} onClick={onAsk}>
          {say('order.preview')}
        </Button>
        {missing !== null && (
          <Typography.Text type="secondary" role="status">
            {missing}
          </Typography.Text>
        )}
      </Flex>
    );
  const lacking =
    preview.data === undefined
      ? say('order.needPreview')
      : reason === undefined
        ? say('order.needReason')
        : comment.trim() === ''
          ? say('order.needComment')
          : null;
  return (
    <Loaded query={preview}>
      {(shown) => (
        <Flex vertical gap={12} align="stretch">
          <Difference preview={shown} />
          <Alert type="info" showIcon title={say(shown.needsSecondPerson ? 'order.second' : 'order.alone')} />
          <PlainSelect<OrderReason>
            label={say('order.reason')}
            value={reason}
            none={say('order.reason')}
            options={ORDER_REASONS.map((value) => ({ value, label: word('orderReason', value) }))}
            onChange={setReason}
          />
          <CommentField label={say('order.comment')} value={comment} onChange={setComment} />
          <ProblemAlert error={order.error} />
          <Flex vertical gap={8} align="start">
            <Button
              type="primary"
              disabled={lacking !== null}
              loading={order.isPending}
              onClick={() => order.mutate()}
            >
              {say('order.confirm')}
            </Button>
            {lacking !== null && <Typography.Text type="secondary">{lacking}</Typography.Text>}
          </Flex>
        </Flex>
      )}
    </Loaded>
  );
}
