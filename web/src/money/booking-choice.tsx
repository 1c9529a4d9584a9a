import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { answerOf } from '../api/problem';
import { useCurrency } from '../ui/currency';
import { PlainSelect } from '../ui/plain-select';
import { ProblemAlert } from '../ui/problem-alert';
import { useCode, useSay } from './use-words';

/** Bookings of a loan that could be taken back, by what and when they were. */
export function useBookings(loanId: string, wanted: boolean) {
  const word = useCode();
  const { amount } = useCurrency();
  const booked = useQuery({
    queryKey: ['bookings', loanId],
    queryFn: async () =>
      answerOf(
        await api.GET('/v1/loans/{id}/transactions', {
          params: { path: { id: loanId }, query: { limit: 200 } },
        }),
      ).data,
    enabled: wanted,
  });
  const options = (booked.data ?? [])
    .filter(({ reversed, type }) => !reversed && type !== 'reversed')
    .map(({ id, type, effectiveOn, data }) => ({
      value: id,
      label: [
        word('tx', type),
        effectiveOn,
        ...(typeof data.amountMinor === 'string' ? [amount(data.amountMinor)] : []),
      ].join(' · '),
    }));
  return { options, error: booked.error };
}

interface BookingChoiceProps {
  label: string;
  loanId: string;
  value: string;
  onChange: (value: string) => void;
}

/** Which booking did not happen. */
export function BookingChoice({ label, loanId, value, onChange }: BookingChoiceProps) {
  const say = useSay();
  const { options, error } = useBookings(loanId, true);
  return (
    <>
      <ProblemAlert error={error} />
      <PlainSelect
        label={label}
        value={value}
        none={say('order.choose')}
        options={options}
        onChange={(next) => onChange(next ?? '')}
      />
    </>
  );
}
