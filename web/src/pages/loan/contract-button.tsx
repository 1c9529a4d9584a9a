import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { save } from '../../ui/csv';
import { ProblemAlert } from '../../ui/problem-alert';

/** Saves the contract's PDF: sealed if it is, else as offered. */
export function ContractButton({ contractId }: { contractId: string }) {
  const say = useText();
  const read = useMutation({
    mutationFn: async () => {
      const file: unknown = answerOf(
        await api.GET('/v1/contracts/{id}/document.pdf', {
          params: { path: { id: contractId } },
          headers: { accept: 'application/pdf' },
          parseAs: 'blob',
        }),
      );
      if (file instanceof Blob) save(file, `contract-${contractId.slice(-6)}.pdf`);
    },
  });
  return (
    <>
      <Button size="small" loading={read.isPending} onClick={() => read.mutate()}>
        {say('contract.save')}
      </Button>
      <ProblemAlert error={read.error} />
    </>
  );
}
