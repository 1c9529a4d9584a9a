import { Flex } from 'antd';
import { Link, useParams } from 'react-router';
import { useText } from '../../i18n/use-text';
import { Page } from '../../ui/page';
import { ShortId } from '../../ui/short-id';
import { Person } from '../decision/person';

/** One customer, masked, with the way to their applications and loans. */
export function Component() {
  const say = useText();
  const { id = '' } = useParams();
  return (
    <Page title={say('customer')} name={say('customer')} extra={<ShortId id={id} />}>
      <Person customerId={id} />
      <Flex gap={16}>
        <Link to={`/applications?customer=${id}`}>{say('customer.applications')}</Link>
        <Link to={`/loans?customer=${id}`}>{say('customer.loans')}</Link>
      </Flex>
    </Page>
  );
}
