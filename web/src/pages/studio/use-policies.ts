import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { components } from '../../api/generated';
import { answerOf } from '../../api/problem';
import { useNamed } from '../../i18n/language';
import { useWord } from '../../i18n/use-text';

export type Policy = components['schemas']['Policy'];
export type Version = components['schemas']['PolicyVersion'];
export type Detail = components['schemas']['PolicyDetail'];
export type Content = components['schemas']['PolicyContent'];
export type Finding = components['schemas']['PolicyFinding'];

/** All policies with their versions. */
export const usePolicies = () =>
  useQuery({ queryKey: ['policies'], queryFn: async () => answerOf(await api.GET('/v1/policies')).data });

/** One version with what it says. */
export const usePolicy = (id: string) =>
  useQuery({
    queryKey: ['policies', id],
    queryFn: async () => answerOf(await api.GET('/v1/policies/{id}', { params: { path: { id } } })),
  });

/** Names for people: a product's own, the house's words for what came with the software, else the code. */
export function usePolicyNames() {
  const { data = [] } = usePolicies();
  const named = useNamed();
  const word = useWord();
  const nameOf = (kind: string, code: string): string => {
    const found = data.find((one) => one.kind === kind && one.code === code);
    return found?.names ? named(found.names) : word('policyName', code);
  };
  const optionsOf = (kind: string) =>
    data.filter((one) => one.kind === kind).map(({ code }) => ({ value: code, label: nameOf(kind, code) }));
  return { nameOf, optionsOf };
}
