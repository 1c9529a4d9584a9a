import { useSession } from '../auth/session';
import { useListed } from '../i18n/language';
import { Facts } from '../ui/facts';
import { Money } from '../ui/money';
import { Day, When } from '../ui/when';
import { useBookings } from './booking-choice';
import { FIELDS, groupOf, isKind, type OperationField } from './kinds';
import { standingCode } from './order-standing';
import type { Order } from './orders';
import { useCode, useSay } from './use-words';
import { valuesOf } from './values';

/** An order as its author put it, and what became of it since. */
export function OrderFacts({ order }: { order: Order }) {
  const say = useSay();
  const word = useCode();
  const listed = useListed();
  const session = useSession();
  const { options } = useBookings(order.loanId, order.kind === 'reversal');
  const values = valuesOf(order.data);
  const fields = isKind(order.kind) ? FIELDS[order.kind] : [];
  const who = (id: string | null) =>
    id === null ? '—' : say(id === session.id ? 'task.me' : 'order.colleague');
  const shown = ({ input, name }: OperationField) => {
    const value = values[name] ?? '';
    if (input.as === 'money') return <Money minor={value} />;
    if (input.as === 'day') return <Day on={value} />;
    if (input.as === 'percent') return `${value}%`;
    if (input.as === 'shares') return `${value} %`;
    if (input.as === 'booking') return options.find((one) => one.value === value)?.label ?? '…';
    if (input.as === 'choice' || input.as === 'several')
      return listed(value.split(',').map((one) => word(groupOf(name), one)));
    return value;
  };
  return (
    <Facts
      items={[
        [say('order.kind'), word('orderKind', order.kind)],
        ...fields
          .filter(
            ({ name, optional, when }) => !(optional || when) || !['', '0'].includes(values[name] ?? ''),
          )
          .map((field) => [say(field.label), shown(field)] as const),
        [say('order.effective'), <Day key="on" on={order.effectiveOn} />],
        [say('order.stake'), <Money key="stake" minor={order.stakeMinor} />],
        [say('reasons'), listed(order.reasonCodes.map((code) => word('orderReason', code)))],
        [say('order.standingNow'), word('orderStatus', standingCode(order))],
        [say('order.by'), who(order.proposedBy)],
        [say('order.at'), <When key="at" at={order.proposedAt} />],
        [say('order.decidedBy'), who(order.decidedBy)],
        ...(order.refusal === null
          ? []
          : [[say('order.refusal'), word('orderRefusal', order.refusal)] as const]),
      ]}
    />
  );
}
