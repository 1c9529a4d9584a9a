import type { ReactNode } from 'react';
import { useText, useWord } from '../../../i18n/use-text';
import { useCode as useOrderWord } from '../../../money/use-words';
import { Money, percentText } from '../../../ui/money';
import { ShortId } from '../../../ui/short-id';
import { useProducts } from '../../../ui/use-products';
import { useReasons } from '../../../ui/use-reasons';
import { Day, When } from '../../../ui/when';
import { useCode as useParkedWord } from '../parked/use-words';
import { useCode, useSay } from './use-words';

const ID = /^[a-z]{2,4}_[0-9a-z]{20,}$/;
const HASH = /^[0-9a-f]{40,}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
/** Which words of the console say the codes of a detail. */
const GROUPS: Readonly<Record<string, string>> = {
  ...{ asRole: 'role', roles: 'role', result: 'result', route: 'route', level: 'level' },
  ...{ field: 'field', believed: 'settled' },
  ...{ template: 'message', wait: 'wait', reach: 'reach', reachBefore: 'reach' },
};

/** Actions that name a step and its failure. */
const PARKING = new Set(['loan.parked', 'loan.step_retried']);

/** A detail's value as people read it: money, dates, percentages, names and words in place of codes. */
export function useShown(nameOf: (userId: string) => ReactNode) {
  const say = useText();
  const own = useSay();
  const word = useWord();
  const code = useCode();
  const parkedWord = useParkedWord();
  const orderWord = useOrderWord();
  const { nameOf: productName, documentName } = useProducts();
  const { nameOf: reasonName, reasons } = useReasons();
  const text = (action: string, key: string, value: string): ReactNode => {
    if (value === '') return '—';
    if (/Minor(Before)?$/.test(key) && /^-?\d+$/.test(value)) return <Money minor={value} />;
    if (DATE.test(value)) return <Day on={value} />;
    if (INSTANT.test(value)) return <When at={value} />;
    if (value.startsWith('usr_')) return nameOf(value);
    if (ID.test(value)) return <ShortId id={value} />;
    if (HASH.test(value)) return <code title={value}>{`${value.slice(0, 12)}…`}</code>;
    if (key === 'productCode') return productName(value);
    if (key === 'code' && action.startsWith('policy.')) return <code>{value}</code>;
    if (PARKING.has(action) && ['step', 'reason', 'error'].includes(key))
      return parkedWord(key === 'step' ? 'parkedStep' : 'parkedReason', value);
    if (key === 'missing') return documentName(value);
    if (key === 'kind' && action === 'document.added') return documentName(value);
    if (key === 'kind') return kindName(action, value);
    if (key === 'permission' || key === 'scopes') return permissionName(value);
    if (reasons.some((reason) => reason.code === value)) return reasonName(value);
    if (key === 'outcome' && action !== 'application.closed' && !action.startsWith('loan.'))
      return code('auditValue', value);
    if (key === 'outcome') return word('outcome', value);
    const group = GROUPS[key];
    if (group !== undefined) return word(group, value);
    if (['number', 'prefix', 'branch', 'bankRef', 'displayName', 'bucket', 'grade', 'terms'].includes(key))
      return value;
    return code('auditValue', value);
  };
  const kindName = (action: string, value: string): string =>
    action.startsWith('operation.')
      ? orderWord('orderKind', value)
      : action.startsWith('task.')
        ? word('task', value)
        : action.startsWith('policy.')
          ? word('policyKind', value)
          : code('auditValue', value);
  const permissionName = (value: string): string => {
    const [action = '', subject = ''] = value.split(':');
    return `${word('action', action)} ${word('thing', subject)}`;
  };
  const shown = (action: string, key: string, value: unknown): ReactNode => {
    if (value === null || value === undefined) return '—';
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    if (typeof value === 'number') return key.endsWith('Bps') ? percentText(value) : String(value);
    if (typeof value === 'string') return text(action, key, value);
    if (Array.isArray(value)) {
      if (value.length === 0) return own('auditDo.none');
      return value.map((one: unknown, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stored list never changes
        <span key={at}>
          {at > 0 && ', '}
          {shown(action, key, one)}
        </span>
      ));
    }
    if (isChange(value))
      return (
        <>
          {shown(action, key, value.from)} → {shown(action, key, value.to)}
        </>
      );
    return Object.entries(value).map(([name, inner]) => (
      <span key={name} className="audit-inner">
        {code('auditField', name)}: {shown(action, name, inner)}{' '}
      </span>
    ));
  };
  return shown;
}

/** What a detail was and what it became. */
function isChange(value: object): value is { from: unknown; to: unknown } {
  return 'from' in value && 'to' in value && Object.keys(value).length === 2;
}
