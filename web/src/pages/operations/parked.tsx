import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Input, Modal, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, oneKey } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { ListTable } from '../../ui/list-table';
import { ProblemAlert } from '../../ui/problem-alert';
import { ShortId } from '../../ui/short-id';
import { usePages } from '../../ui/use-pages';
import { When } from '../../ui/when';
import { WorkflowLink } from '../../ui/workflow-link';

type Stuck = components['schemas']['ParkedLoan'];

/** Loans that stopped at a failing step; resumed with a word about what was corrected. */
export function Parked({ mayResume }: { mayResume: boolean }) {
  const say = useText();
  const word = useWord();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Stuck>();
  const [comment, setComment] = useState('');
  const list = usePages<Stuck>(
    ['parked'],
    async (cursor) =>
      answerOf(await api.GET('/v1/operations/parked', { params: { query: { cursor, limit: 50 } } })),
    10_000,
  );
  const resume = useMutation({
    mutationFn: async (id: string) =>
      answerOf(
        await api.POST('/v1/operations/parked/{id}/resume', {
          params: { header: oneKey(), path: { id } },
          body: { comment },
        }),
      ),
    onSuccess: async () => {
      void message.success(say('parked.resumed'));
      setChosen(undefined);
      setComment('');
      await queries.invalidateQueries({ queryKey: ['parked'] });
    },
  });
  const button = (one: Stuck) =>
    mayResume && (
      <Button size="small" onClick={() => setChosen(one)}>
        {say('parked.resume')}
      </Button>
    );
  const columns: TableColumnsType<Stuck> = [
    {
      key: 'id',
      title: say('application'),
      render: (_, one) => <Link to={`/applications/${one.applicationId}`}>{say('open')}</Link>,
    },
    { key: 'number', title: say('number'), render: (_, one) => <ShortId id={one.applicationId} /> },
    { key: 'stage', title: say('stage'), render: (_, one) => word('stage', one.stage) },
    { key: 'step', title: say('parked.step'), dataIndex: 'step' },
    { key: 'reason', title: say('parked.reason'), render: (_, one) => one.reason ?? '—' },
    { key: 'since', title: say('parked.since'), render: (_, one) => <When at={one.parkedAt} /> },
    {
      key: 'history',
      title: say('workflow'),
      render: (_, one) => <WorkflowLink applicationId={one.applicationId} />,
    },
    { key: 'do', title: '', render: (_, one) => button(one) },
  ];
  return (
    <>
      <ListTable<Stuck>
        {...list}
        columns={columns}
        rowKey={(one) => one.applicationId}
        empty={say('parked.none')}
        card={(one) => (
          <Flex vertical gap={4}>
            <span>{one.step}</span>
            <span>{one.reason}</span>
            <Flex justify="space-between">
              <When at={one.parkedAt} />
              {button(one)}
            </Flex>
          </Flex>
        )}
      />
      <Modal
        open={chosen !== undefined}
        title={say('parked.resume')}
        okText={say('parked.resume')}
        okButtonProps={{ disabled: comment.trim() === '', loading: resume.isPending }}
        onOk={() => chosen && resume.mutate(chosen.applicationId)}
        onCancel={() => setChosen(undefined)}
      >
        <Flex vertical gap={8}>
          <label htmlFor="resume-comment">{say('parked.effect', { step: chosen?.step ?? '' })}</label>
          <Input.TextArea
            id="resume-comment"
            rows={3}
            maxLength={2000}
            value={comment}
            onChange={(e) => setComment(e.target.value)}
          />
          <ProblemAlert error={resume.error} />
        </Flex>
      </Modal>
    </>
  );
}
