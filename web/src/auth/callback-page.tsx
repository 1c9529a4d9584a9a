import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { api } from '../api/client';
import { answerOf, Refusal, Unreachable } from '../api/problem';
import { useText } from '../i18n/use-text';
import { Preferences } from '../shell/preferences';
import { ProblemAlert } from '../ui/problem-alert';
import { beginLogin } from './login-store';
import { backFromProvider } from './oidc';

/** Where the identity provider sends the browser back to. */
export function Component() {
  const say = useText();
  const navigate = useNavigate();
  const begun = useRef(false);
  const [error, setError] = useState<unknown>(null);
  const { data } = useQuery({
    queryKey: ['installation'],
    queryFn: async () => answerOf(await api.GET('/v1/installation')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const login = data?.login ?? null;
  useEffect(() => {
    if (login === null || begun.current) return;
    begun.current = true;
    backFromProvider(login).then(({ token, endsAt, to }) => {
      beginLogin({ token, endsAt });
      void navigate(to, { replace: true });
    }, setError);
  }, [login, navigate]);
  if (data !== undefined && login === null) return <Navigate to="/login" replace />;
  if (error === null) return <Spin fullscreen description={say('oidc.working')} />;
  return (
    <main className="phone">
      <Flex vertical gap={16}>
        <Flex justify="space-between" align="center">
          <h1 className="page-title">Loanflow</h1>
          <Preferences />
        </Flex>
        {error instanceof Refusal || error instanceof Unreachable ? (
          <ProblemAlert error={error} />
        ) : (
          <Alert type="error" showIcon title={say('oidc.failed')} description={say('oidc.failed.help')} />
        )}
        <Link to="/login">{say('login.title')}</Link>
      </Flex>
    </main>
  );
}
