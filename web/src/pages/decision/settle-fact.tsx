import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Flex, Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { CommentField } from '../../ui/comment-field';
import { ProblemAlert } from '../../ui/problem-alert';
import { Secondary } from '../../ui/secondary';

type Believed = components['schemas']['SettledFact']['believed'];

/** One contradiction: what was declared, and what a source says instead. */
export interface Contradiction {
  field: string;
  fieldName: string;
  source: string;
  sourceName: string;
  declared: ReactNode;
  found: ReactNode;
}

/** A person says which side of a contradiction they believe, and why; the audit record keeps it. */
export default function SettleFact({
  applicationId,
  of,
  onClose,
}: {
  applicationId: string;
  of: Contradiction;
  onClose: () => void;
}) {
  const say = useText();
  const queries = useQueryClient();
  const [believed, setBelieved] = useState<Believed>();
  const [comment, setComment] = useState('');
  const settle = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/applications/{id}/settled-facts', {
          params: { header: oneKey(), path: { id: applicationId } },
          body: { field: of.field, source: of.source, believed: believed ?? 'source', comment },
        }),
      ),
    onSuccess: (decision) => {
      queries.setQueryData(['decision', applicationId], decision);
      onClose();
    },
  });
  const lacking =
    believed === undefined
      ? say('settle.needSide')
      : comment.trim() === ''
        ? say('verdict.needComment')
        : null;
  return (
    <Modal
      open
      title={say('settle.title', { field: of.fieldName })}
      okText={say('settle.do')}
      okButtonProps={{ disabled: lacking !== null, loading: settle.isPending }}
      onOk={() => settle.mutate()}
      onCancel={onClose}
    >
      <Flex vertical gap={10}>
        <Secondary>{say('settle.effect')}</Secondary>
        <Radio.Group
          vertical
          aria-label={say('settle.side')}
          value={believed}
          onChange={(event) => setBelieved(event.target.value)}
          options={[
            {
              value: 'declared',
              label: (
                <>
                  {say('fact.declared')}: {of.declared}
                </>
              ),
            },
            {
              value: 'source',
              label: (
                <>
                  {of.sourceName}: {of.found}
                </>
              ),
            },
          ]}
        />
        <CommentField label={say('verdict.comment')} value={comment} onChange={setComment} />
        {lacking !== null && <Secondary>{lacking}</Secondary>}
        <ProblemAlert error={settle.error} />
      </Flex>
    </Modal>
  );
}
