import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { save } from '../../ui/csv';
import { ProblemAlert } from '../../ui/problem-alert';
import { ContractButton } from '../loan/contract-button';

/** The papers of a loan to keep: contract, settlement certificate, letters. */
export function Papers({ loanId, contractId }: { loanId: string; contractId: string | null }) {
  const say = useText();
  const word = useWord();
  const papers = useQuery({
    queryKey: ['papers', loanId],
    queryFn: async () =>
      answerOf(await api.GET('/v1/loans/{id}/papers', { params: { path: { id: loanId } } })).data,
    refetchInterval: 5_000,
  });
  const read = useMutation({
    mutationFn: async ({ id, kind }: { id: string; kind: string }) => {
      const file: unknown = answerOf(
        await api.GET('/v1/loans/{id}/papers/{paperId}/document.pdf', {
          params: { path: { id: loanId, paperId: id } },
          headers: { accept: 'application/pdf' },
          parseAs: 'blob',
        }),
      );
      if (file instanceof Blob) save(file, `${kind}-${id.slice(-6)}.pdf`);
    },
  });
  return (
    <Flex vertical gap={10}>
      {contractId !== null && (
        <Flex justify="space-between" align="center">
          <span>{say('paper.contract')}</span>
          <ContractButton contractId={contractId} />
        </Flex>
      )}
      {(papers.data ?? []).map(({ id, kind }) => (
        <Flex key={id} justify="space-between" align="center">
          <span>{word('paper', kind)}</span>
          <Button
            size="small"
            aria-label={`${say('paper.save')}: ${word('paper', kind)}`}
            onClick={() => read.mutate({ id, kind })}
          >
            {say('paper.save')}
          </Button>
        </Flex>
      ))}
      <ProblemAlert error={papers.error ?? read.error} />
    </Flex>
  );
}
