import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { components } from '../api/generated';
import { answerOf } from '../api/problem';
import { useLogin } from './login-store';

export type Session = components['schemas']['Session'];
type Permission = Session['permissions'][number];

/** What kind of installation this is. */
export function useInstallation() {
  return useSuspenseQuery({
    queryKey: ['installation'],
    queryFn: async () => answerOf(await api.GET('/v1/installation')),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

const sessionQuery = (token: string | undefined) => ({
  queryKey: ['session', token],
  queryFn: async () => answerOf(await api.GET('/v1/session')),
  staleTime: 300_000,
});

/** Who is logged in; undefined while that is being asked. */
export function useMaybeSession() {
  const login = useLogin();
  return useQuery({ ...sessionQuery(login?.token), enabled: login !== null });
}

/** Who is logged in, on pages that only someone logged in reaches. */
export function useSession(): Session {
  const login = useLogin();
  return useSuspenseQuery(sessionQuery(login?.token)).data;
}

/** Whether the roles of this person permit an action; screens offer only what is permitted. */
export function permits(
  session: Session,
  action: Permission['action'],
  subject: Permission['subject'],
): boolean {
  return session.permissions.some((one) => one.action === action && one.subject === subject);
}
