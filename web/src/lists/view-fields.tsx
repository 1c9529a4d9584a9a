import { Checkbox, Input } from 'antd';
import type { components } from '../api/generated';
import { permits, useSession } from '../auth/session';
import { useWord } from '../i18n/use-text';
import { PlainSelect } from '../ui/plain-select';
import { Secondary } from '../ui/secondary';
import { useViewWords } from './use-view-words';

type ViewRole = components['schemas']['ViewRole'];
const ROLES = [
  ...(['officer', 'senior_officer', 'committee', 'risk_manager'] as const),
  ...(['collector', 'operator', 'auditor', 'administrator'] as const),
] satisfies readonly ViewRole[];

/** What a person says of a view: its name, who may use it, whether it opens by itself. */
export interface Said {
  name: string;
  role: ViewRole | null;
  isDefault: boolean;
}

/** Name, role and default of a view, as far as this person may say them. */
export function ViewFields({ said, onChange }: { said: Said; onChange: (said: Said) => void }) {
  const say = useViewWords();
  const word = useWord();
  const session = useSession();
  const steward = permits(session, 'manage', 'Staff');
  const shares = steward || permits(session, 'decide', 'Loan');
  const { name, role, isDefault } = said;
  return (
    <>
      <Input
        aria-label={say('name')}
        placeholder={say('name')}
        maxLength={40}
        value={name}
        onChange={({ target }) => onChange({ ...said, name: target.value })}
      />
      {shares && (
        <PlainSelect<ViewRole>
          label={say('for')}
          none={say('own')}
          value={role ?? undefined}
          onChange={(next) => onChange({ ...said, role: next ?? null, isDefault: false })}
          options={ROLES.map((value) => ({ value, label: say('sharedWith', { role: word('role', value) }) }))}
        />
      )}
      {(role === null || steward) && (
        <Checkbox
          checked={isDefault}
          onChange={({ target }) => onChange({ ...said, isDefault: target.checked })}
        >
          {role === null ? say('ownDefault') : say('roleDefault', { role: word('role', role) })}
        </Checkbox>
      )}
      {name.trim() === '' && <Secondary>{say('needName')}</Secondary>}
    </>
  );
}
