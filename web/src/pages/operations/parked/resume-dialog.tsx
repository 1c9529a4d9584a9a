import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useNamed } from '../../../i18n/language';
import { ProblemAlert } from '../../../ui/problem-alert';
import { ShortId } from '../../../ui/short-id';
import { resumeOne, type Stuck, type Told, watch } from './resume';
import { useCode, useSay } from './use-words';

/** At work side by side: enough to be quick, few enough to leave the service to others. */
const SIDE_BY_SIDE = 4;

async function sideBySide(loans: readonly Stuck[], run: (one: Stuck) => Promise<void>): Promise<void> {
  const waiting = [...loans];
  const lane = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await run(one);
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, loans.length) }, lane));
}

/** Resumes one parked loan or a whole group with a word about what was corrected, and tells what came of each. */
export function ResumeDialog({ loans, onClose }: { loans: readonly Stuck[]; onClose: () => void }) {
  const say = useSay();
  const word = useCode();
  const named = useNamed();
  const queries = useQueryClient();
  const [comment, setComment] = useState('');
  const [wish] = useState(() => crypto.randomUUID());
  const [told, setTold] = useState<ReadonlyMap<string, Told>>(new Map());
  const tell = (id: string, what: Told) => setTold((before) => new Map(before).set(id, what));
  const resume = useMutation({
    mutationFn: async () => {
      const resumed: Stuck[] = [];
      await sideBySide(loans, async (one) => {
        const first = await resumeOne(wish, one.applicationId, comment);
        tell(one.applicationId, first);
        if (first.kind === 'working') resumed.push(one);
      });
      await sideBySide(resumed, async (one) => tell(one.applicationId, await watch(one)));
    },
    onSettled: () => queries.invalidateQueries(),
  });
  const started = !resume.isIdle;
  const done = [...told.values()].filter(({ kind }) => kind !== 'working').length;
  const said = (one: Told): string => {
    if (one.kind === 'working') return say('park.working');
    if (one.kind === 'refused') return say('park.refused', { code: one.code });
    if (one.kind === 'wentOn') return say('park.wentOn', { stage: named(one.stage) });
    return say('park.again', { reason: word('parkedReason', one.reason) });
  };
  const [first] = loans;
  const silent = comment.trim() === '';
  return (
    <Modal
      open
      title={say('park.title')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        started ? (
          <Button disabled={resume.isPending} onClick={onClose}>
            {say('park.close')}
          </Button>
        ) : (
          <Button type="primary" disabled={silent} onClick={() => resume.mutate()}>
            {say('park.confirm')}
          </Button>
        )
      }
    >
      <Flex vertical gap={10}>
        <Alert
          type="info"
          showIcon
          title={
            loans.length === 1
              ? say('park.effectOne', { step: word('parkedStep', first?.step ?? '') })
              : say('park.effectGroup', { n: loans.length })
          }
        />
        {!started && (
          <>
            <label htmlFor="resume-comment">{say('park.comment')}</label>
            <Input.TextArea
              id="resume-comment"
              rows={3}
              maxLength={2000}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
            />
            {silent && <Typography.Text type="secondary">{say('park.needComment')}</Typography.Text>}
          </>
        )}
        <ProblemAlert error={resume.error} />
        {started && (
          <section aria-label={say('park.what')}>
            <strong role="status">{say('park.progress', { done, n: loans.length })}</strong>
            <ul className="findings">
              {loans.map(({ applicationId: id }) => {
                const one = told.get(id);
                return (
                  <li key={id}>
                    <Link to={`/applications/${id}`}>
                      <ShortId id={id} />
                    </Link>{' '}
                    {one === undefined ? '…' : said(one)}
                  </li>
                );
              })}
            </ul>
          </section>
        )}
      </Flex>
    </Modal>
  );
}
