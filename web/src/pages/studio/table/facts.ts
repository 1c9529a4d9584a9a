import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { components } from '../../../api/generated';
import { answerOf } from '../../../api/problem';
import { useNamed } from '../../../i18n/language';
import { useText } from '../../../i18n/use-text';
import { useCurrency } from '../../../ui/currency';
import { useReasons } from '../../../ui/use-reasons';

export type Fact = components['schemas']['PolicyFact'];
export type Test = components['schemas']['RuleTest'];
export type Clause = components['schemas']['RuleClause'];
export type Row = components['schemas']['RuleRow'];
export type RuleTable = components['schemas']['RuleTable'];
type TableKind = 'entry_rules' | 'price_table' | 'authority' | 'scorecard';

/** What one fact of a catalogue is called and can be. */
export type FactBook = ReadonlyMap<string, Fact>;

const tableKinds: readonly string[] = ['entry_rules', 'price_table', 'authority', 'scorecard'];

/** The catalogue of facts that a policy may read; empty for kinds that read none. */
export function useFacts(kind: string, code: string): FactBook {
  const known = tableKinds.find((one): one is TableKind => one === kind);
  const { data = [] } = useQuery({
    queryKey: ['policy-facts', kind, code],
    enabled: known !== undefined,
    staleTime: 60_000,
    queryFn: async () =>
      answerOf(
        await api.GET('/v1/policy-facts', { params: { query: { kind: known ?? 'entry_rules', code } } }),
      ).data,
  });
  return new Map(data.map((fact) => [fact.fact, fact]));
}

const DIVISOR = { bps: 100, ppm: 10_000 } as const;

/** Facts and values of rules in the reader's words; amounts in the currency of the place. */
export function useRuleWords(facts: FactBook) {
  const named = useNamed();
  const say = useText();
  const money = useCurrency();
  const reasons = useReasons();
  const factName = (fact: string): string => {
    const found = facts.get(fact);
    return found ? named(found.names) : fact;
  };
  const value = (fact: string, raw: string | number | boolean): string => {
    const found = facts.get(fact);
    if (typeof raw === 'boolean') return say(raw ? 'yes' : 'no');
    if (typeof raw === 'string') {
      const choice = found?.choices?.find((one) => one.value === raw);
      return choice ? named(choice.names) : raw;
    }
    const unit = found?.unit;
    if (unit === 'money') return money.brief(String(raw));
    if (unit === 'bps' || unit === 'ppm') return `${raw / DIVISOR[unit]}%`;
    if (unit === 'percent') return `${raw}%`;
    if (unit === 'months' || unit === 'days' || unit === 'years') return say(`studio.n.${unit}`, { n: raw });
    return String(raw);
  };
  const list = (fact: string, values: readonly (string | number | boolean)[]) =>
    values.map((one) => value(fact, one)).join(say('studio.or'));
  const test = (fact: string, asked: Test): string => {
    switch (asked.op) {
      case 'between':
        return say('studio.op.x.between', { from: value(fact, asked.from), to: value(fact, asked.to) });
      case 'one_of':
      case 'none_of':
        return say(`studio.op.x.${asked.op}`, { what: list(fact, asked.values) });
      case 'missing':
      case 'given':
        return say(`studio.op.${asked.op}`);
      case 'below_fact':
      case 'at_most_fact':
      case 'above_fact':
      case 'at_least_fact':
        return say(`studio.op.x.${asked.op}`, { what: factName(asked.fact) });
      default:
        return say(`studio.op.x.${asked.op}`, { what: value(fact, asked.value) });
    }
  };
  const clause = ({ fact, test: asked }: Clause) => `${factName(fact)} ${test(fact, asked)}`;
  const output = (name: string, raw: string | number | undefined): string => {
    if (raw === undefined || raw === '') return '—';
    if (name === 'rateBps') return `${(Number(raw) / 100).toFixed(2)}%`;
    if (name === 'maxAmountPercent') return `${raw}%`;
    if (name === 'code' || name === 'reason') return reasons.nameOf(String(raw));
    if (name === 'severity') return say(raw === 'block' ? 'studio.severity.block' : 'studio.severity.review');
    return name === 'route' ? routeName(say, String(raw)) : String(raw);
  };
  return { factName, value, test, clause, output };
}

export const ROUTES = ['AUTO', 'OFFICER', 'OFFICER_SENIOR', 'COMMITTEE', 'DECLINE'] as const;

export function routeName(say: ReturnType<typeof useText>, route: string): string {
  const known = ROUTES.find((one) => one === route);
  return known ? say(`studio.route.${known}`) : route;
}
