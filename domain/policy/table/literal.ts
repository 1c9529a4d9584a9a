import type { RuleValue } from '../../../contracts/policy/rule-table';

/** A literal of the expression language: a quoted text, a number, true or false. */
const LITERAL = /^(?:"([^"\\]*)"|'([^'\\]*)'|(-?\d+(?:\.\d+)?)|(true|false))$/;

/** Reads one literal; undefined where it is none. */
export function readLiteral(text: string): RuleValue | undefined {
  const found = LITERAL.exec(text.trim());
  if (found === null) return undefined;
  const [, double, single, number, flag] = found;
  if (number !== undefined) return Number(number);
  if (flag !== undefined) return flag === 'true';
  return double ?? single;
}

/** Reads literals parted by commas outside quotes; undefined where one of them is none. */
export function readLiterals(text: string): RuleValue[] | undefined {
  const parts = text.match(/"[^"]*"|'[^']*'|[^,]+/g) ?? [];
  const values = parts.map((part) => readLiteral(part));
  return values.length > 0 && values.every((value) => value !== undefined) ? values : undefined;
}

export function writeLiteral(value: RuleValue): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

export function writeLiterals(values: readonly RuleValue[]): string {
  return values.map(writeLiteral).join(', ');
}
