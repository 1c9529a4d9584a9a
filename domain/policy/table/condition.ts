import type { RuleClause, RuleTest } from '../../../contracts/policy/rule-table';
import { comparedTo, writeClause } from './cell';
import { readLiterals } from './literal';

const NAME = '[A-Za-z]\\w*';
const FLAG = new RegExp(`^(?:(not)\\s*\\(\\s*(${NAME})\\s*\\)|(${NAME}))$`);
const LISTED = new RegExp(`^(${NAME})\\s+(not\\s+)?in\\s*\\[(.*)\\]$`);
const COMPARISON = new RegExp(`^(${NAME})\\s*(<=|>=|==|!=|<|>)\\s*(.+)$`);

/** Reads a condition that names its facts, parts joined by `and`; undefined where it says more than clauses can. */
export function readCondition(condition: string): RuleClause[] | undefined {
  if (condition.trim() === '') return [];
  const parts = condition.split(/\s+and\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const clauses = parts.map((part) => readPart(part.trim()));
  if (!clauses.every((clause) => clause !== undefined)) return undefined;
  return merged(clauses);
}

function readPart(part: string): RuleClause | undefined {
  const flag = FLAG.exec(part);
  if (flag) return { fact: flag[2] ?? flag[3] ?? '', test: { op: 'is', value: flag[1] === undefined } };
  const listed = LISTED.exec(part);
  if (listed) {
    const values = readLiterals(listed[3] ?? '');
    const op = listed[2] === undefined ? 'one_of' : 'none_of';
    return values && { fact: listed[1] ?? '', test: { op, values } };
  }
  const [, fact = '', sign = '', right = ''] = COMPARISON.exec(part) ?? [];
  if (fact === '') return undefined;
  if (right.trim() === 'null') return { fact, test: { op: sign === '==' ? 'missing' : 'given' } };
  const test = comparedTo(sign, right);
  return test && { fact, test };
}

/** Asking that a fact is there says nothing beside a comparison of it, and two bounds of one fact are a range. */
function merged(clauses: readonly RuleClause[]): RuleClause[] {
  const guards = (clause: RuleClause) =>
    clause.test.op === 'given' && clauses.some((other) => other !== clause && speaksOf(other, clause.fact));
  const kept = clauses.filter((clause) => !guards(clause));
  return kept.flatMap((clause) => {
    const { fact, test } = clause;
    const upper = kept.find((other) => other.fact === fact && other.test.op === 'at_most');
    const lower = kept.find((other) => other.fact === fact && other.test.op === 'at_least');
    if (lower?.test.op !== 'at_least' || upper?.test.op !== 'at_most') return [clause];
    if (test.op === 'at_most') return [];
    const between: RuleTest = { op: 'between', from: lower.test.value, to: upper.test.value };
    return test.op === 'at_least' ? [{ fact, test: between }] : [clause];
  });
}

function speaksOf({ fact, test }: RuleClause, name: string): boolean {
  if (fact === name) return test.op !== 'given' && test.op !== 'missing';
  return 'fact' in test && test.fact === name;
}

/** The condition in which all clauses must hold. */
export function writeCondition(clauses: readonly RuleClause[]): string {
  return clauses.map(({ fact, test }) => writeClause(fact, test)).join(' and ');
}
