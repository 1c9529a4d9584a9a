import type { PolicyBody } from '../../contracts/policy/bodies';
import type { PolicyKind } from '../../contracts/policy/kinds';
import { ROUTES } from '../../contracts/policy/rule-results';
import type { PolicyContent } from '../../contracts/policy/studio';
import { minorDigits } from '../money/currency';
import { currencyOf } from './account-terms';
import { periodOf } from './periods';
import type { Policy } from './policy';
import { graphOfTable } from './table/graph-of';
import { tableOf } from './table/table-of';

/** A policy as people read it; null where its table was written in a way that rows of clauses cannot say. */
export function contentOf(policy: Policy<PolicyKind>): PolicyContent | null {
  const { kind } = policy.ref;
  switch (kind) {
    case 'entry_rules':
    case 'price_table': {
      const { graph } = policy.body as PolicyBody<'price_table'>;
      const read = tableOf(graph);
      return read.ok ? { kind, form: { table: read.table } } : null;
    }
    case 'authority': {
      const { graph, routes, ceilings, declineReview } = policy.body as PolicyBody<'authority'>;
      const read = tableOf(graph);
      if (!read.ok) return null;
      const listed = ROUTES.filter((route) => routes[route]?.length).map((route) => ({
        route,
        levels: routes[route] ?? [],
      }));
      return { kind, form: { table: read.table, routes: listed, ceilings, declineReview } };
    }
    case 'product':
      return { kind, form: productForm(policy.body as PolicyBody<'product'>) };
    case 'checklist':
    case 'scorecard':
    case 'limits':
    case 'calendar':
    case 'rate_cap':
    case 'penalty':
    case 'reference_rate':
    case 'exchange_rates':
      return { kind, form: policy.body } as PolicyContent;
    default:
      return null;
  }
}

/** A product that says in full how rows are reckoned, however long ago it was published. */
function productForm(body: PolicyBody<'product'>): PolicyBody<'product'> {
  const { monthsPerPeriod: _, ...repayment } = body.repayment;
  const { convention = 'china', roundingDecimals = minorDigits[currencyOf(body.currency)] } = repayment;
  const period = periodOf(body.repayment);
  return { ...body, repayment: { ...repayment, convention, roundingDecimals, period } };
}

/** The body that is kept for a form; tables become the graph that the rule engine runs. */
export function bodyOf(content: PolicyContent, code: string): PolicyBody<PolicyContent['kind']> {
  switch (content.kind) {
    case 'entry_rules':
    case 'price_table':
      return { graph: graphOfTable(code, content.form.table) };
    case 'authority': {
      const { table, routes, ceilings, declineReview } = content.form;
      const byRoute = Object.fromEntries(routes.map(({ route, levels }) => [route, levels]));
      return { graph: graphOfTable(code, table), routes: { AUTO: [], ...byRoute }, ceilings, declineReview };
    }
    default:
      return content.form;
  }
}
