import type { PolicyKind } from '../../contracts/policy/kinds';
import type { PolicyContent } from '../../contracts/policy/studio';
import { contentOf } from '../../domain/policy/form';
import type { Policy } from '../../domain/policy/policy';
import { blocks, type Finding } from '../../domain/policy/review/finding';
import { reviewContent } from '../../domain/policy/review/review';
import { entryFields } from '../../domain/policy/review/review-rules';
import type { Shelf } from '../../domain/policy/review/shelf';
import type { RuleFieldSet } from '../../domain/underwriting/rule-fields';
import { lintGraph } from '../../providers/rules/lint-graph';
import { ProblemError } from '../problem';

/** What a table of a kind may read. */
export function fieldsOf(content: PolicyContent, code: string, shelf: Shelf): RuleFieldSet | null {
  if (content.kind === 'price_table') return 'price';
  if (content.kind === 'authority') return 'authority';
  return content.kind === 'entry_rules' ? entryFields(shelf, code, content.form.table) : null;
}

/** Everything that a draft has to answer for: its form, its rows, its plausibility, and whether the engine can read it. */
export function reviewOf(policy: Policy<PolicyKind>, shelf: Shelf): Finding[] {
  const content = contentOf(policy);
  if (content === null) throw new ProblemError('POLICY_NOT_EDITABLE');
  const { code } = policy.ref;
  return [...reviewContent(content, code, shelf), ...unreadable(policy, content, shelf)];
}

/** The engine takes a cell that it cannot read for one that does not match, and says nothing. */
function unreadable({ ref, body }: Policy<PolicyKind>, content: PolicyContent, shelf: Shelf): Finding[] {
  const fields = fieldsOf(content, ref.code, shelf);
  if (fields === null || !('graph' in body) || !('table' in content.form)) return [];
  const { rows } = content.form.table;
  return lintGraph(body.graph, fields).map(({ row }) => {
    const at = rows.findIndex(({ id }) => id === row);
    return blocks('CELL_UNREADABLE', at < 0 ? ['table', 'columns'] : ['table', 'rows', at]);
  });
}

/** Refuses a draft that does not hold together, pointing at each place. */
export function requireSound(policy: Policy<PolicyKind>, shelf: Shelf): void {
  const found = reviewOf(policy, shelf).filter(({ severity }) => severity === 'block');
  if (found.length === 0) return;
  throw new ProblemError('POLICY_NOT_SOUND', {
    fields: found.slice(0, 50).map(({ path, code, detail }) => ({ in: 'body', path, code, detail })),
  });
}
