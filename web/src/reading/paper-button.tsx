import { useMutation } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { ProblemAlert } from '../ui/problem-alert';

const PaperDialog = lazy(() => import('./paper-dialog'));

interface PaperButtonProps {
  /** On the button. */
  label: string;
  /** What the button is called, where its label does not say which paper. */
  called?: string;
  /** Over the pages. */
  title: string;
  fileName: string;
  /** Brings the paper from the server. */
  read: () => Promise<unknown>;
}

/** Fetches a paper and opens it on the page. */
export function PaperButton({ label, called, title, fileName, read }: PaperButtonProps) {
  const reading = useMutation({
    mutationFn: async () => {
      const file = await read();
      return file instanceof Blob ? { title, fileName, file } : undefined;
    },
  });
  return (
    <>
      <Button size="small" aria-label={called} loading={reading.isPending} onClick={() => reading.mutate()}>
        {label}
      </Button>
      <ProblemAlert error={reading.error} />
      {reading.data && (
        <Suspense fallback={<Spin fullscreen />}>
          <PaperDialog paper={reading.data} onClose={reading.reset} />
        </Suspense>
      )}
    </>
  );
}
