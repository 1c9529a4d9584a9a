import { useLanguage } from '../i18n/language';

/** Minor units as text a person reads: grouped, always two decimals. Exact, since it never becomes a float. */
export function moneyText(minor: string): string {
  const negative = minor.startsWith('-');
  const digits = minor.replace('-', '').padStart(3, '0');
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${negative ? '−' : ''}${whole}.${digits.slice(-2)}`;
}

/** Yuan as typed into minor units; null where it is no amount. */
export function minorOf(yuan: number | null): string | null {
  return yuan === null || !Number.isFinite(yuan) || yuan <= 0 ? null : String(Math.round(yuan * 100));
}

/** An amount in its currency. */
export function Money({ minor, currency = 'CNY' }: { minor: string | null; currency?: string }) {
  useLanguage();
  if (minor === null) return <span>—</span>;
  return (
    <span className="money">
      {currency === 'CNY' ? '¥' : `${currency} `}
      {moneyText(minor)}
    </span>
  );
}

/** A rate in basis points as percent. */
export const percentText = (bps: number | null): string =>
  bps === null ? '—' : `${(bps / 100).toFixed(2)}%`;
