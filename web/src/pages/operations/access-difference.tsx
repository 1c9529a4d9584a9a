import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useListed } from '../../i18n/language';
import { useText, useWord } from '../../i18n/use-text';
import { Money } from '../../ui/money';
import type { AccessChange } from './use-access-changes';

/** Whose access a change is about: a person by name, or a permission of a role. */
export function useAccessTitle() {
  const word = useWord();
  return ({ change, userName }: AccessChange): string =>
    change.kind === 'user'
      ? (userName ?? change.userId)
      : `${word('role', change.role)} · ${word('action', change.action)} ${word('thing', change.subject)}`;
}

/** What would change, each value from old to new; what stays is left out. */
export function AccessDifference({ of: { change } }: { of: AccessChange }) {
  const say = useText();
  const word = useWord();
  const listed = useListed();
  const money = (minor: string | null, none: string) => (minor === null ? none : <Money minor={minor} />);
  type Line = [name: string, before: ReactNode, after: ReactNode, differs: boolean];
  const lines = (): Line[] => {
    if (change.kind === 'role') {
      const { before, after } = change;
      const reach = (of: typeof before) => word('reach', of.reach);
      const limit = (of: typeof before) => money(of.maxAmountMinor, say('roles.noLimit'));
      return [
        [say('roles.reach'), reach(before), reach(after), before.reach !== after.reach],
        [say('roles.limit'), limit(before), limit(after), before.maxAmountMinor !== after.maxAmountMinor],
      ];
    }
    const { before, after } = change;
    const roles = (of: typeof before) => listed(of.roles.map((role) => word('role', role))) || '—';
    const branch = (of: typeof before) => of.branch ?? say('users.everyBranch');
    const limit = (of: typeof before) => money(of.authorityLimitMinor, say('users.byRole'));
    const state = (of: typeof before) => say(of.active ? 'users.active' : 'users.disabled');
    return [
      [say('users.roles'), roles(before), roles(after), before.roles.join() !== after.roles.join()],
      [say('users.branch'), branch(before), branch(after), before.branch !== after.branch],
      [
        ...([say('users.limit'), limit(before), limit(after)] as const),
        before.authorityLimitMinor !== after.authorityLimitMinor,
      ],
      [say('loan.status'), state(before), state(after), before.active !== after.active],
    ];
  };
  return (
    <Flex vertical>
      {lines()
        .filter(([, , , differs]) => differs)
        .map(([name, before, after]) => (
          <span key={name}>
            {name}: {before} → <strong>{after}</strong>
          </span>
        ))}
    </Flex>
  );
}
