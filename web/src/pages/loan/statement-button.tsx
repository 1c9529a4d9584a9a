import { useMutation } from '@tanstack/react-query';
import { Button, DatePicker, Flex } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { save } from '../../ui/csv';
import { ProblemAlert } from '../../ui/problem-alert';

const DATE = 'YYYY-MM-DD';

/** Saves the statement of a loan as PDF for a period that ends today unless changed. */
export function StatementButton({ loanId, today }: { loanId: string; today: string }) {
  const say = useText();
  const [from, setFrom] = useState(dayjs(today).subtract(3, 'month').format(DATE));
  const [to, setTo] = useState(today);
  const read = useMutation({
    mutationFn: async () => {
      const file: unknown = answerOf(
        await api.GET('/v1/loans/{id}/statement/document.pdf', {
          params: { path: { id: loanId }, query: { from, to } },
          headers: { accept: 'application/pdf' },
          parseAs: 'blob',
        }),
      );
      if (file instanceof Blob) save(file, `statement-${loanId.slice(-6)}-${to}.pdf`);
    },
  });
  const day = (label: string, value: string, choose: (next: string) => void) => (
    <DatePicker
      size="small"
      aria-label={label}
      value={dayjs(value)}
      allowClear={false}
      onChange={(next) => next && choose(next.format(DATE))}
    />
  );
  return (
    <Flex vertical gap={8}>
      <Flex gap={8} wrap align="center">
        <span>{say('statement.title')}</span>
        {day(say('statement.from'), from, setFrom)}
        {day(say('statement.to'), to, setTo)}
        <Button size="small" loading={read.isPending} onClick={() => read.mutate()}>
          {say('statement.save')}
        </Button>
      </Flex>
      <ProblemAlert error={read.error} />
    </Flex>
  );
}
