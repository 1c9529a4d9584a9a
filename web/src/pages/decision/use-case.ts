import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, oneKey } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useSession } from '../../auth/session';

/** Everything about one task: itself with its votes, its application, and why the machine sent it here. */
export function useCase(taskId: string) {
  const session = useSession();
  const queries = useQueryClient();
  const task = useQuery({
    queryKey: ['task', taskId],
    queryFn: async () => answerOf(await api.GET('/v1/tasks/{id}', { params: { path: { id: taskId } } })),
    refetchInterval: 5_000,
  });
  const id = task.data?.applicationId ?? '';
  const known = id !== '';
  const params = { params: { path: { id } } };
  const application = useQuery({
    queryKey: ['application', id],
    queryFn: async () => answerOf(await api.GET('/v1/applications/{id}', params)),
    enabled: known,
  });
  const decision = useQuery({
    queryKey: ['decision', id],
    queryFn: async () => answerOf(await api.GET('/v1/applications/{id}/decision', params)),
    enabled: known,
  });
  const documents = useQuery({
    queryKey: ['documents', id],
    queryFn: async () => answerOf(await api.GET('/v1/applications/{id}/documents', params)).data,
    enabled: known,
  });
  const claim = useMutation({
    mutationFn: async (takeOver: boolean) =>
      answerOf(
        await api.POST('/v1/tasks/{id}/claim', {
          params: { header: oneKey(), path: { id: taskId } },
          body: { takeOver },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['task', taskId] }),
  });
  const release = useMutation({
    mutationFn: async () =>
      answerOf(
        await api.POST('/v1/tasks/{id}/release', { params: { header: oneKey(), path: { id: taskId } } }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['task', taskId] }),
  });

  const roles: readonly string[] = session.roles;
  const mine =
    task.data !== undefined &&
    (roles.includes(task.data.requiredRole) ||
      (task.data.deputyRole !== null && roles.includes(task.data.deputyRole)));
  const alone = Number(task.data?.details.seats ?? 1) <= 1;
  const free = task.data?.status === 'open' && task.data.assigneeId === null;
  // What is decided names the version that was seen, and taking the task makes a new one.
  const taking = free && mine && alone && !claim.isError;
  const opened = useRef(false);
  const claimNow = claim.mutate;
  useEffect(() => {
    if (opened.current || !free || !mine || !alone) return;
    opened.current = true;
    claimNow(false);
  }, [free, mine, alone, claimNow]);
  return { task, application, decision, documents, claim, release, mine, taking };
}
