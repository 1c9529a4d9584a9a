import type { RuleTest } from '../../../contracts/policy/rule-table';
import { readLiteral, readLiterals, writeLiteral, writeLiterals } from './literal';

const COMPARED = { '<': 'below', '<=': 'at_most', '>': 'above', '>=': 'at_least' } as const;
const SIGNS = { below: '<', at_most: '<=', above: '>', at_least: '>=' } as const;
const FACT_SIGNS = { below_fact: '<', at_most_fact: '<=', above_fact: '>', at_least_fact: '>=' } as const;
export const FACT_COMPARED = {
  '<': 'below_fact',
  '<=': 'at_most_fact',
  '>': 'above_fact',
  '>=': 'at_least_fact',
} as const;
export type Sign = keyof typeof COMPARED;

/** Whether a text is a comparing sign. */
export const isSign = (text: string): text is Sign => Object.hasOwn(COMPARED, text);

/** Reads a cell of a column that names its fact, `> 12` or `"A","B"`; undefined where it is written in another way. */
export function readCell(cell: string): RuleTest | undefined {
  const text = cell.trim();
  if (text === '== null' || text === 'null') return { op: 'missing' };
  if (text === '!= null') return { op: 'given' };
  const range = /^\[\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*\]$/.exec(text);
  if (range) return { op: 'between', from: Number(range[1]), to: Number(range[2]) };
  const listed = /^(not\s+)?in\s*\[(.*)\]$/.exec(text);
  if (listed) {
    const values = readLiterals(listed[2] ?? '');
    return values && { op: listed[1] === undefined ? 'one_of' : 'none_of', values };
  }
  const compared = /^(<=|>=|<|>|==|!=)\s*(.+)$/.exec(text);
  if (compared) return comparedTo(compared[1] ?? '', compared[2] ?? '');
  const values = readLiterals(text);
  const [only] = values ?? [];
  if (!values || only === undefined) return undefined;
  return values.length === 1 ? { op: 'is', value: only } : { op: 'one_of', values };
}

/** A comparison with a literal or with another fact. */
export function comparedTo(sign: string, right: string): RuleTest | undefined {
  const value = readLiteral(right);
  if (isSign(sign)) {
    if (typeof value === 'number') return { op: COMPARED[sign], value };
    return /^[A-Za-z]\w*$/.test(right.trim()) ? { op: FACT_COMPARED[sign], fact: right.trim() } : undefined;
  }
  if (value === undefined) return undefined;
  return { op: sign === '==' ? 'is' : 'is_not', value };
}

/** The cell that asks it of its column's fact. */
export function writeCell(test: RuleTest): string {
  switch (test.op) {
    case 'is':
      return writeLiteral(test.value);
    case 'is_not':
      return `!= ${writeLiteral(test.value)}`;
    case 'between':
      return `[${test.from}..${test.to}]`;
    case 'one_of':
      return writeLiterals(test.values);
    case 'none_of':
      return `not in [${writeLiterals(test.values)}]`;
    case 'missing':
      return '== null';
    case 'given':
      return '!= null';
    case 'below':
    case 'at_most':
    case 'above':
    case 'at_least':
      return `${SIGNS[test.op]} ${test.value}`;
    case 'below_fact':
    case 'at_most_fact':
    case 'above_fact':
    case 'at_least_fact':
      return `${FACT_SIGNS[test.op]} ${test.fact}`;
  }
}

/** The same as a condition that names the fact itself; what compares asks first that the fact is there. */
export function writeClause(fact: string, test: RuleTest): string {
  switch (test.op) {
    case 'is':
      return `${fact} == ${writeLiteral(test.value)}`;
    case 'is_not':
      return `${fact} != null and ${fact} != ${writeLiteral(test.value)}`;
    case 'between':
      return `${fact} != null and ${fact} >= ${test.from} and ${fact} <= ${test.to}`;
    case 'one_of':
      return `${fact} in [${writeLiterals(test.values)}]`;
    case 'none_of':
      return `${fact} != null and ${fact} not in [${writeLiterals(test.values)}]`;
    case 'missing':
    case 'given':
      return `${fact} ${writeCell(test)}`;
    case 'below':
    case 'at_most':
    case 'above':
    case 'at_least':
      return `${fact} != null and ${fact} ${writeCell(test)}`;
    case 'below_fact':
    case 'at_most_fact':
    case 'above_fact':
    case 'at_least_fact':
      return `${fact} != null and ${test.fact} != null and ${fact} ${writeCell(test)}`;
  }
}
