import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { PaperButton } from '../../reading/paper-button';
import { ProblemAlert } from '../../ui/problem-alert';
import { ContractButton } from './contract-button';

/** The papers of a loan, to read and to keep: contract, settlement certificate, letters. */
export function Papers({ loanId, contractId }: { loanId: string; contractId: string | null }) {
  const say = useText();
  const word = useWord();
  const papers = useQuery({
    queryKey: ['papers', loanId],
    queryFn: async () =>
      answerOf(await api.GET('/v1/loans/{id}/papers', { params: { path: { id: loanId } } })).data,
    refetchInterval: 5_000,
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
          <PaperButton
            label={say('paper.read')}
            called={`${say('paper.read')}: ${word('paper', kind)}`}
            title={word('paper', kind)}
            fileName={`${kind}-${id.slice(-6)}.pdf`}
            read={async () =>
              answerOf(
                await api.GET('/v1/loans/{id}/papers/{paperId}/document.pdf', {
                  params: { path: { id: loanId, paperId: id } },
                  headers: { accept: 'application/pdf' },
                  parseAs: 'blob',
                }),
              )
            }
          />
        </Flex>
      ))}
      <ProblemAlert error={papers.error} />
    </Flex>
  );
}
