import { useText } from '../../i18n/use-text';
import { Page } from '../../ui/page';
import { Waiting } from './waiting';

/** What waits for a second person, for those who may be that person for a loan's money. */
export function Component() {
  const say = useText();
  return (
    <Page title={say('nav.orders')} name={say('nav.orders')}>
      <Waiting />
    </Page>
  );
}
