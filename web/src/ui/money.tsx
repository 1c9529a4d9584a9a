import { useLanguage } from '../i18n/language';
import { useCurrency } from './currency';
import { moneyText, signOf } from './money-text';

/** An amount in its currency; where none is named, in that of the place. */
export function Money({ minor, currency }: { minor: string | null; currency?: string }) {
  useLanguage();
  const { code } = useCurrency();
  const of = currency ?? code;
  if (minor === null) return <span>—</span>;
  return (
    <span className="money">
      {minor.startsWith('-') && '−'}
      {signOf(of)}
      {moneyText(minor.replace('-', ''), of)}
    </span>
  );
}

/** A rate in basis points as percent. */
export const percentText = (bps: number | null): string =>
  bps === null ? '—' : `${(bps / 100).toFixed(2)}%`;
