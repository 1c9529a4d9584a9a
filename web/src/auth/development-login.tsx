import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { Refusal, Unreachable } from '../api/problem';
import { useText, useWord } from '../i18n/use-text';
import { ProblemAlert } from '../ui/problem-alert';
import { Secondary } from '../ui/secondary';
import type { Login } from './login-store';

const ROLES = [
  ...(['officer', 'senior_officer', 'committee', 'risk_manager', 'collector'] as const),
  ...(['operator', 'auditor', 'administrator', 'applicant'] as const),
];
interface Person {
  subject: string;
  displayName: string;
  roles: string[];
}

async function asked(path: string, body?: object) {
  const response = await fetch(path, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch(() => {
    throw new Unreachable('no answer');
  });
  const answer = await response.json();
  if (!response.ok) throw new Refusal(answer);
  return answer;
}

/** Asks the development issuer for a token; in production a login at the identity provider takes its place. */
async function developmentToken(role: string, user: string): Promise<Login> {
  const answer = await asked('/dev/token', { role, ...(user !== '' && { user }) });
  return { token: String(answer.access_token), endsAt: Date.now() + Number(answer.expires_in) * 1000 };
}

/** In development: a role, and one of the people who have it now, without any password. */
export function DevelopmentLogin({ onEnter }: { onEnter: (login: Login) => void }) {
  const say = useText();
  const word = useWord();
  const [role, setRole] = useState<string>('officer');
  const [user, setUser] = useState('');
  const staff = useQuery({
    queryKey: ['development-staff'],
    queryFn: async (): Promise<Person[]> => (await asked('/dev/staff')).data,
    staleTime: 0,
  });
  const people = (staff.data ?? []).filter(({ roles }) => roles.includes(role));
  const chosen = people.some(({ subject }) => subject === user) ? user : (people[0]?.subject ?? '');
  const named = role === 'applicant' ? user : chosen;
  const login = useMutation({ mutationFn: () => developmentToken(role, named), onSuccess: onEnter });
  return (
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
          {role === 'applicant' ? (
            <input
              id="user"
              className="plain-field"
              value={user}
              maxLength={64}
              placeholder={say('login.anyName')}
              onChange={(event) => setUser(event.target.value.trim())}
            />
          ) : (
            <select
              id="user"
              className="plain-field"
              value={chosen}
              disabled={people.length === 0}
              onChange={(event) => setUser(event.target.value)}
            >
              {people.map(({ subject, displayName }) => (
                <option key={subject} value={subject}>
                  {displayName === subject ? subject : `${displayName} (${subject})`}
                </option>
              ))}
            </select>
          )}
          {staff.isSuccess && role !== 'applicant' && people.length === 0 && (
            <Secondary>{say('login.nobody')}</Secondary>
          )}
          <ProblemAlert error={staff.error ?? login.error} />
          <Button type="primary" htmlType="submit" loading={login.isPending} block>
            {say('login.enter')}
          </Button>
        </Flex>
      </form>
    </section>
  );
}
