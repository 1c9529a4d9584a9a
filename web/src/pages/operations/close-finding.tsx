import { Flex } from 'antd';
import { Link } from 'react-router';
import type { components } from '../../api/generated';
import { useText } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import { NO_CURRENCY } from '../../ui/money-text';
import { ShortId } from '../../ui/short-id';
import { useProducts } from '../../ui/use-products';

type Finding = components['schemas']['CloseRunDetail']['differences'][number];

/** What a check of a closed date speaks of: a loan, an entry, a currency, or the loans of a product at a branch. */
export function FindingSubject({ subject }: Pick<Finding, 'subject'>) {
  const { nameOf } = useProducts();
  if (subject.startsWith('loan_'))
    return (
      <Link to={`/loans/${subject}`}>
        <ShortId id={subject} />
      </Link>
    );
  if (/^[a-z]+_[0-9a-z]{26}$/.test(subject)) return <ShortId id={subject} />;
  const [first = '', ...others] = subject.split('/');
  return others.length === 0 ? first : [nameOf(first), ...others].join(' · ');
}

/** What a check found: both sides where two were compared, else by how much each account is off. */
export function FindingFigures({ check, currency, figures }: Omit<Finding, 'subject'>) {
  const say = useText();
  // A batch of accruals is compared by its lines; every other check compares amounts.
  const shown = (value: string) =>
    check === 'accrual-batch' ? (
      say('close.lines', { n: value })
    ) : (
      <Money minor={value} currency={currency ?? NO_CURRENCY} />
    );
  const label = (name: string) => {
    if (name === 'ledger') return say('close.inLedger');
    return name === 'loans' ? say('close.inLoans') : say('close.account', { code: name });
  };
  const all = Object.entries(figures);
  if (all.length === 0) return say('close.noEvents');
  return (
    <Flex vertical>
      {all.map(([name, value]) => (
        <span key={name}>
          {label(name)} {shown(value)}
        </span>
      ))}
    </Flex>
  );
}
