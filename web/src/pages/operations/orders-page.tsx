import { useText } from '../../i18n/use-text';
import { Orders } from '../../money/orders';
import { Page } from '../../ui/page';

/** Orders of every loan that wait for a second person, for those who may be that person. */
export function Component() {
  const say = useText();
  return (
    <Page title={say('nav.orders')} name={say('nav.orders')}>
      <Orders />
    </Page>
  );
}
