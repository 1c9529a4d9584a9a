import type { Group } from '../fields/field';
import { Groups } from '../fields/groups';
import type { Json } from '../fields/json';
import { useFacts } from '../table/facts';
import { RuleGrid } from '../table/rule-grid';
import type { Content } from '../use-policies';
import { AuthorityForm } from './authority-form';
import { CalendarForm } from './calendar-form';
import {
  CHECKLIST_GROUPS,
  EXCHANGE_RATE_GROUPS,
  LIMITS_GROUPS,
  PENALTY_GROUPS,
  RATE_CAP_GROUPS,
  REFERENCE_RATE_GROUPS,
} from './plain-specs';
import { PRODUCT_GROUPS } from './product-spec';
import { ScorecardForm } from './scorecard-form';

/** Kinds whose form is groups of fields. */
export const GROUPS: Readonly<Partial<Record<Content['kind'], readonly Group[]>>> = {
  product: PRODUCT_GROUPS,
  checklist: CHECKLIST_GROUPS,
  limits: LIMITS_GROUPS,
  rate_cap: RATE_CAP_GROUPS,
  penalty: PENALTY_GROUPS,
  reference_rate: REFERENCE_RATE_GROUPS,
  exchange_rates: EXCHANGE_RATE_GROUPS,
};

interface ContentFormProps {
  content: Content;
  code: string;
  readOnly: boolean;
  marks?: ReadonlySet<string>;
  onChange: (content: Content) => void;
}

/** What a policy says, to read or to write, in the form of its kind. */
export function ContentForm({ content, code, readOnly, marks = new Set(), onChange }: ContentFormProps) {
  const facts = useFacts(content.kind, code);
  switch (content.kind) {
    case 'entry_rules':
    case 'price_table':
      return (
        <RuleGrid
          {...{ facts, readOnly, marks }}
          table={content.form.table}
          onChange={(table) => onChange({ ...content, form: { table } })}
        />
      );
    case 'authority':
      return (
        <AuthorityForm
          {...{ facts, readOnly, marks }}
          form={content.form}
          onChange={(form) => onChange({ ...content, form })}
        />
      );
    case 'scorecard':
      return (
        <ScorecardForm
          {...{ facts, readOnly }}
          form={content.form}
          onChange={(form) => onChange({ ...content, form })}
        />
      );
    case 'calendar':
      return (
        <CalendarForm
          {...{ readOnly }}
          form={content.form}
          onChange={(form) => onChange({ ...content, form })}
        />
      );
    default:
      return (
        <Groups
          groups={GROUPS[content.kind] ?? []}
          form={content.form as Json}
          readOnly={readOnly}
          onChange={(form) => onChange({ ...content, form } as Content)}
        />
      );
  }
}
