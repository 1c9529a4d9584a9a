import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../api/client';
import { answerOf, Refusal, Unreachable } from '../api/problem';
import { useText, useWord } from '../i18n/use-text';
import { Preferences } from '../shell/preferences';
import { ProblemAlert } from '../ui/problem-alert';
import { Secondary } from '../ui/secondary';
import { beginLogin, useLoginEnd } from './login-store';

const ROLES = [
  'officer',
  'senior_officer',
  'committee',
  'risk_manager',
  'collector',
  'operator',
  'auditor',
  'administrator',
  'applicant',
] as const;
const USERS: Record<string, readonly string[]> = {
  officer: ['officer1', 'officer2'],
  senior_officer: ['senior1', 'senior2'],
  committee: ['committee1', 'committee2', 'committee3', 'committee4'],
  risk_manager: ['risk1', 'risk2'],
  collector: ['collector1', 'collector2'],
  operator: ['operator1'],
  auditor: ['auditor1'],
  administrator: ['admin1', 'admin2'],
};

/** Asks the development issuer for a token; in production a login at the identity provider takes its place. */
async function developmentToken(role: string, user: string) {
  const response = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, ...(user !== '' && { user }) }),
  }).catch(() => {
    throw new Unreachable('no answer');
  });
  const answer = await response.json();
  if (!response.ok) throw new Refusal(answer);
  return { token: String(answer.access_token), endsAt: Date.now() + Number(answer.expires_in) * 1000 };
}

/** The way in for staff and partners: by the identity provider, and in development by naming a role. */
export function Component() {
  const say = useText();
  const word = useWord();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const ended = useLoginEnd();
  const [role, setRole] = useState('officer');
  const [user, setUser] = useState('');
  const installation = useQuery({
    queryKey: ['installation'],
    queryFn: async () => answerOf(await api.GET('/v1/installation')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const login = useMutation({
    mutationFn: () => developmentToken(role, user),
    onSuccess: (next) => {
      beginLogin(next);
      const back = search.get('to');
      void navigate(back?.startsWith('/') && !back.startsWith('//') ? back : '/', { replace: true });
    },
  });
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
        {installation.data?.developmentLogin && (
          <section className="panel" aria-labelledby="login-title">
            <h2 id="login-title">{say('login.title')}</h2>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                login.mutate();
              }}
            >
              <Flex vertical gap={12}>
                <Secondary>{say('login.help')}</Secondary>
                <label htmlFor="role">{say('login.role')}</label>
                <select
                  id="role"
                  className="plain-field"
                  value={role}
                  onChange={(event) => {
                    setRole(event.target.value);
                    setUser('');
                  }}
                >
                  {ROLES.map((value) => (
                    <option key={value} value={value}>
                      {word('role', value)}
                    </option>
                  ))}
                </select>
                <label htmlFor="user">{say('login.user')}</label>
                {USERS[role] ? (
                  <select
                    id="user"
                    className="plain-field"
                    value={user === '' ? USERS[role][0] : user}
                    onChange={(event) => setUser(event.target.value)}
                  >
                    {USERS[role].map((value) => (
                      <option key={value} value={value}>
                        {value}
                      </option>
                    ))}
                  </select>
                ) : (
                  <input
                    id="user"
                    className="plain-field"
                    value={user}
                    maxLength={64}
                    placeholder={say('login.anyName')}
                    onChange={(event) => setUser(event.target.value.trim())}
                  />
                )}
                <ProblemAlert error={login.error} />
                <Button type="primary" htmlType="submit" loading={login.isPending} block>
                  {say('login.enter')}
                </Button>
              </Flex>
            </form>
          </section>
        )}
        <Link to="/my/enter">{say('enter.borrower')}</Link>
      </Flex>
    </main>
  );
}
