import { Flex, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { Parked } from './parked';
import { useSay } from './parked/use-words';

const Failing = lazy(() => import('./failing/failing').then((file) => ({ default: file.Failing })));

/** Loans that do not get on: those that stopped, and those whose step is being tried again. */
export function Stuck({ mayMend }: { mayMend: boolean }) {
  const say = useSay();
  return (
    <Flex vertical gap={24} style={{ minWidth: 0 }}>
      <section aria-labelledby="parked-loans">
        <h2 className="section-title" id="parked-loans">
          {say('park.heading')}
        </h2>
        <Parked mayResume={mayMend} />
      </section>
      <section aria-labelledby="failing-loans">
        <h2 className="section-title" id="failing-loans">
          {say('fail.heading')}
        </h2>
        <Suspense fallback={<Skeleton active />}>
          <Failing mayRetry={mayMend} />
        </Suspense>
      </section>
    </Flex>
  );
}
