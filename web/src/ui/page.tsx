import { Flex, Skeleton } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { ProblemAlert } from './problem-alert';

interface PageProps {
  title: ReactNode;
  name: string;
  extra?: ReactNode;
  children: ReactNode;
}

/** The frame of each page: a heading, what can be done, and the matter. */
export function Page({ title, name, extra, children }: PageProps) {
  useEffect(() => {
    document.title = `${name} · Loanflow`;
  }, [name]);
  return (
    <Flex vertical gap={16}>
      <Flex wrap justify="space-between" align="center" gap={8}>
        <h1 className="page-title">{title}</h1>
        {extra}
      </Flex>
      {children}
    </Flex>
  );
}

interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

/** What a query brought, its refusal, or the shape of what is coming. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemAlert error={query.error} retry={() => void query.refetch()} />;
  return <Skeleton active paragraph={{ rows: 6 }} />;
}
