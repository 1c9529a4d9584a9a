import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { answerOf } from '../../../api/problem';
import { useLanguage } from '../../../i18n/language';
import { exactly } from '../../../ui/when';
import type { Endpoint } from './endpoint-form';
import { useCode, useSay } from './use-words';

/** The lender's endpoints, as they are now. */
export const endpointsQuery = {
  queryKey: ['webhooks'],
  queryFn: async () => answerOf(await api.GET('/v1/webhooks')).data,
  refetchInterval: 10_000,
};

/** Says which endpoints were switched off by themselves, why, and what to do; nothing where there are none. */
export function OffNotice({ endpoints, to }: { endpoints: readonly Endpoint[]; to?: string }) {
  const say = useSay();
  const code = useCode();
  const language = useLanguage();
  const off = endpoints.filter(({ disabledAt }) => disabledAt !== null);
  if (off.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={say('hook.offTitle', { n: off.length })}
      description={
        <>
          <ul className="findings">
            {off.map(({ id, url, disabledAt, disabledReason }) => (
              <li key={id}>
                <code>{url}</code>
                {` · ${code('hookOff', disabledReason)} · ${disabledAt === null ? '' : exactly(disabledAt, language)}`}
              </li>
            ))}
          </ul>
          {say('hook.offHelp')} {to && <Link to={to}>{say('hook.offOpen')}</Link>}
        </>
      }
    />
  );
}

/** The same on another page, for whoever manages endpoints. */
export function OffElsewhere() {
  const { data = [] } = useQuery({ ...endpointsQuery, refetchInterval: 60_000 });
  return <OffNotice endpoints={data} to="/operations?tab=webhooks" />;
}
