import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { PaperButton } from '../../reading/paper-button';

/** Opens the contract on the page: sealed if it is, else as offered. */
export function ContractButton({ contractId }: { contractId: string }) {
  const say = useText();
  return (
    <PaperButton
      label={say('contract.read')}
      title={say('paper.contract')}
      fileName={`contract-${contractId.slice(-6)}.pdf`}
      read={async () =>
        answerOf(
          await api.GET('/v1/contracts/{id}/document.pdf', {
            params: { path: { id: contractId } },
            headers: { accept: 'application/pdf' },
            parseAs: 'blob',
          }),
        )
      }
    />
  );
}
