import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import { useText } from '../i18n/use-text';
import { Preferences } from '../shell/preferences';
import { DevelopmentLogin } from './development-login';
import { beginLogin, type Login, useLoginEnd } from './login-store';

/** The way in for staff and partners: by the identity provider, and in development by naming a role. */
export function Component() {
  const say = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const ended = useLoginEnd();
  const installation = useQuery({
    queryKey: ['installation'],
    queryFn: async () => answerOf(await api.GET('/v1/installation')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const enter = (login: Login) => {
    beginLogin(login);
    const back = search.get('to');
    void navigate(back?.startsWith('/') && !back.startsWith('//') ? back : '/', { replace: true });
  };
  return (
    <main className="phone">
      <Flex vertical gap={16}>
        <Flex justify="space-between" align="center">
          <h1 className="page-title">Loanflow</h1>
          <Preferences />
        </Flex>
        {ended === 'expired' && <Alert type="warning" showIcon title={say('login.expired')} />}
        {installation.data?.login && (
          <Button
            type="primary"
            size="large"
            onClick={() => {
              const settings = installation.data.login;
              const to = search.get('to') ?? '/';
              if (settings) void import('./oidc').then(({ goToProvider }) => goToProvider(settings, to));
            }}
          >
            {say('oidc.enter')}
          </Button>
        )}
        {installation.data?.developmentLogin && <DevelopmentLogin onEnter={enter} />}
        <Link to="/my/enter">{say('enter.borrower')}</Link>
      </Flex>
    </main>
  );
}
