import { useLanguage } from '../../i18n/language';
import { useCurrency } from '../../ui/currency';
import { percentText } from '../../ui/money';
import { moneyText } from '../../ui/money-text';
import { Secondary } from '../../ui/secondary';

interface ChangeProps {
  now: bigint | number;
  former: bigint | number | undefined;
  kind: 'count' | 'money' | 'bps';
}

/** By how much a number differs from the day it is compared with; nothing where there is no such day. */
export function Change({ now, former, kind }: ChangeProps) {
  const language = useLanguage();
  const { code } = useCurrency();
  if (former === undefined) return null;
  const gap = BigInt(now) - BigInt(former);
  const size = gap < 0n ? -gap : gap;
  const text = {
    count: () => size.toLocaleString(language),
    money: () => moneyText(size.toString(), code),
    bps: () => percentText(Number(size)),
  }[kind]();
  return <Secondary className="change">{gap === 0n ? '±0' : `${gap > 0n ? '+' : '−'}${text}`}</Secondary>;
}
