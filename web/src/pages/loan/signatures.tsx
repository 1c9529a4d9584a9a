import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText, useWord } from '../../i18n/use-text';
import { Facts } from '../../ui/facts';
import { Money, percentText } from '../../ui/money';
import { Loaded } from '../../ui/page';
import { When } from '../../ui/when';
import { ContractButton } from './contract-button';

/** The contract with who signed it, when, and the hashes that prove which document it was. */
export function Signatures({ contractId }: { contractId: string }) {
  const say = useText();
  const word = useWord();
  const contract = useQuery({
    queryKey: ['contract', contractId],
    queryFn: async () =>
      answerOf(await api.GET('/v1/contracts/{id}', { params: { path: { id: contractId } } })),
  });
  return (
    <Loaded query={contract}>
      {(one) => (
        <Flex vertical gap={12} align="start">
          <Facts
            items={[
              [say('contract.number'), one.number],
              [say('contract.status'), word('contractStatus', one.status)],
              [say('amount'), <Money key="a" minor={one.amountMinor} />],
              [say('term'), say('months', { n: one.termMonths })],
              [say('rate'), percentText(one.rateBps)],
              [say('contract.confirmed'), <When key="s" at={one.signedAt} />],
              [say('contract.seal'), say(one.finalSha256 ? 'contract.sealed' : 'contract.unsealed')],
              [say('contract.hash'), <code key="h">{one.finalSha256 ?? one.documentSha256}</code>],
            ]}
          />
          <ContractButton contractId={contractId} />
        </Flex>
      )}
    </Loaded>
  );
}
