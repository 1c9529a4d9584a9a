import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useViews, type ViewedList } from './use-views';
import { addressOf } from './view-address';

/** A list that is asked for without any query opens under the person's default view, else under that of their role. */
export function UnderView({ list, children }: { list: ViewedList; children: ReactNode }) {
  const [search] = useSearchParams();
  const views = useViews(list);
  if (search.toString() !== '') return children;
  if (views.isPending) return <Skeleton active />;
  const opening = views.data?.data.find(({ id }) => id === views.data.opensWith);
  return opening === undefined ? children : <Navigate to={`?${addressOf(opening)}`} replace />;
}
