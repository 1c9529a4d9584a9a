import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ProblemAlert } from '../../../ui/problem-alert';
import { ShortId } from '../../../ui/short-id';
import { useSay } from './use-words';

/** What became of one loan: taken up, refused, and later what its page says. */
export type Told =
  | { readonly kind: 'working' }
  | { readonly kind: 'proposed' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'wentOn'; readonly stage: { zh: string; en: string } }
  | { readonly kind: 'again'; readonly reason: string }
  | { readonly kind: 'parked'; readonly reason: string };
export type Tell = (applicationId: string, what: Told) => void;

interface OutcomesDialogProps {
  words: Readonly<Record<'title' | 'effect' | 'comment' | 'needComment' | 'confirm' | 'outcomes', string>>;
  /** The loans, as far as they are known before anything is done. */
  ids: readonly string[];
  run: (comment: string, tell: Tell) => Promise<void>;
  said: (what: Told) => string;
  onClose: () => void;
}

/** Asks for a word about the cause, lets something be done to loans, and tells what came of each. */
export function OutcomesDialog({ words, ids, run, said, onClose }: OutcomesDialogProps) {
  const say = useSay();
  const queries = useQueryClient();
  const [comment, setComment] = useState('');
  const [told, setTold] = useState<ReadonlyMap<string, Told | undefined>>(
    () => new Map(ids.map((id) => [id, undefined])),
  );
  const act = useMutation({
    mutationFn: () => run(comment, (id, what) => setTold((before) => new Map(before).set(id, what))),
    onSettled: () => queries.invalidateQueries(),
  });
  const started = !act.isIdle;
  const done = [...told.values()].filter((one) => one !== undefined && one.kind !== 'working').length;
  const silent = comment.trim() === '';
  return (
    <Modal
      open
      title={words.title}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        started ? (
          <Button disabled={act.isPending} onClick={onClose}>
            {say('park.close')}
          </Button>
        ) : (
          <Button type="primary" disabled={silent} onClick={() => act.mutate()}>
            {words.confirm}
          </Button>
        )
      }
    >
      <Flex vertical gap={10}>
        <Alert type="info" showIcon title={words.effect} />
        {!started && (
          <>
            <label htmlFor="why-now">{words.comment}</label>
            <Input.TextArea
              id="why-now"
              rows={3}
              maxLength={2000}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
            />
            {silent && <Typography.Text type="secondary">{words.needComment}</Typography.Text>}
          </>
        )}
        <ProblemAlert error={act.error} />
        {started && (
          <section aria-label={words.outcomes}>
            <strong role="status">{say('park.progress', { done, n: told.size })}</strong>
            <ul className="findings">
              {[...told].map(([id, one]) => (
                <li key={id}>
                  <Link to={`/applications/${id}`}>
                    <ShortId id={id} />
                  </Link>{' '}
                  {one === undefined ? '…' : said(one)}
                </li>
              ))}
            </ul>
          </section>
        )}
      </Flex>
    </Modal>
  );
}
