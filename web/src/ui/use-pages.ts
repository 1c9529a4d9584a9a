import { useInfiniteQuery } from '@tanstack/react-query';

interface PageOf<Row> {
  data: Row[];
  nextCursor: string | null;
}

/** The rows of a list, page after page by cursor. */
export function usePages<Row>(
  key: readonly unknown[],
  read: (cursor: string | undefined) => Promise<PageOf<Row>>,
  refetchInterval: number | false = false,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchInterval,
  });
  const rows = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const more = query.hasNextPage ? () => void query.fetchNextPage() : undefined;
  return { rows, more, loading: query.isFetching && !query.isRefetching, error: query.error };
}
