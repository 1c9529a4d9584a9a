import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import { useNamed } from '../i18n/language';
import { oneOf } from './money-text';

/** Products on offer, and their names and those of their documents. */
export function useProducts() {
  const named = useNamed();
  const query = useQuery({
    queryKey: ['products'],
    queryFn: async () => answerOf(await api.GET('/v1/products')).data,
    staleTime: 600_000,
  });
  const products = query.data ?? [];
  const nameOf = (code: string): string => {
    const found = products.find((product) => product.code === code);
    return found ? named(found.names) : code.replaceAll('_', ' ');
  };
  /** The currency that products are lent in: unknown where none is on offer, none of its own where they differ. */
  const currencyOf = (codes: readonly string[]): string | undefined =>
    oneOf(products.filter(({ code }) => codes.includes(code)).map(({ currency }) => currency));
  const documents = new Map(products.flatMap((one) => one.documents.map(({ kind, names }) => [kind, names])));
  const documentName = (kind: string): string => {
    const names = documents.get(kind);
    return names ? named(names) : kind.replaceAll('_', ' ');
  };
  return { query, products, nameOf, currencyOf, documentName, documentKinds: [...documents.keys()] };
}
