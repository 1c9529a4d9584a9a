import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, oneKey } from '../../api/client';
import { fetchWithProgress } from '../../api/fetch-with-progress';
import { answerOf } from '../../api/problem';
import { ProblemAlert } from '../../ui/problem-alert';
import { FileField } from './file-field';
import type { Upload } from './photo';

interface SupplyProps {
  applicationId: string;
  kind: string;
  label: string;
  onDone: () => void;
}

/** A document that is asked for: sent at once, with its progress; after a broken line it is sent again under its key. */
export function Supply({ applicationId, kind, label, onDone }: SupplyProps) {
  const [percent, setPercent] = useState(0);
  const send = useMutation({
    mutationFn: async ({ key, upload }: { key: string; upload: Upload }) =>
      answerOf(
        await api.POST('/v1/applications/{id}/documents', {
          params: { header: oneKey(key), path: { id: applicationId } },
          body: { kind, ...upload },
          fetch: fetchWithProgress(setPercent),
        }),
      ),
    onSuccess: onDone,
  });
  const { variables } = send;
  return (
    <>
      <FileField
        kind={kind}
        label={label}
        done={send.isSuccess}
        percent={send.isPending ? percent : undefined}
        retry={send.isError && variables ? () => send.mutate(variables) : undefined}
        onUpload={(upload) => {
          setPercent(0);
          send.mutate({ key: crypto.randomUUID(), upload });
        }}
      />
      <ProblemAlert error={send.error} />
    </>
  );
}
