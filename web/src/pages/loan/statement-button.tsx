import { DatePicker, Flex } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/client';
import { answerOf } from '../../api/problem';
import { useText } from '../../i18n/use-text';
import { PaperButton } from '../../reading/paper-button';

const DATE = 'YYYY-MM-DD';

/** Opens the statement of a loan for a period that ends today unless changed. */
export function StatementButton({ loanId, today }: { loanId: string; today: string }) {
  const say = useText();
  const [from, setFrom] = useState(dayjs(today).subtract(3, 'month').format(DATE));
  const [to, setTo] = useState(today);
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
    <Flex gap={8} wrap align="center">
      <span>{say('statement.title')}</span>
      {day(say('statement.from'), from, setFrom)}
      {day(say('statement.to'), to, setTo)}
      <PaperButton
        label={say('statement.read')}
        title={say('statement.title')}
        fileName={`statement-${loanId.slice(-6)}-${to}.pdf`}
        read={async () =>
          answerOf(
            await api.GET('/v1/loans/{id}/statement/document.pdf', {
              params: { path: { id: loanId }, query: { from, to } },
              headers: { accept: 'application/pdf' },
              parseAs: 'blob',
            }),
          )
        }
      />
    </Flex>
  );
}
