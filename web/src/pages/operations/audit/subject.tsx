import { Flex } from 'antd';
import { Link } from 'react-router';
import { ShortId } from '../../../ui/short-id';
import { useSay } from './use-words';
import { VerifyChain } from './verify-chain';

/** What an entry is about, the way to it, and the check of its chain. */
export function Subject({ id }: { id: string }) {
  const say = useSay();
  return (
    <Flex gap="4px 8px" wrap align="center">
      <ShortId id={id} />
      {id.startsWith('app_') && <Link to={`/applications/${id}`}>{say('auditDo.application')}</Link>}
      {id.startsWith('cus_') && <Link to={`/customers/${id}`}>{say('auditDo.customer')}</Link>}
      <VerifyChain subject={id} />
    </Flex>
  );
}
